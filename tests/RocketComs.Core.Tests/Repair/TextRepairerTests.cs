using RocketComs.Core.Repair;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

public sealed class TextRepairerTests
{
    [Theory]
    [InlineData("Hello", "Hello", RowChanges.None)]
    [InlineData("", "", RowChanges.None)]
    [InlineData("a  b\tc", "a  b\tc", RowChanges.None)]
    [InlineData("\u00A0Hello\u00A0", "\u00A0Hello\u00A0", RowChanges.None)]
    [InlineData(" \tHello\t ", "Hello", RowChanges.MessageBlanks)]
    [InlineData("a\r\nb\rc\nd", @"a\nb\nc\nd", RowChanges.LineBreak)]
    [InlineData("a\r\n\r\nb", @"a\n\nb", RowChanges.LineBreak)]
    [InlineData(@"a\n   b\n c", @"a\nb\nc", RowChanges.BlankAfterEscape)]
    [InlineData("a\\n\tb", "a\\n\tb", RowChanges.None)]
    [InlineData("a\n b", @"a\nb", RowChanges.LineBreak | RowChanges.BlankAfterEscape)]
    [InlineData(@"a\n ", @"a\n", RowChanges.BlankAfterEscape | RowChanges.MessageBlanks)]
    [InlineData(@" \n a ", @"\na", RowChanges.BlankAfterEscape | RowChanges.MessageBlanks)]
    [InlineData(@"\n a", @"\na", RowChanges.BlankAfterEscape)]
    [InlineData(@"a\N b\r c\\n d", @"a\N b\r c\\nd", RowChanges.BlankAfterEscape)]
    [InlineData("It\u2019s \u2026", "It\u2019s \u2026", RowChanges.None)]
    public void Only_breaks_and_blanks_are_repaired(string text, string repaired, object changes) => Assert.Equal((repaired, (RowChanges)changes), TextRepairer.Repair(text, transliterate: false));

    [Theory]
    [InlineData("It\u2019s \u201Cnew\u201D \u2013 see\u2026", "It's \"new\" - see...", RowChanges.Typography)]
    [InlineData("Gr\u00FC\u00DFe \uD83D\uDE00", "Gr\u00FC\u00DFe \uD83D\uDE00", RowChanges.None)]
    [InlineData("a\u2028b", @"a\nb", RowChanges.Typography)]
    [InlineData("a\\n\u00A0b\u00A0", @"a\nb", RowChanges.Typography | RowChanges.BlankAfterEscape | RowChanges.MessageBlanks)]
    [InlineData("e\u0301", "\u00E9", RowChanges.Typography)]
    [InlineData("a\r\nb\u2019", @"a\nb'", RowChanges.LineBreak | RowChanges.Typography)]
    public void Typographic_characters_are_replaced_when_asked_for(string text, string repaired, object changes) =>
        Assert.Equal((repaired, (RowChanges)changes), TextRepairer.Repair(text, transliterate: true));

    [Theory]
    [InlineData("C:\uFF3Cnew\u2019s", "C:\uFF3Cnew's", RowChanges.Typography)]
    [InlineData("C:\uFF3Cnew", "C:\uFF3Cnew", RowChanges.None)]
    [InlineData("C:\\\u200Bnew", "C:\\\u200Bnew", RowChanges.None)]
    [InlineData("C:\\\uFF4Eew", "C:\\\uFF4Eew", RowChanges.None)]
    [InlineData("\u00BD5 and 11\u00BD2", "\u00BD5 and 11\u00BD2", RowChanges.None)]
    public void Transliteration_makes_nothing_that_nobody_wrote(string text, string repaired, object changes) =>
        Assert.Equal((repaired, (RowChanges)changes), TextRepairer.Repair(text, transliterate: true));

    [Theory]
    [InlineData(67, "", false)]
    [InlineData(66, "", false)]
    [InlineData(65, "", true)]
    [InlineData(68, "", true)]
    [InlineData(65, "  ", true)]
    [InlineData(67, "  ", false)]
    [InlineData(64, "\\n", true)]
    [InlineData(65, "\\n", false)]
    public void Transliteration_never_costs_a_segment(int letters, string end, bool isReplaced)
    {
        string text = new string('a', letters) + "\uD83D\uDE00\u2026";

        (string repaired, RowChanges changes) = TextRepairer.Repair(text + end, transliterate: true);

        string expected = (isReplaced ? text.Replace("\u2026", "...", System.StringComparison.Ordinal) : text) + end.TrimEnd(' ');
        Assert.Equal((expected, isReplaced), (repaired, changes.HasFlag(RowChanges.Typography)));
        Assert.Equal((repaired, RowChanges.None), TextRepairer.Repair(repaired, transliterate: true));
    }

    [Fact]
    public void A_mark_after_a_line_break_leaves_the_line_break() => Assert.Equal(("a\\n\u0301b", RowChanges.None), TextRepairer.Repair("a\\n\u0301b", transliterate: true));
}
