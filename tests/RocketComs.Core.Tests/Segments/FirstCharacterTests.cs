using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>A character that is replaced stands at the very beginning, at the very end, or is all that there is.</summary>
public class FirstCharacterTests
{
    [Theory]
    [InlineData('\u2019', "'")]
    [InlineData('\u2026', "...")]
    [InlineData('\u00A0', " ")]
    [InlineData('\u200B', "")]
    [InlineData('\uFF21', "A")]
    public void Replacement_does_not_depend_on_the_place(char character, string replacement)
    {
        Assert.Equal($"{replacement}word", Transliterator.Apply($"{character}word").Text);
        Assert.Equal($"word{replacement}", Transliterator.Apply($"word{character}").Text);
        Assert.Equal(replacement, Transliterator.Apply(character.ToString()).Text);
        Assert.Equal((RcSmsEncoding.Gsm7, replacement.Length + 4), SmsMeasurer.Measure($"{character}word", new MeasureOptions { Transliterate = true }) is var measured ? (measured.Encoding, measured.Units) : default);
    }
}
