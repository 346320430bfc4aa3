using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Completion;

/// <summary>Words; file names complete only where the whole of PowerShell is, and are tested there.</summary>
public sealed class LocalCompletionTests
{
    [Theory]
    [InlineData("Get-RcCampaign -BrandId b -Status d", "DECLINED DELETED")]
    [InlineData("Get-RcBatch -Status c", "CREATED COMPLETED")]
    [InlineData("Get-RcBatch -SortBy st", "StartDate Status")]
    [InlineData("Get-RcBatch -SortDir ", "Asc Desc")]
    [InlineData("Update-RcBatch -Action v", "Validate")]
    [InlineData("Measure-RcSmsSegment -Concatenation ", "Reference16Bit Reference8Bit")]
    [InlineData("Connect-RcAccount -ParameterPlacement ", "Form Query")]
    public void Words_complete(string line, string words)
    {
        using TestSession session = new();

        Assert.Equal(words.Split(' ').Order(StringComparer.Ordinal), Complete(session, line).Order(StringComparer.Ordinal));
    }

    private static string[] Complete(TestSession session, string line)
    {
        session.Set("line", line);
        return [.. session.Script("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText").NoErrors().Output.Select(text => text.ToString())];
    }
}
