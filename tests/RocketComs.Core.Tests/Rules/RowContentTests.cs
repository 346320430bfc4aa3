using System.Text;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What rows say to whom, as a number.</summary>
public sealed class RowContentTests
{
    // A journal keeps it, and later versions look for what it has.
    [Theory]
    [InlineData(7, "", 13021067802506009426UL)]
    [InlineData(7, "Hi", 1577821463670894689UL)]
    [InlineData(7, "12345678", 13324687463063543078UL)]
    [InlineData(7, "Doors open at nine", 4050022038714833806UL)]
    public void Content_stays_what_it_was(ulong key, string text, ulong content) => Assert.Equal(content, RowContent.Of(key, Encoding.UTF8.GetBytes(text)));
}
