using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>What is true of the segments of any text, whatever counts them.</summary>
public class SegmentPropertyTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData(RcSmsConcatenation.Reference8Bit)]
    [InlineData(RcSmsConcatenation.Reference16Bit)]
    public void Segments_rejoin_add_up_and_are_full_but_never_too_full(RcSmsConcatenation concatenation) => GeneratedText.ForAll(Many, text =>
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions { Literal = true, Concatenation = concatenation });
        RcSmsSegment[] segments = measured.Segments;
        Assert.Equal((text, measured.Units, measured.SegmentCount), (string.Concat(segments.Select(segment => segment.Text)), segments.Sum(segment => segment.Units), segments.Length));
        Assert.Equal(measured.SegmentCapacity - (text.Length == 0 ? 0 : segments[^1].Units), measured.UnitsRemaining);
        for (int i = 0; i < segments.Length; i++)
        {
            Assert.True(segments[i].Number == i + 1 && segments[i].Units >= 1 && segments[i].Units <= measured.SegmentCapacity, "A number or a size is wrong.");
            if (i > 0)
            {
                Assert.False(char.IsLowSurrogate(segments[i].Text[0]) && char.IsHighSurrogate(segments[i - 1].Text[^1]), "A pair was split.");
                Assert.True(segments[i - 1].Units + FirstCost(segments[i].Text, measured.Encoding) > measured.SegmentCapacity, "The next character would have fitted.");
            }
        }
    });

    [Fact]
    public void Unescaping_in_place_agrees_with_unescaping_a_string() => GeneratedText.ForAll(Many, text =>
    {
        char[] buffer = text.ToCharArray();
        int length = LineBreakEscape.UnescapeInPlace(buffer);
        Assert.Equal(text.Replace("\\n", "\n", System.StringComparison.Ordinal), new string(buffer, 0, length));
    });

#if !NETSTANDARD_LAYOUT // Of the generator, which is the same there.
    [Fact]
    public void Generated_texts_reach_every_border()
    {
        // Of each: how often it was generated. A generator that no longer reaches one makes the properties above say less than they seem to.
        string[] wanted =
        [
            .. ((int[])[0, 1, 152, 153, 159, 160, 161, 304, 305, 306, 307]).Select(units => FormattableUnits(true, units)),
            .. ((int[])[1, 66, 67, 68, 69, 70, 71, 132, 133, 134, 135]).Select(units => FormattableUnits(false, units)),
            "a GSM-7 pair across the border of 153", "a GSM-7 pair across the border of 152", "a UCS-2 pair across the border of 67", "a UCS-2 pair across the border of 66",
            "a pair across the second border", "half a pair before a border", "halves in the wrong order", "a lone half", "U+001B", "form feed", "euro",
            "a thousand septets", "a thousand UCS-2 units", "a line break pair",
        ];
        // The first of the texts that the properties are tried on: the same on every run.
        Dictionary<string, int> reached = wanted.ToDictionary(name => name, _ => 0);
        GeneratedText.ForAll(Many / 4, text =>
        {
            foreach (string name in Traits(text))
            {
                if (reached.TryGetValue(name, out int times))
                {
                    reached[name] = times + 1;
                }
            }
        });

        Assert.Equal([], reached.Where(trait => trait.Value < 10));
    }

    private static IEnumerable<string> Traits(string text)
    {
        ReferenceCounter narrow = ReferenceCounter.Count(text);
        ReferenceCounter wide = ReferenceCounter.Count(text, RcSmsConcatenation.Reference16Bit);
        yield return FormattableUnits(narrow.IsGsm7, narrow.Units);
        foreach (ReferenceCounter counted in (ReferenceCounter[])[narrow, wide])
        {
            if (counted.Parts.Count > 1 && counted.Parts[0].Cost < counted.Size)
            {
                yield return $"a {(counted.IsGsm7 ? "GSM-7" : "UCS-2")} pair across the border of {counted.Size}";
            }

            if (counted.Parts.Count > 2 && counted.Parts[1].Cost < counted.Size)
            {
                yield return "a pair across the second border";
            }

            if (counted.Parts.Count > 1 && char.IsSurrogate(counted.Parts[0].Text[^1]) && !char.IsLowSurrogate(counted.Parts[0].Text[^1]))
            {
                yield return "half a pair before a border";
            }
        }

        (string Name, string Sign)[] signs = [("halves in the wrong order", "\uDE00\uD83D"), ("U+001B", "\u001B"), ("form feed", "\f"), ("euro", "€"), ("a line break pair", "\\n")];
        foreach ((string name, string sign) in signs)
        {
            if (text.Contains(sign, System.StringComparison.Ordinal))
            {
                yield return name;
            }
        }

        if (text.Length == 1 && char.IsSurrogate(text[0]))
        {
            yield return "a lone half";
        }

        if (narrow.Units >= 1000)
        {
            yield return narrow.IsGsm7 ? "a thousand septets" : "a thousand UCS-2 units";
        }
    }

    private static string FormattableUnits(bool gsm7, int units) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{units} {(gsm7 ? "septets" : "UCS-2 units")}");
#endif

    private static int FirstCost(string part, RcSmsEncoding encoding) => encoding == RcSmsEncoding.Gsm7
        ? (ReferenceCounter.Extension.Contains(part[0]) ? 2 : 1)
        : (char.IsSurrogatePair(part, 0) ? 2 : 1);
}
