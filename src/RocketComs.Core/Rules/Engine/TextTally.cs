namespace RocketComs.Core.Rules.Engine;

/// <summary>How many texts there are of a kind, and the first of them.</summary>
internal sealed class TextTally
{
    /// <summary>Gets how many.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the physical line on which the row of the first begins.</summary>
    public long FirstLine { get; private set; }

    /// <summary>Gets the first, as an issue shows it.</summary>
    public string First { get; private set; } = string.Empty;

    /// <summary>Begins again.</summary>
    public void Clear() => (Count, FirstLine, First) = (0, 0, string.Empty);

    /// <summary>Counts a text.</summary>
    public void Note(ReadOnlySpan<byte> text, long line)
    {
        if (Count++ == 0)
        {
            (FirstLine, First) = (line, FileIssues.Shown(text));
        }
    }

    /// <summary>Adds those that follow.</summary>
    public void Add(TextTally next)
    {
        if (Count == 0)
        {
            (FirstLine, First) = (next.FirstLine, next.First);
        }

        Count += next.Count;
    }
}
