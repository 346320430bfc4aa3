using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

public sealed class RepairTests
{
    private const string Mixed = "Number,Message\n(202) 555-0101, Hi\n2025550102,Hi, you\n12025550101,Hi\n2025550103,\n2025550104,two\\n lines\n";
    private const string Mended = "2025550101,Hi\n2025550104,two\\nlines\n";
    private const string Rest = "2025550102,Hi, you\n2025550103,\n";

    [Fact]
    public void Repair_writes_what_it_says()
    {
        using TestSession session = new();
        string path = session.WriteFile("mixed.csv", Mixed);

        CommandResult result = session.Run("Repair-RcBatchCsv", ("Path", "mixed.csv"), ("Destination", "out.csv"), ("RejectedPath", "rest.csv"));

        PSObject repair = result.Single();
        Assert.Equal("RocketComs.RcBatchCsvRepair", repair.TypeNames[0]);
        Assert.Equal((path, session.PathOf("out.csv")), (repair.Get<string>("Path"), repair.Get<string>("Destination")));
        Assert.Equal((5L, 2L, 2L), (repair.Get<long>("RowsRead"), repair.Get<long>("RowsWritten"), repair.Get<long>("RowsRejected")));
        Assert.Equal(
            [new("RC005", 1), new("RC009", 1), new("RC102", 1), new("RC103", 1), new KeyValuePair<string, long>("RC107", 1)], repair.Get<IReadOnlyDictionary<string, long>>("Changes")!);
        object[] rejected = repair.Get<object[]>("Rejected")!;
        Assert.Equal([("RC003", 3L, 2L), ("RC006", 5L, 4L)], rejected.Select(issue => (issue.Get<string>("RuleId")!, issue.Get<long>("Line"), issue.Get<long>("Row"))));
        Assert.All(rejected, issue => Assert.Equal("RocketComs.RcBatchCsvIssue", PSObject.AsPSObject(issue).TypeNames[0]));
        Assert.Empty(result.Warnings);
        Assert.Equal((Mended, Rest, Mixed), (File.ReadAllText(session.PathOf("out.csv")), File.ReadAllText(session.PathOf("rest.csv")), File.ReadAllText(path)));
        Assert.True(session.Run("Test-RcBatchCsv", ("Path", "out.csv")).Single().Get<bool>("IsValid"));
    }

    [Theory]
    [InlineData("1,b\n2025550101,Hi\n", "1 row was left out of '")]
    [InlineData(Mixed, "2 rows were left out of '")]
    public void Rows_that_are_kept_nowhere_give_one_warning(string csv, string begin)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", csv);

        string warning = Assert.Single(session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv")).NoErrors().Warnings);

        Assert.Equal($"{begin}{session.PathOf("out.csv")}'; give -RejectedPath to keep them as they stood.", warning);
    }

    [Fact]
    public void Transliterate_and_DefaultRegion_are_heeded()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "2025550101,It\u2019s\n12025550101,It's\n");

        PSObject here = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "us.csv"), ("Transliterate", true)).Single();
        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "gb.csv"), ("Transliterate", true), ("DefaultRegion", "GB")).Single();

        Assert.Equal("2025550101,It's\n", File.ReadAllText(session.PathOf("us.csv")));
        Assert.Equal("2025550101,It's\n12025550101,It's\n", File.ReadAllText(session.PathOf("gb.csv")));
        Assert.Equal(["RC102", "RC106"], here.Get<IReadOnlyDictionary<string, long>>("Changes")!.Keys);
    }

    [Fact]
    public void File_comes_down_the_pipeline_by_value_and_by_name()
    {
        using TestSession session = new();
        FileInfo file = new(session.WriteFile("a[1].csv", "2025550101,Hi\n"));
        object?[] inputs = ["a[1].csv", file, AccountSession.Record(("FullName", file.FullName)), AccountSession.Record(("File", "a[1].csv")), AccountSession.Record(("Path", "./a[1].csv"))];

        Assert.All(inputs, input => Assert.Equal(file.FullName, session.Pipe([input], "Repair-RcBatchCsv", ("Destination", "out.csv"), ("Force", true)).Single().Get<string>("Path")));
    }

    [Fact]
    public void Several_files_for_one_destination_are_refused_before_anything_is_written()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "2025550101,Hi\n");
        string last = session.WriteFile("b.csv", "2025550102,Hi\n");

        CommandResult piped = session.Pipe(["a.csv", new FileInfo(last)], "Repair-RcBatchCsv", ("Destination", "out.csv"));
        CommandResult matched = session.Run("Repair-RcBatchCsv", ("Path", "*.csv"), ("Destination", "out.csv"));

        Assert.Equal("a.csv, " + last, piped.Ended("RcInvalidParameter").TargetObject);
        matched.Ended("RcInvalidParameter");
        Assert.Equal(["a.csv", "b.csv"], Names(last));
    }

    [Fact]
    public void Wildcard_that_matches_one_file_is_that_file()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", "2025550101,Hi\n");

        Assert.Equal(path, session.Run("Repair-RcBatchCsv", ("Path", "?.csv"), ("Destination", "out.csv")).Single().Get<string>("Path"));
    }

    [Theory]
    [InlineData("a.csv", null, "a.csv")]
    [InlineData("./sub/../a.csv", null, "./sub/../a.csv")]
    [InlineData("sub", null, "sub")]
    [InlineData("out.csv", "a.csv", "a.csv")]
    [InlineData("out.csv", "out.csv", "out.csv")]
    [InlineData("out.csv", "sub", "sub")]
    public void Place_where_something_would_be_lost_is_refused_by_force_too(string destination, string? rejected, string target)
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", Mixed);
        Directory.CreateDirectory(session.PathOf("sub"));

        CommandResult result = rejected is null
            ? session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", destination), ("Force", true))
            : session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", destination), ("RejectedPath", rejected), ("Force", true));

        Assert.Equal(target, result.Ended("RcInvalidParameter").TargetObject);
        Assert.Empty(result.Output);
        Assert.Equal(Mixed, File.ReadAllText(path));
        Assert.Equal(["a.csv"], Names(path));
    }

    [Fact]
    public void File_that_is_there_is_replaced_only_by_force()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Mixed);
        string old = session.WriteFile("out.csv", "old");

        Assert.Equal("out.csv", session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv")).Ended("RcInvalidParameter").TargetObject);
        Assert.Equal("old", File.ReadAllText(old));

        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("Force", true)).Single();
        Assert.Equal(Mended, File.ReadAllText(old));
    }

    [Fact]
    public void Missing_folder_of_the_destination_ends_the_command()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Mixed);

        Assert.Equal(session.PathOf("none/out.csv"), session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "none/out.csv")).Ended("RcFileNotFound").TargetObject);
        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "Env:x")).Ended("RcFileNotFound");
    }

    [Fact]
    public void Missing_file_is_an_error_that_lets_the_pipeline_go_on()
    {
        using TestSession session = new();

        Assert.Equal("nowhere.csv", session.Pipe(["nowhere.csv"], "Repair-RcBatchCsv", ("Destination", "out.csv")).Error("RcFileNotFound").TargetObject);
        session.Run("Repair-RcBatchCsv", ("Path", "no*.csv"), ("Destination", "out.csv")).Error("RcFileNotFound");
        session.Script("@() | Repair-RcBatchCsv -Destination out.csv").Error("RcInvalidParameter");
    }

    [Fact]
    public void Encoding_that_cannot_be_read_is_an_error_and_nothing_is_written()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", Encoding.Unicode.GetBytes("2025550101,Hi\n"));

        CommandResult result = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("RejectedPath", "rest.csv"));

        Assert.Equal("a.csv", result.Error("RcCsvInvalid").TargetObject);
        Assert.Empty(result.Output);
        Assert.Equal(["a.csv"], Names(path));
    }

    [Fact]
    public void File_without_a_row_left_is_an_error_and_its_rows_are_kept()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", "abc,Hi\n2025550101,\n");

        CommandResult result = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("RejectedPath", "rest.csv"));

        ErrorRecord error = result.Error("RcCsvInvalid");
        Assert.Contains("Line 1: The number holds letters (RC005). Line 2: The row has no text (RC006).", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Equal(["a.csv", "rest.csv"], Names(path));
        Assert.Equal("abc,Hi\n2025550101,\n", File.ReadAllText(session.PathOf("rest.csv")));
    }

    [Fact]
    public void WhatIf_reads_all_says_what_would_be_and_writes_nothing()
    {
        TestHost host = new();
        using TestSession session = new(host);
        string path = session.WriteFile("a.csv", Mixed);

        CommandResult result = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("WhatIf", true));

        Assert.Contains($"Repair '{path}' into '{session.PathOf("out.csv")}'", host.WhatIf(), StringComparison.Ordinal);
        Assert.Equal((2L, 2L), (result.Single().Get<long>("RowsWritten"), result.Single().Get<long>("RowsRejected")));
        Assert.StartsWith("2 rows would be left out of '", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["a.csv"], Names(path));
        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "a.csv"), ("WhatIf", true)).Ended("RcInvalidParameter");
    }

    [Theory]
    [InlineData("No", 0)]
    [InlineData("Yes", 1)]
    public void Confirm_asks_and_only_a_yes_repairs(string answer, int outputs)
    {
        TestHost host = new(answer);
        using TestSession session = new(host);
        session.WriteFile("a.csv", Mixed);

        CommandResult result = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("RejectedPath", "rest.csv"), ("Confirm", true)).NoErrors();

        Assert.Contains(session.PathOf("rest.csv"), Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Equal((outputs, outputs == 1), (result.Output.Count, File.Exists(session.PathOf("out.csv"))));
    }

    [Fact]
    public void View_lists_what_was_repaired_and_why_rows_were_set_aside()
    {
        TestHost host = new();
        using TestSession session = new(host);
        session.WriteFile("a.csv", Mixed + string.Concat(Enumerable.Repeat("abc,Hi\n", 12)));

        session.Script("Repair-RcBatchCsv a.csv -Destination out.csv -WarningAction Ignore | Out-Default").NoErrors();

        string[] lines = [.. host.Lines.SelectMany(line => Regex.Replace(line, @"\x1B\[[0-9;]*m", string.Empty).Split('\n')).Select(line => line.TrimEnd())];
        Assert.Contains("RowsRejected : 14", lines);
        Assert.Contains("Changes      : RC005 separators in numbers removed: 1", lines);
        Assert.Contains("               RC103 blanks after \\n removed: 1", lines);
        Assert.Contains(lines, line => line.StartsWith("Rejected     : line 3     RC003: The row has 3 columns;", StringComparison.Ordinal));
        Assert.Contains("               line 5     RC006: Message: The row has no text.", lines);
        Assert.Contains("               4 more", lines);
    }

    [Fact]
    public void View_breaks_reasons_between_words()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Mixed);

        CommandResult result = session.Script("$r = Repair-RcBatchCsv a.csv -Destination out.csv -WarningAction Ignore; [RocketComs.PowerShell.Views.ViewText]::Rejected($r, 70)");

        Assert.Equal(
            ["line 3     RC003: The row has 3 columns; a comma in", "           the text cut it.", "line 5     RC006: Message: The row has no text."],
            ((string)result.Single().BaseObject).Split(["\r\n", "\n"], StringSplitOptions.None));
    }

    private static string[] Names(string file) => [.. Directory.GetFiles(Path.GetDirectoryName(file)!).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Repair_that_is_piped_on_stands_for_the_repaired_file()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.WriteFile("f.csv", "(202) 555-0123,Hello\n");
        CommandResult updated = session.Script($"Repair-RcBatchCsv f.csv -Destination g.csv | Update-RcBatch -Id {id} -Action Validate");
        Assert.Single(updated.NoErrors().Output);
        Assert.Equal("2025550123,Hello\n", session.Sandbox.Writes.Single().PartText("file"));
        CommandResult tested = session.Script("Repair-RcBatchCsv f.csv -Destination h.csv | Test-RcBatchCsv");
        Assert.Equal(session.PathOf("h.csv"), tested.Single().Get<string>("Path"));
    }
}
