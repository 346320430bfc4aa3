using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>A pipe is refused at once by every command, and a file that fails while it is read is that input's error.</summary>
public sealed class UnreadableInputTests
{
    private const string Failing = "/proc/self/mem";

    [Fact]
    public void Pipe_is_refused_by_every_command_that_takes_a_file()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Pipes have other paths there.");
        using AccountSession session = new();
        session.Script("mkfifo pipe").NoErrors();

        CommandResult[] results =
        [
            session.Run("Test-RcBatchCsv", ("Path", "pipe")),
            session.Run("Import-RcBatchCsv", ("Path", "pipe")),
            session.Run("Repair-RcBatchCsv", ("Path", "pipe"), ("Destination", "out.csv")),
            session.Run("Update-RcBatch", ("Id", Guid.NewGuid()), ("Path", "pipe"), ("Action", "Validate")),
            session.Run("New-RcBatch", ("CampaignId", Guid.NewGuid()), ("Path", "pipe"), ("Action", "Validate")),
            session.Run("Import-RcRecipient", ("Path", "pipe")),
        ];

        Assert.All(results, result =>
        {
            ErrorRecord error = result.Terminating ?? Assert.Single(result.Errors);
            Assert.StartsWith("RcFileNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("is a pipe or a device", error.ErrorDetails.Message, StringComparison.Ordinal);
            Assert.Empty(result.Output);
        });
    }

    [Fact]
    public void File_that_fails_while_it_is_read_is_its_own_error_and_the_next_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file that opens and cannot be read is at hand on Linux only.");
        using TestSession session = new();
        session.WriteFile("ok.csv", AccountSession.GoodCsv);

        CommandResult tested = session.Run("Test-RcBatchCsv", ("Path", (string[])[Failing, "ok.csv"]));
        CommandResult imported = session.Run("Import-RcBatchCsv", ("Path", Failing));
        CommandResult repaired = session.Run("Repair-RcBatchCsv", ("Path", Failing), ("Destination", "out.csv"));

        Assert.Equal(2, Assert.Single(tested.Output).Get<long>("RowCount"));
        Assert.All([tested, imported, repaired], result => Assert.Contains("cannot be read to its end", result.Error("RcFileNotFound").ErrorDetails.Message, StringComparison.Ordinal));
        Assert.Equal(["ok.csv"], Directory.GetFiles(Path.GetDirectoryName(session.PathOf("ok.csv"))!).Select(file => Path.GetFileName(file)!));
    }
}
