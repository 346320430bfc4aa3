using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class TemplateCostTests
{
    [Theory]
    [InlineData("New-RcMessageTemplate x ('a' * 161)")]
    [InlineData("Set-RcMessageTemplate " + TestSandbox.TemplateId + " -Message ('a' * 161)")]
    public void Text_of_several_segments_is_a_warning(string script)
    {
        using AccountSession session = new();

        Assert.StartsWith("The text needs 2 segments (161 septets);", session.Script(script).NoErrors().Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Character_that_forces_short_segments_is_named()
    {
        using AccountSession session = new();

        Assert.Equal(
            [
                "The character ’ (U+2019) allows only 70 characters in a segment: the text needs 2 segments instead of 1 (RC106).",
                "The text needs 2 segments (81 UCS-2 units); each is charged as one message (RC105).",
            ],
            session.Run("New-RcMessageTemplate", ("Name", "x"), ("Message", "’" + new string('a', 80))).NoErrors().Warnings);
    }
}
