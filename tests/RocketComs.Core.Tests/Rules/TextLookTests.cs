using System.Text;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The cheap looks before a search, and names at the borders of what a domain is.</summary>
public sealed class TextLookTests
{
    [Theory]
    [InlineData("bit.ly", true)]
    [InlineData("See example.com, then T.CO", true)]
    [InlineData("Bye.", false)]
    [InlineData(".ly", false)]
    [InlineData("example.com", false)]
    [InlineData("v2.0", false)]
    [InlineData("No dot", false)]
    public void Shortener_may_stand_where_a_dot_has_its_letters_around_it(string text, bool mayStand) => Assert.Equal(mayStand, HostAddress.MayStandIn(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("$5 off #sale", false)]
    [InlineData("Nothing", false)]
    [InlineData("Only $5, hi $_.First", true)]
    [InlineData("Hi $($_.First)", true)]
    [InlineData("#1 of #N/A", true)]
    [InlineData("#N/Around town", false)]
    public void Value_is_missing_where_a_sign_begins_what_a_program_writes(string text, bool isMissing) => Assert.Equal(isMissing, MissingValue.IsIn(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("acme.com", true)]
    [InlineData("24.com", true)]
    [InlineData("24.us", false)]
    [InlineData(".com", false)]
    [InlineData("..com", false)]
    [InlineData("acme..com", false)]
    [InlineData("acme", false)]
    public void Name_is_a_domain_by_its_ending(string name, bool mayBe) => Assert.Equal(mayBe, DomainNames.MayBeOne(Encoding.UTF8.GetBytes(name), isBeforePath: false));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void Domain_has_253_characters_at_most(int length, bool mayBe) =>
        Assert.Equal(mayBe, DomainNames.MayBeOne(Encoding.UTF8.GetBytes(new string('a', length - 4) + ".com"), isBeforePath: false));

    [Fact]
    public void Link_is_blank_in_a_text_that_begins_with_a_dot() => Assert.Equal(".5 off:               now", LinkFreeText.Of(".5 off: example.com/5 now"u8));
}
