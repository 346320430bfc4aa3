using System.Text;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Names at the borders of what a domain is.</summary>
public sealed class DomainNamesTests
{
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

    [Theory]
    [InlineData("our ", "acme2.me", " is new", false)]
    [InlineData("our ", "e.shop.it", " soon", true)]
    [InlineData("our ", "my.acme.it", " soon", false)]
    [InlineData("all ", "amazon.in", ", today", false)]
    [InlineData("all ", "amazon.in", ",today", true)]
    [InlineData("all ", "amazon.in", ": new", true)]
    [InlineData("visit ", "ibm.be", " now", false)]
    [InlineData("please ", "check.in", "", true)]
    [InlineData("ready, ", "go.to", "", true)]
    [InlineData("we ", "Moved.Com", " now", true)]
    [InlineData("with ", "ASP.NET", "", true)]
    [InlineData("with ", "acme.de", "", false)]
    public void Name_reads_like_words_by_what_stands_around_it(string before, string name, string after, bool readsLikeWords) =>
        Assert.Equal(readsLikeWords, DomainNames.ReadsLikeWords(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after)));
}
