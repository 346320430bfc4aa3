using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.RowRules;

namespace RocketComs.Core.Repair;

/// <summary>Repairs rows: only what cannot change their meaning.</summary>
/// <param name="transliterate">Whether typographic characters in texts are replaced.</param>
internal sealed class RowRepairer(bool transliterate)
{
    private readonly bool _transliterate = transliterate;

    /// <summary>Repairs the row that a reader stands on.</summary>
    /// <returns>What to write; <see langword="null"/> when the row cannot be trusted, may be several, or has a number that cannot be repaired.</returns>
    public RepairedRow? Repair(BatchRowReader row)
    {
        // A text that swallows rows shows it by its real line breaks alone: without them it would be sent.
        if (row.Fault is not null || SwallowsRows(row))
        {
            return null;
        }

        RowChanges changes = row.HasStrayQuote ? RowChanges.StrayQuote : RowChanges.None;
        string field = row.Number;
        PhoneReading reading = PhoneCell.Read(field);
        if (!reading.IsNumber)
        {
            return null;
        }

        changes |= field.Length > field.Trim(' ', '\t').Length ? RowChanges.NumberBlanks : RowChanges.None;
        changes |= reading.Kind == PhoneKind.Repairable ? RowChanges.NumberSeparators : RowChanges.None;
        (string text, RowChanges textChanges) = TextRepairer.Repair(row.Message, _transliterate);
        return new RepairedRow(reading.Number, text, changes | textChanges);
    }

    private static bool SwallowsRows(BatchRowReader row)
    {
        if (row.Raw.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            return false;
        }

        for (int i = 0; i < row.FieldCount; i++)
        {
            if (SwallowedRowsRule.Find(row.Field(i), row.Separator).Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A row as it is written.</summary>
/// <param name="Number">The number.</param>
/// <param name="Message">The text, without real line breaks.</param>
/// <param name="Changes">What was repaired.</param>
internal readonly record struct RepairedRow(NumberText Number, string Message, RowChanges Changes);
