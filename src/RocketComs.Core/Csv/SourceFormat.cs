using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>What the beginning of a batch file tells of it: judged once, for all who read it.</summary>
/// <param name="Encoding">How it is encoded; the rest says something only when that can be read.</param>
/// <param name="Separator">What separates its columns.</param>
/// <param name="LineEnd">What ends its first line: LF, CR LF or CR; LF when nothing does.</param>
internal sealed record SourceFormat(TextEncoding Encoding, char Separator, string LineEnd)
{
    /// <summary>What may separate columns; what is documented comes first.</summary>
    public const string Separators = ",;\t|";

    /// <summary>Whether a character may stand in a blank line: a blank, or one of <see cref="Separators"/>. Asked about each row, so it looks nothing up.</summary>
    public static bool IsOfBlankLine(char character) => character is ' ' or ',' or ';' or '\t' or '|';

    private const int HeadLength = 64 * 1024;

    private static readonly SourceFormat s_generated = new(TextEncoding.Utf8, ',', "\n") { ArePiped = true };

    /// <summary>The records at its start that are no rows, in their order.</summary>
    public IReadOnlyList<HeaderLine> Header { get; init; } = [];

    /// <summary>Whether it is no file, but rows that were piped.</summary>
    public bool ArePiped { get; init; }

    /// <summary>The columns that the header names, or that most rows at its start have, when they are more than two and nothing tells that a delimiter cut the texts; else 0.</summary>
    public int ExtraColumns { get; init; }

    /// <summary>Whether the last of more than two columns is 0 or 1 in all rows at its start, as in an older form of batch files.</summary>
    public bool HasOldColumn { get; init; }

    /// <summary>Whether all rows at its start have two numbers and no text.</summary>
    public bool HasNumbersForTexts { get; init; }

    /// <summary>Judges a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="stream">Its bytes, at their start; they are there again afterwards.</param>
    public static SourceFormat Detect(BatchSource source, Stream stream)
    {
        if (source.IsGenerated)
        {
            return s_generated;
        }

        byte[] head = ReadHead(stream);
        TextEncoding encoding = TextEncodings.Detect(head);
        return TextEncodings.IsReadable(encoding)
            ? LayoutProbe.Judge(encoding, head, isWhole: head.Length < HeadLength)
            : new SourceFormat(encoding, ',', "\n");
    }

    /// <inheritdoc cref="Detect(BatchSource, Stream)"/>
    public static SourceFormat Detect(BatchSource source)
    {
        using Stream stream = source.Open();
        return Detect(source, stream);
    }

    /// <summary>How its records are read.</summary>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    public RecordFormat Records(int mostBytes = BatchCsvFormat.MostRecordBytes) => new(Separator, mostBytes, ArePiped);

    /// <summary>The first bytes of a stream that is at its start, enough to judge it by; it is there again afterwards.</summary>
    public static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[HeadLength];
        Array.Resize(ref head, BatchSource.Fill(stream, head, 0, HeadLength));
        stream.Position = 0;
        return head;
    }
}

/// <summary>A record at the start of a file that is no row.</summary>
/// <param name="Line">The physical line on which it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">How it begins.</param>
internal readonly record struct HeaderLine(long Line, HeaderKind Kind, string Value);

/// <summary>What stands before the rows of a file.</summary>
internal enum HeaderKind
{
    Columns, // names of columns
    Title, // one cell with a text
    Separator, // "sep=;", which tells a spreadsheet what separates the columns
}
