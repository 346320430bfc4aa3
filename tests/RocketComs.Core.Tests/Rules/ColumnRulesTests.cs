using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC003 says why there are more than two columns.</summary>
public sealed class ColumnRulesTests
{
    [Theory]
    [InlineData("2025550101,Hello,10\n", "The row has 3 columns; a comma in the text cut it.")]
    [InlineData("2025550101,Hello,1\n", "The row has 3 columns; a third one of 0 or 1 belongs to an older form of batch files.")]
    [InlineData("2025550101,Hello,1,b\n", "The row has 4 columns; a comma in the text cut it.")]
    public void Message_says_why(string row, string message) => Assert.Equal(message, Single(Check(row), "RC003").Message);
}
