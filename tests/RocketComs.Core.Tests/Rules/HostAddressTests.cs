using System.Text;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Addresses in texts, by their hosts.</summary>
public sealed class HostAddressTests
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
    [InlineData("news.com is on", "news.com")]
    [InlineData("See acme.pizza/x now", "acme.pizza/x")]
    [InlineData("See acme.pizza/ now", null)]
    [InlineData("See acme.pizza/", null)]
    [InlineData("See acme.com_x", null)]
    [InlineData("See acme.com\u00E9", null)]
    [InlineData("See acme.com\u2192", "acme.com")]
    [InlineData(@"Hi\nacme.com", "acme.com")]
    [InlineData(@"Hi \bacme.com", "bacme.com")]
    public void First_address_is_shown(string text, string? address)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        HostAddress found = HostAddress.FindAny(bytes, 0);
        Assert.Equal(address, found.IsFound ? found.Show(bytes) : null);
    }
}
