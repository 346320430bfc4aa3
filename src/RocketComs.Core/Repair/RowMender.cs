using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Repair;

/// <summary>Mends rows: only what cannot change their meaning.</summary>
internal sealed class RowMender
{
    private readonly bool _transliterate;

    /// <summary>Initializes the mender.</summary>
    /// <param name="transliterate">Whether typographic characters in texts are replaced.</param>
    public RowMender(bool transliterate) => _transliterate = transliterate;

    /// <summary>Mends the row that a reader stands on.</summary>
    /// <param name="row">The row.</param>
    /// <returns>What to write; <see langword="null"/> when the row cannot be trusted, may be several, or has a number that cannot be mended.</returns>
    public MendedRow? Mend(BatchRowReader row)
    {
        // A text that swallows rows shows it by its real line breaks alone: without them it would be sent.
        if (row.Fault is not null || row.HasSwallowedRows)
        {
            return null;
        }

        RowChanges changes = row.HasStrayQuote ? RowChanges.StrayQuote : RowChanges.None;
        string field = row.Number;
        string number = field.Trim(' ', '\t');
        changes |= number.Length < field.Length ? RowChanges.NumberBlanks : RowChanges.None;
        if (!NumberMender.IsSound(number))
        {
            if (NumberMender.Mend(number) is not { } mended)
            {
                return null;
            }

            number = mended;
            changes |= RowChanges.NumberSeparators;
        }

        (string text, RowChanges textChanges) = TextMender.Mend(row.Message, _transliterate);
        return new MendedRow(number, text, changes | textChanges);
    }
}
