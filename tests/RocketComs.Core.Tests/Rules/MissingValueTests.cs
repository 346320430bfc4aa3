using System.Text;
using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What a program writes where it has no value.</summary>
public sealed class MissingValueTests
{
    [Theory]
    [InlineData("$5 off #sale", false)]
    [InlineData("Nothing", false)]
    [InlineData("Only $5, hi $_.First", true)]
    [InlineData("Hi $($_.First)", true)]
    [InlineData("#1 of #N/A", true)]
    [InlineData("#N/Around town", false)]
    public void Value_is_missing_where_a_sign_begins_what_a_program_writes(string text, bool isMissing) => Assert.Equal(isMissing, MissingValue.IsIn(Encoding.UTF8.GetBytes(text)));
}
