using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>Pages read well in a console: no placeholders, no Markdown that would show, and lines that fit 80 columns.</summary>
public sealed class PageStyleTests
{
    // Get-Help indents texts by up to 8 and code by 4, and does not use the last column.
    private const int TextWidth = 71;
    private const int CodeWidth = 75;
    private const int TitleWidth = 65;

    public static TheoryData<string> Pages => PageTests.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_is_left_to_be_filled_in(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.DoesNotContain("{{", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ProgressAction", page.Text, StringComparison.Ordinal);
        Assert.All(Texts(page), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Texts_are_sentences(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.EndsWith(".", page.Synopsis, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', page.Synopsis);
        Assert.All(Texts(page), text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_markup_shows_in_a_console(string name) =>
        Assert.All(Texts(HelpPage.Of(name)), text =>
        {
            Assert.DoesNotContain('`', text);
            Assert.DoesNotContain("**", text, StringComparison.Ordinal);
            Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void Lines_fit_a_console(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.All(Texts(page).SelectMany(text => text.Split('\n')), line => Assert.InRange(line.Length, 0, TextWidth));
        Assert.All(page.Examples, example =>
        {
            Assert.InRange(example.Title.Length, 0, TitleWidth);
            Assert.All(example.Code.Split('\n'), line => Assert.InRange(line.Length, 1, CodeWidth));
        });
    }

    private static string[] Texts(HelpPage page) =>
    [
        page.Synopsis, page.Description, page.Notes,
        .. page.Examples.Select(example => example.Remarks),
        .. page.Parameters.Select(parameter => parameter.Text),
        .. page.Inputs.Select(input => input.Text),
        .. page.Outputs.Select(output => output.Text),
    ];
}
