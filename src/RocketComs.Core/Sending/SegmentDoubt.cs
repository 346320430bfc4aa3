using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>Says what a long text of a template costs in every batch that is sent with it, and which characters make it cost more.</summary>
internal static class SegmentDoubt
{
    private const int MostCharacters = 3;

    /// <summary>The sentences.</summary>
    /// <param name="measured">A text of more than one segment.</param>
    public static string Of(RcSmsMeasurement measured)
    {
        string cost = FormattableString.Invariant($"The text needs {measured.SegmentCount} segments, so each recipient of a batch that is sent with it is charged as {measured.SegmentCount} messages.");
        return measured.Encoding == RcSmsEncoding.Ucs2 ? $"{cost} {Cause(measured)}" : cost;
    }

    private static string Cause(RcSmsMeasurement measured)
    {
        int[] codePoints = [.. measured.NonGsmCharacters.Select(character => CodePoint(character.Text)).Distinct()];
        CharacterAdvice[] advice = [.. codePoints.Take(MostCharacters).Select(codePoint => new CharacterAdvice(codePoint, measured.Message.AsSpan()))];
        string more = codePoints.Length > advice.Length ? FormattableString.Invariant($" and {codePoints.Length - advice.Length} more") : string.Empty;
        string names = $"{string.Join(", ", advice.Select(character => character.Name))}{more}";
        int without = CostlyCharacters.SegmentsWithout(measured.Message.AsSpan(), RcSmsConcatenation.Reference8Bit);
        string saving = without >= 1 && without < measured.SegmentCount ? FormattableString.Invariant($"; without, the text would need {without}") : string.Empty;
        string instead = string.Join(", ", advice.Select(character => character.Instead).Where(text => text is not null));
        return $"{names} {(codePoints.Length == 1 ? "allows" : "allow")} only 70 characters in a segment, 67 in one of several{saving}.{(instead.Length == 0 ? string.Empty : $" Write {instead}.")}";
    }

    // Half a character cannot come here; it is refused before.
    private static int CodePoint(string text) => text.Length == 2 ? char.ConvertToUtf32(text[0], text[1]) : text[0];
}
