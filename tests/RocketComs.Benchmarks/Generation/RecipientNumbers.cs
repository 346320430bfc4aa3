namespace RocketComs.Benchmarks.Generation;

/// <summary>Numbers of ten digits that the North American plan can hand out, no two alike, in a shuffled order.</summary>
/// <remarks>
/// A number is area code, exchange and subscriber (NANPA: NXX-NXX-XXXX, exchanges N11 are services). 555 and 950 are left out too: they are
/// for information services and for reaching carriers.
/// </remarks>
internal sealed class RecipientNumbers
{
    private const int Subscribers = 10_000;
    private const int Rounds = 4;

    private static readonly int[] s_exchanges = FindExchanges();

    private readonly uint[] _keys = new uint[Rounds];

    /// <summary>Initializes the order of a seed.</summary>
    public RecipientNumbers(ulong seed)
    {
        for (int i = 0; i < Rounds; i++)
        {
            _keys[i] = (uint)SeededRandom.SplitMix(ref seed);
        }
    }

    /// <summary>Gets how many different numbers there are.</summary>
    public static long Count => (long)AreaCodes.UnitedStates.Length * s_exchanges.Length * Subscribers;

    /// <summary>A number where they are not shuffled.</summary>
    /// <param name="place">Its place among all, from the least, from 0 to below <see cref="Count"/>.</param>
    /// <returns>Ten digits, as a value.</returns>
    public static long InOrder(long place)
    {
        long subscriber = place % Subscribers;
        long exchange = s_exchanges[place / Subscribers % s_exchanges.Length];
        long area = AreaCodes.UnitedStates[place / Subscribers / s_exchanges.Length];
        return (((area * 1000) + exchange) * Subscribers) + subscriber;
    }

    /// <summary>A number.</summary>
    /// <param name="index">Its place in the order, from 0 to below <see cref="Count"/>.</param>
    /// <returns>Ten digits, as a value.</returns>
    public long At(long index)
    {
        long place = index;
        do
        {
            // A permutation of all 32-bit values, walked until it comes back among the numbers: a permutation of the numbers.
            place = Permute((uint)place);
        }
        while (place >= Count);

        return InOrder(place);
    }

    // A Feistel network: reversible whatever the round function is, so no two places meet.
    private uint Permute(uint value)
    {
        uint left = value >> 16;
        uint right = value & 0xFFFF;
        foreach (uint key in _keys)
        {
            uint mixed = (right + key) * 0x9E3779B1;
            (left, right) = (right, left ^ ((mixed ^ (mixed >> 15)) & 0xFFFF));
        }

        return (left << 16) | right;
    }

    private static int[] FindExchanges()
    {
        List<int> exchanges = [];
        for (int exchange = 200; exchange <= 999; exchange++)
        {
            if (exchange % 100 != 11 && exchange is not (555 or 950))
            {
                exchanges.Add(exchange);
            }
        }

        return [.. exchanges];
    }
}
