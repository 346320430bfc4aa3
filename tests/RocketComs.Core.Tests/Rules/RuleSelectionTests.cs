using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Which rules are left out.</summary>
public sealed class RuleSelectionTests
{
    [Fact]
    public void Rule_that_is_none_cannot_be_left_out()
    {
        InvalidParameterException failure = Assert.Throws<InvalidParameterException>(() => RuleSelection.Excluded("ExcludeRule", ["RC102", "RC999"], string.Equals));
        Assert.Contains("there is no rule 'RC999'", failure.Message, StringComparison.Ordinal);
    }
}
