namespace RocketComs.Core.Rules.Engine;

/// <summary>A piece of a file, cut at the end of a line, and what the check of its rows came to. Used again for another piece.</summary>
/// <remarks>Initializes an empty piece.</remarks>
/// <param name="capacity">The bytes that it can take.</param>
internal sealed class FilePiece(int capacity)
{
    private CheckedRow[] _rows = [];

    /// <summary>Gets its bytes, up to <see cref="Length"/>; what follows is of no use.</summary>
    public byte[] Bytes { get; private set; } = new byte[capacity];

    /// <summary>Gets or sets how many bytes it has.</summary>
    public int Length { get; set; }

    /// <summary>Gets or sets where it begins in the file, in bytes.</summary>
    public long Offset { get; set; }

    /// <summary>Gets or sets the physical line on which it begins, from 1.</summary>
    public long Line { get; set; }

    /// <summary>Gets or sets the physical line on which what follows it begins.</summary>
    public long NextLine { get; set; }

    /// <summary>Gets or sets whether the file ends with it.</summary>
    public bool IsLast { get; set; }

    /// <summary>Gets or sets where its last record begins, when that goes on behind the piece; -1 when it ends with the piece.</summary>
    public int OpenFrom { get; set; } = -1;

    /// <summary>Gets or sets the physical line on which its last record begins.</summary>
    public long LastLine { get; set; }

    /// <summary>Gets or sets how many of its first records are none: 1 where it begins with the end of the line before.</summary>
    public int Lead { get; set; }

    /// <summary>Gets the rows that end in it, blank lines among them.</summary>
    public ReadOnlySpan<CheckedRow> Rows => _rows.AsSpan(0, OpenFrom < 0 ? Count : Count - 1).Slice(Lead);

    /// <summary>Gets or sets how many records it has.</summary>
    public int Count { get; set; }

    /// <summary>The place for the next row.</summary>
    public ref CheckedRow Next()
    {
        if (Count == _rows.Length)
        {
            const int FirstRows = 1024;
            Array.Resize(ref _rows, Math.Max(FirstRows, Count * 2));
        }

        return ref _rows[Count++];
    }

    /// <summary>Puts the end of the piece before it in front: the record that was cut.</summary>
    /// <param name="before">The piece before, which has such a record.</param>
    public void Prepend(FilePiece before)
    {
        // With the end of the line before it, if there is one: else a reader could take the first bytes for a byte order mark.
        Lead = before.OpenFrom > 0 ? 1 : 0;
        int from = before.OpenFrom - Lead;
        int length = before.Length - from;
        byte[] joined = new byte[Math.Max(Bytes.Length, length + Length)];
        Buffer.BlockCopy(before.Bytes, from, joined, 0, length);
        Buffer.BlockCopy(Bytes, 0, joined, length, Length);
        Bytes = joined;
        Length += length;
        Offset = before.Offset + from;
        Line = before.LastLine - Lead;
    }
}
