using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Csv;

/// <summary>
/// Judges by the first records of a file what separates its columns, and which of them are no rows. By records, not lines: what stands in a
/// text proves nothing.
/// </summary>
internal static class LayoutProbe
{
    private const int JudgedRecords = 100;

    /// <summary>Judges a file.</summary>
    /// <param name="encoding">How it is encoded.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="isWhole">Whether they are all of it; else the last record is cut.</param>
    public static SourceFormat Judge(TextEncoding encoding, byte[] head, bool isWhole) => OfRows(encoding, head, isWhole) ?? ByReadings(encoding, head, isWhole);

    /// <summary>Judges a file by how its first records read with each delimiter.</summary>
    /// <inheritdoc cref="Judge"/>
    internal static SourceFormat ByReadings(TextEncoding encoding, byte[] head, bool isWhole)
    {
        JudgedRecord[][] readings = [.. SourceFormat.Separators.Select(separator => Read(head, separator, isWhole))];
        JudgedRecord[] records = readings[Choose(readings)];
        HeaderLine[] header = [.. HeaderRecords.Find(records)];
        JudgedRecord[] rows = [.. records.Skip(header.Length)];
        int named = header.Length > 0 && header[header.Length - 1].Kind == HeaderKind.Columns ? records[header.Length - 1].FieldCount : 0;
        return new SourceFormat(encoding, records.Length == 0 ? ',' : records[0].Separator, FirstLineEnd(head, encoding))
        {
            Header = header,
            ExtraColumns = named > 0 ? (named > 2 ? named : 0) : ExtraColumns(rows),
            HasOldColumn = named <= 2 && rows.Length > 1 && rows.All(row => row.FieldCount > 2 && row.FieldCount == row.Fields.Length && row.Fields[row.FieldCount - 1] is "0" or "1"),
            HasNumbersForTexts = rows.Length > 0 && rows.All(row => row.FieldCount == 2 && row.IsOfNumbers),
        };
    }

    // The columns that most rows have. Where some have two, or all say the same after the number, or a blank follows the delimiter in most, as it does in a
    // text and not in a table, a delimiter cut the texts.
    private static int ExtraColumns(JudgedRecord[] rows)
    {
        bool areCut = rows.Length < 2 || rows.Any(row => row.FieldCount == 2)
            || rows.All(row => row.Fields.Skip(1).SequenceEqual(rows[0].Fields.Skip(1)))
            || rows.Count(HasBlankAfterDelimiter) * 2 >= rows.Length;
        int columns = areCut ? 0 : rows.GroupBy(row => row.IsSound ? row.FieldCount : 0).OrderByDescending(group => group.Count()).First().Key;
        return columns > 2 ? columns : 0;
    }

    private static bool HasBlankAfterDelimiter(JudgedRecord row) =>
        row.Fields.Skip(2).Any(field => field is [' ', ..]) && row.Fields[1] is not [' ', ..];

    /// <summary>Judges a file by its first records as they are cut at commas.</summary>
    /// <remarks>
    /// Most files begin with a number, a comma and a text, soundly written. Then nothing stands before the rows, and the comma is taken: the first record of
    /// a file stands in no text of another reading.
    /// </remarks>
    /// <returns><see langword="null"/> for any other file, which all readings are to judge.</returns>
    /// <inheritdoc cref="Judge"/>
    internal static SourceFormat? OfRows(TextEncoding encoding, byte[] head, bool isWhole)
    {
        RecordCutter record = new();
        record.Begin(head, encoding == TextEncoding.Utf8 ? head.Length : 0, 0);
        record.GoTo(0, 1);
        int rows = 0;
        bool areNumbers = true;
        while (rows < JudgedRecords && record.TryCut())
        {
            if (record.IsBlank)
            {
                continue;
            }

            if (record.FieldCount != 2 || (rows++ == 0 && !NumberText.TryRead(record.Field(0), out _)))
            {
                return null;
            }

            areNumbers = areNumbers && JudgedRecord.AreOnlyNumbers([Utf8Text.Decode(record.Field(0)), Utf8Text.Decode(record.Field(1))]);
        }

        return rows == JudgedRecords || (isWhole && rows > 0 && record.Position == head.Length)
            ? new SourceFormat(encoding, ',', FirstLineEnd(head, encoding)) { HasNumbersForTexts = areNumbers }
            : null;
    }

    private static JudgedRecord[] Read(byte[] head, char separator, bool isWhole)
    {
        using MemoryStream bytes = new(head, writable: false);
        using RecordReader reader = RecordReader.Over(bytes, new RecordFormat(separator));
        List<JudgedRecord> records = [];
        while (records.Count < JudgedRecords && reader.Read())
        {
            if (!reader.IsBlank)
            {
                records.Add(new JudgedRecord(reader));
            }
        }

        bool isLastCut = !isWhole && records.Count is > 1 and < JudgedRecords;
        return [.. isLastCut ? records.Take(records.Count - 1) : records];
    }

    // The index of the reading that is taken.
    private static int Choose(JudgedRecord[][] readings)
    {
        JudgedRecord[] commas = readings[0];
        int best = 0;
        int votes = 0;
        bool hasComma = false;
        for (int i = 1; i < readings.Length; i++)
        {
            int count = Outside(readings[i], commas).Count(record => record.BeginsWithNumber);
            (best, votes) = count > votes ? (i, count) : (best, votes);
            hasComma |= count > 0 && Outside(commas, readings[i]).Any(record => record.BeginsWithNumber);
        }

        // The comma wins wherever a record reads with it. Several numbers before a comma count for as much as the same records do otherwise.
        bool isOnlyComma = votes == 0 && commas.Any(record => record.BeginsWithNumber);
        if (hasComma || isOnlyComma || (votes > 0 && commas.Count(record => record.BeginsWithNumbers) >= votes))
        {
            return 0;
        }

        return votes > 0 ? best
            : HeaderRecords.NamedSeparator(commas) is { } named ? SourceFormat.Separators.IndexOf(named)
            : Consistent(readings);
    }

    // The records that are not in the middle of a record of another reading: what is there is a text.
    private static IEnumerable<JudgedRecord> Outside(JudgedRecord[] records, JudgedRecord[] other) =>
        records.Where(record => !other.Any(outer => outer.BeginsWithNumber && outer.Line < record.Line && record.Line <= outer.LastLine));

    // Where no row begins with a number, what stands in every row equally often, if commas do not stand in every row.
    private static int Consistent(JudgedRecord[][] readings) => readings[0].All(record => record.FieldCount > 1)
        ? 0
        : Math.Max(0, Array.FindIndex(readings, 1, records => records[0].FieldCount > 1 && records.All(record => record.FieldCount == records[0].FieldCount) && !records.All(record => record.IsOfNumbers)));

    private static string FirstLineEnd(byte[] head, TextEncoding encoding)
    {
        string start = TextEncodings.Decoder(encoding).GetString(head);
        int index = start.IndexOfAny(['\r', '\n']);
        return index < 0 || start[index] == '\n' ? "\n" : index + 1 < start.Length && start[index + 1] == '\n' ? "\r\n" : "\r";
    }
}

/// <summary>A record as the judgement sees it.</summary>
internal sealed class JudgedRecord
{
    private const int MostFields = 20;
    private const int MostShownBytes = 400;

    private static readonly char[] s_digits = "0123456789".ToCharArray();

    public JudgedRecord(RecordReader reader)
    {
        Separator = (char)reader.Separator;
        Line = reader.Line;
        LastLine = reader.NextLine - 1;
        FieldCount = reader.FieldCount;
        IsSound = (reader.Faults & (RecordFaults.QuotingBroken | RecordFaults.TooLong)) == 0;
        IsOneLine = (reader.Faults & RecordFaults.LineBreak) == 0;
        Fields = [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostFields)).Select(reader.Text)];
        Raw = Utf8Text.Decode(reader.Raw.Slice(0, Math.Min(reader.Raw.Length, MostShownBytes)));
        if (FieldCount > 1)
        {
            IsOfNumbers = AreOnlyNumbers(Fields);
            BeginsWithNumber = PhoneCell.Read(Fields[0]).IsMeant && (Separator == ',' || !IsOfNumbers);
            BeginsWithNumbers = !BeginsWithNumber && AreNumbers(Fields[0].Split(SourceFormat.Separators.ToCharArray()));
        }
    }

    public char Separator { get; }

    public long Line { get; }

    public long LastLine { get; }

    public int FieldCount { get; }

    /// <summary>The first of its fields, unquoted.</summary>
    public string[] Fields { get; }

    /// <summary>How it begins, as it stands.</summary>
    public string Raw { get; }

    /// <summary>Whether its quoting is sound.</summary>
    public bool IsSound { get; }

    public bool IsOneLine { get; }

    /// <summary>Whether its first cell is like a number, with something else behind it; before a comma that may be numbers.</summary>
    public bool BeginsWithNumber { get; }

    /// <summary>Whether it is of two numbers or more and nothing else, so that no column of it is a text.</summary>
    public bool IsOfNumbers { get; }

    /// <summary>Whether its first cell is like several numbers with delimiters between them.</summary>
    public bool BeginsWithNumbers { get; }

    /// <summary>Whether cells are a number and others, none of which could be a code that is sent to it.</summary>
    public static bool AreOnlyNumbers(string[] cells)
    {
        string[] others = [.. cells.Skip(1).Where(cell => !string.IsNullOrWhiteSpace(cell))];

        // Without a digit it is none, and the patterns of numbers need not be made for it: the first text of most files is such.
        return others.Length > 0 && others.All(other => other.IndexOfAny(s_digits) >= 0 && PhoneCell.Read(other).IsNoCode) && PhoneCell.Read(cells[0]).IsMeant;
    }

    private static bool AreNumbers(string[] parts) =>
        parts.Any(part => part.Trim().Length > 0) && parts.All(part => part.Trim().Length == 0 || (PhoneCell.Read(part).IsMeant && !part.Any(char.IsLetter)));
}
