using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>What is suggested for each character that makes a text UCS-2.</summary>
public sealed class NonGsmCharactersTests
{
    [Fact]
    public void In_a_url_nothing_is_suggested() => Assert.Equal(
        [(1, "\u00E9"), (21, null), (27, "\u00E9"), (47, null), (49, "'")],
        Suggestions("e\u0301 www.a.example/cafe\u0301 cafe\u0301 www.b.example/cafe\u0301 \u2019"));

    [Theory]
    [InlineData("www.a.example/\uFF41", 14, null)]
    [InlineData("www.a. example/\uFF41", 15, "a")]
    [InlineData("A\u00BD", 1, " 1/2")]
    [InlineData("\u00BD", 0, "1/2")]
    [InlineData("\u00BD5", 0, null)]
    [InlineData("\u00E7", 0, null)]
    public void Suggestion_fits_its_place(string text, int index, string? suggestion) => Assert.Equal([(index, suggestion)], Suggestions(text));

    // The ligature by itself is two letters; with its accent the mark has no letter of its own to make.
    [Fact]
    public void First_of_a_cluster_is_replaced_by_itself() => Assert.Equal([(0, "fi"), (1, null)], Suggestions("\uFB01\u0300"));

    [Fact]
    public void What_vanishes_between_a_letter_and_its_mark_vanishes() => Assert.Equal([(1, string.Empty), (2, "\u00F1")], Suggestions("n\u200B\u0303"));

    [Theory]
    [InlineData("\u2122\uFE0F", "TM", "")]
    [InlineData("\u2764\uFE0F", null, null)]
    [InlineData("\u200B\uFE0F", "", null)]
    public void Selector_goes_with_what_it_draws(string text, string? first, string? second) => Assert.Equal([(0, first), (1, second)], Suggestions(text));

    [Fact]
    public void Selector_stays_with_what_cannot_be_replaced_there() => Assert.Equal([(2, null), (3, null)], Suggestions("1/\u00BD\uFE0F"));

    private static IEnumerable<(int Index, string? Suggestion)> Suggestions(string text) =>
        NonGsmCharacters.Find(text).Select(character => (character.Index, character.Suggestion));
}
