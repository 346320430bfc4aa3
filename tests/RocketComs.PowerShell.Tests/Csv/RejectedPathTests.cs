using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>The file for bad rows takes its place at the end, and never that of a file that is checked.</summary>
public sealed class RejectedPathTests
{
    [Fact]
    public void Rejected_path_that_is_a_later_one_of_the_files_is_refused_and_that_file_kept()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", AccountSession.BadCsv);
        string later = session.WriteFile("b.csv", AccountSession.GoodCsv);

        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"]), ("RejectedPath", "b.csv"));

        Assert.Equal("b.csv", result.Ended("RcInvalidParameter").TargetObject);
        Assert.Equal(AccountSession.GoodCsv, File.ReadAllText(later));
        Assert.Equal(["a.csv", "b.csv"], Names(later));
    }

    [Theory]
    [InlineData("b.csv")]
    [InlineData("./b.csv")]
    public void Rejected_path_that_is_a_later_piped_file_is_refused_and_that_file_kept(string rejected)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", AccountSession.BadCsv);
        string later = session.WriteFile("b.csv", AccountSession.GoodCsv);

        session.Pipe(["a.csv", new FileInfo(later)], "Test-RcBatchCsv", ("RejectedPath", rejected)).Ended("RcInvalidParameter");

        Assert.Equal(AccountSession.GoodCsv, File.ReadAllText(later));
        Assert.Equal(["a.csv", "b.csv"], Names(later));
    }

    [Fact]
    public void Rejected_path_beside_the_files_takes_the_bad_rows_of_all()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "12025550123,Hi\nabc,One\n");
        session.WriteFile("b.csv", "def,Two\n12025550124,Hi\n");
        string rejected = session.WriteFile("rejected.csv", "old");

        session.Run("Test-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"]), ("RejectedPath", "rejected.csv")).NoErrors();

        Assert.Equal("abc,One\ndef,Two\n", File.ReadAllText(rejected));
        Assert.Equal(["a.csv", "b.csv", "rejected.csv"], Names(rejected));
    }

    private static string[] Names(string file) => [.. Directory.GetFiles(Path.GetDirectoryName(file)!).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];
}
