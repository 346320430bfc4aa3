using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What a rule is called.</summary>
public sealed class RuleInfoTests
{
    [Theory]
    [InlineData("RC109", "rc109-the-file-has-a-byte-order-mark-or-is-utf-16")]
    [InlineData("RC118", "rc118-texts-without-an-opt-out-word-which-the-campaign-promises")]
    public void Anchor_is_that_of_its_heading(string id, string anchor) => Assert.Equal(anchor, RuleTable.Find(id)!.Anchor);
}
