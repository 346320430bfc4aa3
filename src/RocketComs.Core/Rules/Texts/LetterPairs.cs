namespace RocketComs.Core.Rules.Texts;

/// <summary>Pairs of letters, by their last five bits: a look that hardly any others pass, in letters of either case.</summary>
/// <param name="pairs">The pairs, two letters each.</param>
internal sealed class LetterPairs(IEnumerable<string> pairs)
{
    // By the one: a bit each for the others.
    private readonly uint[] _others = Table(pairs);

    /// <summary>Whether two bytes are a pair; some others pass for one.</summary>
    public bool MayHold(byte one, byte other) => ((_others[one & 31] >> (other & 31)) & 1) != 0;

    private static uint[] Table(IEnumerable<string> pairs)
    {
        uint[] others = new uint[32];
        foreach (string pair in pairs)
        {
            others[pair[0] & 31] |= 1u << (pair[1] & 31);
        }

        return others;
    }
}
