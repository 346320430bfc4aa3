using System.Numerics;

namespace RocketComs.Benchmarks.Generation;

/// <summary>Random numbers that are the same on every machine and runtime for a seed: integers only, xoshiro256** seeded by SplitMix64.</summary>
/// <remarks>Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators". <see cref="System.Random"/> promises no sequence across versions.</remarks>
internal sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Initializes the sequence of a seed.</summary>
    public SeededRandom(ulong seed)
    {
        _s0 = SplitMix(ref seed);
        _s1 = SplitMix(ref seed);
        _s2 = SplitMix(ref seed);
        _s3 = SplitMix(ref seed);
    }

    /// <summary>A number from 0 to below a bound.</summary>
    /// <param name="bound">At least 1.</param>
    public int Next(int bound) => (int)((ulong)(uint)(NextBits() >> 32) * (uint)bound >> 32);

    /// <summary>Whether an event of so many in a thousand happens.</summary>
    public bool Happens(int perThousand) => Next(1000) < perThousand;

    /// <summary>One of several, each as likely as the others.</summary>
    public T Pick<T>(T[] choices) => choices[Next(choices.Length)];

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>The next 64 bits of SplitMix64.</summary>
    /// <param name="state">The state, which is moved on.</param>
    internal static ulong SplitMix(ref ulong state)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
