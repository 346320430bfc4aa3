using System.Text;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public class LinkFreeTextTests
{
    [Theory]
    [InlineData("Call 202-555-0101.", "Call 202-555-0101.")]
    [InlineData("See https://x.example/2025550101 or stop", "See                              or stop")]
    [InlineData("www.example.com/a www.example.com/b", "                                   ")]
    [InlineData(@"http://a.example/1\nThen http://b.example/2!", "                  \nThen                    ")]
    [InlineData(".5 off: example.com/5 now", ".5 off:               now")]
    [InlineData("http://localhost/5 and http://localhost/6", "                   and                   ")]
    public void Links_are_blank(string text, string plain) => Assert.Equal(plain, LinkFreeText.Of(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("RC005", "rc005-the-number-does-not-have-10-to-15-digits")]
    [InlineData("RC106", "rc106-one-character-limits-segments-to-70-characters")]
    public void Section_of_a_rule_is_found_by_its_heading_as_a_link_has_it(string id, string anchor) => Assert.Equal(anchor, RuleTable.Find(id)!.Anchor);
}
