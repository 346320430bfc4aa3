namespace RocketComs.Core.Segments;

/// <summary>Follows the brackets of a text from its start, to tell one that closes what was never opened.</summary>
internal sealed class BracketBalance
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    private readonly int[] _open = new int[Opening.Length];

    /// <summary>Notes the next character of the text.</summary>
    /// <returns><see langword="false"/> when it is a closing bracket without an opening one of its kind before it.</returns>
    public bool Note(char character)
    {
        if (Opening.IndexOf(character) is >= 0 and int opening)
        {
            _open[opening]++;
        }

        int closing = Closing.IndexOf(character);
        return closing < 0 || --_open[closing] >= 0;
    }
}
