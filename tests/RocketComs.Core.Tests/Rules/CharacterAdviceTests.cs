using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What is advised of a character holds for every place at which it stands in its text.</summary>
public class CharacterAdviceTests
{
    [Theory]
    [InlineData(0x2019, "it\u2019s", "\u2019 (U+2019)", "' instead of \u2019", null, null)]
    [InlineData(0x2019, "\u2019tis", "\u2019 (U+2019)", "' instead of \u2019", null, null)]
    [InlineData(0x201C, "a \u201Cb", "\u201C (U+201C)", "\" (doubled inside a quoted text) instead of \u201C", null, null)]
    [InlineData(0x2028, "a\u2028b", "U+2028 (invisible)", "\\n instead of U+2028", null, null)]
    [InlineData(0x09, "a\tb", "U+0009 (tab)", "a blank instead of U+0009", null, null)]
    [InlineData(0xA0, "a\u00A0b", "U+00A0 (no-break space)", "a blank instead of U+00A0", null, null)]
    [InlineData(0xBD, "\u00BD price", "\u00BD (U+00BD)", "1/2 instead of \u00BD", null, null)]
    [InlineData(0xBD, "\u00BD5, \u00BD price", "\u00BD (U+00BD)", null, "\u00BD", null)]
    [InlineData(0xBD, "\u00BD price, \u00BD5", "\u00BD (U+00BD)", null, "\u00BD", null)]
    [InlineData(0x200B, "a\u200Bb", "U+200B (invisible)", null, "U+200B", null)]
    [InlineData(0x1F600, "\U0001F600", "\U0001F600 (U+1F600)", null, "\U0001F600", null)]
    [InlineData(0x436, "\u0436", "\u0436 (U+0436)", null, null, "\u0436")]
    [InlineData(0x4E2D, "\u4E2D", "\u4E2D (U+4E2D)", null, null, "\u4E2D")]
    public void Character_is_named_with_what_to_do_about_it(int codePoint, string text, string name, string? instead, string? leftOut, string? avoided)
    {
        CharacterAdvice advice = new(codePoint, text.AsSpan());
        Assert.Equal((name, instead, leftOut, avoided), (advice.Name, advice.Instead, advice.LeftOut, advice.Avoided));
    }

    [Theory]
    [InlineData("e\u0301", "\u00E9", false)]
    [InlineData("e\u0301 E\u0301 e\u0301", "\u00C9, \u00E9", false)]
    [InlineData("\u0301e\u0301", "\u00E9", true)]
    [InlineData("e\u0301o\u0301", "\u00E9", true)]
    [InlineData("o\u0301a\u0301e\u0301", "\u00E9", true)]
    [InlineData("e\u0301e\u0301\u0302", "\u00E9", true)]
    [InlineData("o\u0301", "", true)]
    [InlineData("\u0301", "", true)]
    public void Mark_is_one_character_with_the_letters_that_take_it(string text, string letters, bool isElsewhere)
    {
        CharacterAdvice advice = new(0x301, text.AsSpan());
        Assert.Equal("U+0301 (a mark apart from its letter)", advice.Name);
        Assert.Equal(letters.Length == 0 ? null : $"{letters} as one character instead of a letter and U+0301", advice.Instead);
        Assert.Equal(!isElsewhere ? null : letters.Length == 0 ? "U+0301" : "U+0301 elsewhere", advice.LeftOut);
    }
}
