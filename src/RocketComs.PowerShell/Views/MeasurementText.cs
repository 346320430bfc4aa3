using System.Globalization;

namespace RocketComs.PowerShell.Views;

/// <summary>What the view of a measurement shows of the text: its beginning, why it is UCS-2, and what transliteration did.</summary>
internal static class MeasurementText
{
    // A text of one segment is seen whole.
    private const int ShownLines = 5;
    private const int ShownCharacters = 5;

    /// <summary>The cell of the view.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="room">The width of the column in characters.</param>
    public static string Describe(RcSmsMeasurement measurement, int room)
    {
        List<string> parts = [WordWrap.Indent(Beginning(measurement.Message, room), 0, 0, room)];
        if (measurement.NonGsmCharacters.Length > 0)
        {
            parts.Add(WordWrap.Indent(Reasons(measurement.NonGsmCharacters), 0, 2, room));
        }

        if (measurement.Replacements.Length > 0)
        {
            parts.Add(WordWrap.Indent($"{measurement.Replacements.Length} replaced: {Saved(measurement)}", 0, 2, room));
        }

        return string.Join(Environment.NewLine, parts);
    }

    private static string Beginning(string message, int room)
    {
        // No character is shown in less than its own length, so what lies behind need not be looked at.
        int most = room * ShownLines;
        string text = VisibleText.OneLine(Cut(message, most));
        return text.Length <= most && message.Length <= most ? text : Cut(text, most - 1) + "\u2026";
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);

    private static string Reasons(RcSmsCharacter[] characters)
    {
        string[] distinct = characters.Select(Reason).Distinct(StringComparer.Ordinal).ToArray();
        string more = distinct.Length > ShownCharacters ? string.Format(CultureInfo.InvariantCulture, " and {0:N0} more", distinct.Length - ShownCharacters) : string.Empty;
        return "Not GSM-7: " + string.Join(", ", distinct.Take(ShownCharacters)) + more;
    }

    private static string Reason(RcSmsCharacter character)
    {
        string shown = VisibleText.Character(character.Text);
        string name = shown == character.Text ? $"{shown} {character.CodePoint}" : character.CodePoint;
        return character.Suggestion is null ? name : $"{name} for {VisibleText.Replacement(character.Suggestion)}";
    }

    private static string Saved(RcSmsMeasurement measurement)
    {
        string[] amounts = [.. Amount(measurement.SegmentsSaved, "segment"), .. Amount(measurement.UnitsSaved, "unit")];
        return amounts.Length == 0 ? "nothing saved" : string.Join(", ", amounts);
    }

    private static string[] Amount(int count, string noun) => count == 0
        ? []
        : [string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2} {3}", Math.Abs(count), noun, Math.Abs(count) == 1 ? string.Empty : "s", count < 0 ? "more" : "saved")];
}
