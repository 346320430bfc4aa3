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

        Assert.StartsWith("The text needs 2 segments,", session.Script(script).NoErrors().Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Character_that_forces_short_segments_is_named()
    {
        using AccountSession session = new();

        string warning = Assert.Single(session.Run("New-RcMessageTemplate", ("Name", "x"), ("Message", "’" + new string('a', 80))).NoErrors().Warnings);

        Assert.EndsWith(" ’ (U+2019) allows only 70 characters in a segment, 67 in one of several; without, the text would need 1. Write ' instead of ’.", warning, StringComparison.Ordinal);
    }
}
