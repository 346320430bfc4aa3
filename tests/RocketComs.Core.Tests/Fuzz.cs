#pragma warning disable CA5394 // A test wants the same numbers again.
namespace RocketComs.Core.Tests;

/// <summary>Inputs by chance, from a fixed seed; ROCKETCOMS_FUZZ asks for more of them, ROCKETCOMS_FUZZ_SEED for others.</summary>
internal static class Fuzz
{
    /// <summary>Tries an input a round; what fails is named with its input.</summary>
    /// <param name="rounds">How many, unless more are asked for.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="check">Checks it.</param>
    public static void Try(int rounds, Func<Random, byte[]> make, Action<byte[]> check)
    {
        Random random = new(Setting("ROCKETCOMS_FUZZ_SEED", 20261129));
        for (int round = Setting("ROCKETCOMS_FUZZ", rounds); round > 0; round--)
        {
            byte[] input = make(random);
            try
            {
                check(input);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("Failed for " + Convert.ToHexString(input), exception);
            }
        }
    }

    /// <summary>An input with up to some hits: a piece dropped, doubled or put elsewhere, a byte changed, or a word put in.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="random">The chance.</param>
    /// <param name="most">The most hits.</param>
    /// <param name="words">What may be put in.</param>
    public static byte[] Mutated(byte[] bytes, Random random, int most, byte[][] words)
    {
        for (int hits = random.Next(most + 1); hits > 0 && bytes.Length > 0; hits--)
        {
            int at = random.Next(bytes.Length);
            int length = Math.Min(random.Next(3) > 0 ? random.Next(12) : random.Next(bytes.Length), bytes.Length - at);
            int to = random.Next(bytes.Length + 1);
            byte[] piece = bytes[at..(at + length)];
            bytes = random.Next(6) switch
            {
                0 => [.. bytes[..at], .. bytes[(at + length)..]],
                1 when bytes.Length < 8192 => [.. bytes[..to], .. piece, .. bytes[to..]],
                2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                3 => bytes[..at],
                _ => [.. bytes[..at], .. words[random.Next(words.Length)], .. bytes[(random.Next(2) == 0 ? at : at + length)..]],
            };
        }

        return bytes;
    }

    /// <summary>What a variable of the environment asks for.</summary>
    public static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
