using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The cheap look at a text before the search for placeholders.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("{x", true)]
    [InlineData("[x", true)]
    [InlineData("*|x", true)]
    [InlineData("<<x", true)]
    [InlineData("<%x", true)]
    [InlineData("@@x", true)]
    [InlineData("((x", true)]
    [InlineData("%x%", true)]
    [InlineData("#x#", true)]
    [InlineData("$x$", true)]
    [InlineData("#N/A", true)]
    [InlineData("$_.x", true)]
    [InlineData("5* hotel | pool", false)]
    [InlineData("5 < 6 and ann@example.com", false)]
    [InlineData("50% off #sale $5 (now)", false)]
    [InlineData("plain", false)]
    public void Placeholder_may_stand_where_its_signs_are(string text, bool mayStand)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(mayStand, Placeholder.MayStandIn(bytes, Placeholder.Signs));
        Assert.False(Placeholder.MayStandIn(bytes, ByteClasses.None));
    }
}
