namespace RocketComs.Benchmarks.Parts;

/// <summary>Makes the texts that parts are measured with.</summary>
internal static class SampleTexts
{
    private const string Sentence = "New product launch this month. Doors open at nine. ";

    /// <summary>A text.</summary>
    public static string Get(SampleText text) => text switch
    {
        SampleText.OneSegment => Fill(Sentence, 100),
        SampleText.LongGsm7 => Fill(Sentence, 400),
        SampleText.LongExtended => Fill("abc€", 400),
        SampleText.LongUcs2 => Fill("Hello 🎉 ", 400),
        SampleText.Typographic => Fill("It’s here – the “big” sale… ", 100),
        SampleText.WithUrl => Fill(Sentence, 90) + " https://www.example.com/spring/x7k2ab.",
        SampleText.WithLineBreaks => Fill(@"Doors open at nine.\nBring a friend. ", 100),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    private static string Fill(string pattern, int length) => string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];
}
