using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>
/// RC106: up to three characters outside the GSM alphabet make a text need more segments than it would with others in their place.
/// A text with more of them is simply no GSM-7 text.
/// </summary>
/// <param name="measure">How texts are counted.</param>
internal sealed class CostlyCharacterRule(MeasureOptions measure) : RowRule(
    RuleTable.CostlyCharacter, RowTraits.LongUcs2)
{
    private const int MostCharacters = 3;

    private readonly MeasureOptions _measure = measure;

    public override void Check(in CsvRow row, RowIssues issues)
    {
        using CountedText counted = new(row.Message, _measure);
        Span<int> codePoints = stackalloc int[MostCharacters];
        int count = CostlyCharacters.Find(counted.Text, codePoints);
        if (count is 0 or > MostCharacters)
        {
            return;
        }

        int segments = SegmentCounter.Count(counted.Text, _measure.Concatenation).Segments;

        // Without a segment left the text is nothing but these characters: they are what it has to say.
        int without = CostlyCharacters.SegmentsWithout(counted.Text, _measure.Concatenation);
        if (without >= 1 && without < segments)
        {
            Report(row, issues, Advise(codePoints.Slice(0, count), counted.Text), segments, without);
        }
    }

    private static CharacterAdvice[] Advise(ReadOnlySpan<int> codePoints, ReadOnlySpan<char> text)
    {
        CharacterAdvice[] advice = new CharacterAdvice[codePoints.Length];
        for (int i = 0; i < advice.Length; i++)
        {
            advice[i] = new CharacterAdvice(codePoints[i], text);
        }

        return advice;
    }

    private static string Describe(CharacterAdvice[] characters, int segments, int without)
    {
        string[] names = [.. characters.Select(character => character.Name)];
        string subject = names.Length == 1
            ? $"The character {names[0]} allows"
            : $"The characters {string.Join(", ", names, 0, names.Length - 1)} and {names[names.Length - 1]} allow";
        return $"{subject} only 70 characters in a segment: the text needs {segments} segments instead of {without}.";
    }

    private static string Suggest(CharacterAdvice[] characters)
    {
        string[] clauses =
        [
            Clause("write ", characters.Select(character => character.Instead)),
            Clause("leave out ", characters.Select(character => character.LeftOut)),
            Clause("use words without ", characters.Select(character => character.Avoided)),
        ];
        string text = string.Join("; ", clauses.Where(clause => clause.Length > 0));
        return char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
    }

    private static string Clause(string verb, IEnumerable<string?> objects)
    {
        string list = string.Join(", ", objects.Where(each => each is not null));
        return list.Length == 0 ? string.Empty : verb + list;
    }

    private void Report(in CsvRow row, RowIssues issues, CharacterAdvice[] characters, int segments, int without) => issues.Report(
        Info, LineOf(row, characters[0].CodePoint), 1, row.Message, _ => (Describe(characters, segments, without), Suggest(characters)));

    /// <summary>The physical line on which a character first stands, other than in a URL that a short link replaces.</summary>
    private long LineOf(in CsvRow row, int codePoint)
    {
        long line = row.LineOfField(1);
        if ((row.Traits & RowTraits.LineBreak) == 0)
        {
            return line;
        }

        // A vertical tab, which no text without control characters holds, ends a URL as the line feed of a pair does, and is no line of the file.
        string text = Utf8Text.Decode(row.Message).Replace(LineBreakEscape.Pair, "\v");
        text = _measure.ShortLink ? UrlFinder.Shorten(text, _measure.ShortLinkLength) : text;
        int end = text.IndexOf(char.ConvertFromUtf32(codePoint), StringComparison.Ordinal);
        return line + Utf8Text.CountLineBreaks(Encoding.UTF8.GetBytes(text.Substring(0, end)));
    }
}
