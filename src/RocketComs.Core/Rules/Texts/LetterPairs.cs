namespace RocketComs.Core.Rules.Texts;

/// <summary>Pairs of letters, by their last five bits: a look that hardly any others pass, in letters of either case.</summary>
/// <param name="pairs">The pairs.</param>
internal sealed class LetterPairs(IEnumerable<(char One, char Other)> pairs)
{
    // By the one: a bit each for the others.
    private readonly uint[] _others = Table(pairs);

    /// <summary>Whether two bytes are a pair; some others pass for one.</summary>
    public bool MayHold(byte one, byte other) => ((_others[one & 31] >> (other & 31)) & 1) != 0;

    private static uint[] Table(IEnumerable<(char One, char Other)> pairs)
    {
        uint[] others = new uint[32];
        foreach ((char one, char other) in pairs)
        {
            others[one & 31] |= 1u << (other & 31);
        }

        return others;
    }
}
