using Xunit;

namespace RocketComs.PowerShell.Tests.Shell;

public sealed class ShellTests
{
    [Fact]
    public async Task Shell_without_arguments_runs_the_tour_and_every_step_works()
    {
        ShellResult result = await ShellProcess.RunAsync();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(0, result.ExitCode);
        string[] inOrder =
        [
            "PS> $sandbox = Start-RcSandbox",
            "Refused: ",
            "Recipient mobile number is invalid",
            "NOT VALID",
            "SegmentCount Encoding",
            "mended.csv: valid",
            "PS> Update-RcBatch $batch.Id $mended -Action Validate",
            "What if: Schedule batch",
            "6 recipients, 6 segments, cost 0.0474 (0.0079 a segment)",
            "PENDING",
            "COMPLETED",
            "only a batch that is CREATED can be changed",
            "PATCH",
        ];
        int from = 0;
        foreach (string text in inOrder)
        {
            int found = result.Output.IndexOf(text, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{text}' is missing after position {from} of:\n{result.Output}");
            from = found;
        }
    }

    [Fact]
    public async Task Command_prints_objects_through_their_views()
    {
        ShellResult result = await ShellProcess.RunAsync("-Command", "'Doors open' | Measure-RcSmsSegment");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("SegmentCount Encoding  Units Left", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 Gsm7         10  150", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Test-RcBatchCsv nowhere.csv", 1)]
    [InlineData("$null = 1", 0)]
    public async Task Command_gives_the_exit_code_that_pwsh_would(string command, int expected) =>
        Assert.Equal(expected, (await ShellProcess.RunAsync("-Command", command)).ExitCode);

    [Fact]
    public async Task Schedule_with_nobody_to_answer_fails_and_names_Force()
    {
        const string Script = "$s = Start-RcSandbox; Connect-RcAccount -Sandbox $s; "
            + "New-RcBatch $s.CampaignId -Message 'Doors open' -RecipientListId cf3775f1-ea90-4378-bdb5-8788f8d1d041 -StartDate 2999-01-01; "
            + "\"sent: $($s.Requests.Where{ $_.Method -eq 'POST' }.Count)\"";

        ShellResult result = await ShellProcess.RunAsync("-Command", Script);

        Assert.Contains("-Force", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sent: 1", result.Output, StringComparison.Ordinal);
    }
}
