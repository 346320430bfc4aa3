using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.RowRules;

namespace RocketComs.Core.Repair;

/// <summary>Repairs rows: only what cannot change their meaning.</summary>
/// <param name="transliterate">Whether typographic characters in texts are replaced.</param>
/// <param name="national">How numbers are grouped in the region of those without a country code.</param>
/// <param name="hasNumbersForTexts">Whether a text that is a number is that of another recipient.</param>
internal sealed class RowRepairer(bool transliterate, NationalSpelling? national, bool hasNumbersForTexts)
{
    /// <summary>Whether a row of two fields is written as it stands, also in its quotes.</summary>
    /// <param name="number">The first field, in which nothing is marked.</param>
    /// <param name="text">The second without the quotes around it.</param>
    /// <param name="bytes">Where it stands, with a line break behind it.</param>
    /// <param name="marks">The places of those bytes that are marked in it as it stands.</param>
    /// <remarks>A quote is the first mark only where the text is quoted.</remarks>
    public static bool IsUnchanged(ReadOnlySpan<byte> number, ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks) =>
        !text.IsEmpty && !RowScanner.HasOuterBlank(text)
        && NumberText.TryRead(number, out _)
        && (marks.IsEmpty || (PlainText.Units(text, bytes, marks) > 0 && (bytes[marks[0]] != '"' || text.IndexOfAny((byte)',', (byte)'"') >= 0)));

    /// <summary>Repairs the row that a reader stands on.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="repaired">What to write, valid until the next row.</param>
    /// <returns>Whether there is something: not when the row cannot be trusted, may be several, or has a number that cannot be repaired.</returns>
    public bool TryRepair(BatchRowReader row, out RepairedRow repaired)
    {
        if (!hasNumbersForTexts && NeedsNothing(row, out NumberText number))
        {
            repaired = new RepairedRow(number, row.Field(0), row.Field(1), RowChanges.None);
            return true;
        }

        repaired = default;

        // A text that swallows rows shows it by its real line breaks alone: without them it would be sent.
        if (row.Fault is not null || SwallowsRows(row) || (hasNumbersForTexts && PhoneCell.IsUnmistakable(Utf8Text.TrimBlanks(row.Field(1)), national)))
        {
            return false;
        }

        string field = row.Number;
        PhoneReading reading = PhoneCell.Read(field, national);
        if (!reading.IsNumber)
        {
            return false;
        }

        RowChanges changes = row.HasStrayQuote ? RowChanges.StrayQuote : RowChanges.None;
        changes |= field.Length > field.Trim(' ', '\t').Length ? RowChanges.NumberBlanks : RowChanges.None;
        changes |= reading.Kind == PhoneKind.Repairable ? RowChanges.NumberSeparators : RowChanges.None;
        string meant = row.MeantMessage;
        changes |= meant.Length < row.Message.Length ? RowChanges.MessageBlanks : RowChanges.None;
        (string text, RowChanges textChanges) = TextRepairer.Repair(meant, transliterate);
        repaired = new RepairedRow(reading.Number, Encoding.UTF8.GetBytes(reading.Number.ToString()), Encoding.UTF8.GetBytes(text), changes | textChanges);
        return true;
    }

    // Told by its bytes: most rows are such, and what is not decoded need not be encoded again.
    private bool NeedsNothing(BatchRowReader row, out NumberText number)
    {
        number = default;
        return row.IsFaultless
            && NumberText.TryRead(row.Field(0), out number)
            && TextRepairer.IsRepaired(row.Field(1))
            && !(transliterate && TextRepairer.MayBeTypographic(row.Field(1), row.IsAscii));
    }

    private bool SwallowsRows(BatchRowReader row)
    {
        if (row.Raw.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            return false;
        }

        for (int i = 0; i < row.FieldCount; i++)
        {
            if (SwallowedRowsRule.Find(row.Field(i), row.Separator, national).Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A row as it is written.</summary>
internal readonly ref struct RepairedRow(NumberText number, ReadOnlySpan<byte> writtenNumber, ReadOnlySpan<byte> message, RowChanges changes)
{
    public NumberText Number { get; } = number;

    /// <summary>The number as it is written, in UTF-8.</summary>
    public ReadOnlySpan<byte> WrittenNumber { get; } = writtenNumber;

    /// <summary>The text, without real line breaks, in UTF-8.</summary>
    public ReadOnlySpan<byte> Message { get; } = message;

    /// <summary>What was repaired.</summary>
    public RowChanges Changes { get; } = changes;
}
