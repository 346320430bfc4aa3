namespace RocketComs.Core.Segments;

/// <summary>How many brackets of each kind a text closes beyond those that it opens. Counted once, so that trimming stays linear.</summary>
internal sealed class BracketBalance
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    private readonly int[] _surplus = new int[Opening.Length];

    /// <summary>Counts the brackets of a text.</summary>
    public BracketBalance(string text)
    {
        foreach (char character in text)
        {
            Add(character, 1);
        }
    }

    /// <summary>Whether a character is a closing bracket of which the text has too many.</summary>
    public bool IsUnopened(char character) => Closing.IndexOf(character) is >= 0 and int kind && _surplus[kind] > 0;

    /// <summary>Takes a character off the end of the text.</summary>
    public void Remove(char character) => Add(character, -1);

    private void Add(char character, int times)
    {
        if (Closing.IndexOf(character) is >= 0 and int closing)
        {
            _surplus[closing] += times;
        }
        else if (Opening.IndexOf(character) is >= 0 and int opening)
        {
            _surplus[opening] -= times;
        }
    }
}
