using System.Runtime.Versioning;
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
        session.WriteFile("b.csv", "12,Two\n12025550124,Hi\n");
        string rejected = session.WriteFile("rejected.csv", "old");

        session.Run("Test-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"]), ("RejectedPath", "rejected.csv")).Ended("RcInvalidParameter");
        Assert.Equal("old", File.ReadAllText(rejected));
        session.Run("Test-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"]), ("RejectedPath", "rejected.csv"), ("Force", true)).NoErrors();

        Assert.Equal("abc,One\n12,Two\n", File.ReadAllText(rejected));
        Assert.Equal(["a.csv", "b.csv", "rejected.csv"], Names(rejected));
    }

    [Theory]
    [InlineData("hard.csv")]
    [InlineData("soft.csv")]
    [InlineData("link/a.csv")]
    public void Rejected_path_that_is_the_file_by_another_name_is_refused_by_force_too(string name)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        using TestSession session = new();
        string path = session.WriteFile("a.csv", AccountSession.BadCsv);
        File.CreateSymbolicLink(session.PathOf("soft.csv"), path);
        Directory.CreateSymbolicLink(session.PathOf("link"), Path.GetDirectoryName(path)!);
        session.Script("ln a.csv hard.csv").NoErrors();
        string[] names = Names(path);

        session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("RejectedPath", name), ("Force", true)).Ended("RcInvalidParameter");
        session.Run("Test-RcBatchCsv", ("Path", name), ("RejectedPath", "a.csv"), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(AccountSession.BadCsv, File.ReadAllText(path));
        Assert.Equal(names, Names(path));
    }

    [Fact]
    public void Nothing_but_a_file_is_replaced_and_nothing_is_written_where_no_row_was_rejected()
    {
        using TestSession session = new();
        session.WriteFile("bad.csv", AccountSession.BadCsv);
        string good = session.WriteFile("good.csv", AccountSession.GoodCsv);
        if (!OperatingSystem.IsWindows())
        {
            session.Run("Test-RcBatchCsv", ("Path", "bad.csv"), ("RejectedPath", "/dev/null"), ("Force", true)).Ended("RcInvalidParameter");
            Assert.Equal("char", session.Script("if ((stat -c %F /dev/null) -like 'character*') { 'char' }").Single().BaseObject);
        }

        session.Run("Test-RcBatchCsv", ("Path", "good.csv"), ("RejectedPath", "rest.csv")).NoErrors();
        Assert.Equal(["bad.csv", "good.csv"], Names(good));

        session.WriteFile("rest.csv", "old");
        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", "good.csv"), ("RejectedPath", "rest.csv"), ("Force", true)).NoErrors();
        Assert.Equal($"No row was set aside; '{session.PathOf("rest.csv")}' is from before, and was left as it is.", Assert.Single(result.Warnings));
        Assert.Equal("old", File.ReadAllText(session.PathOf("rest.csv")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Rejected_rows_are_no_more_open_than_the_file_that_they_come_from()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Modes are those of Unix.");
        using TestSession session = new();
        string path = session.WriteFile("a.csv", AccountSession.BadCsv);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("RejectedPath", "rest.csv")).NoErrors();
        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("RejectedPath", "set-aside.csv")).NoErrors();

        Assert.All(["rest.csv", "out.csv", "set-aside.csv"], name => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(session.PathOf(name))));
    }

    private static string[] Names(string file) => [.. Directory.GetFiles(Path.GetDirectoryName(file)!).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];
}
