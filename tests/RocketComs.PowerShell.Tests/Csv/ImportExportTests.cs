using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

public sealed class ImportExportTests
{
    [Fact]
    public void Import_emits_typed_rows_with_their_places()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "12025550123,\"Hi, \"\"you\"\"\"\n\n12025550124,\"two\nlines\"\n+12025550125,last\n");

        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", "a.csv")).NoErrors();

        Assert.All(result.Output, row => Assert.Equal("RocketComs.RcBatchRow", row.TypeNames[0]));
        Assert.Equal(
            [("12025550123", "Hi, \"you\"", 1L, 1L), ("12025550124", "two\nlines", 3L, 2L), ("+12025550125", "last", 5L, 3L)],
            result.Output.Select(row => (row.Get<string>("Number")!, row.Get<string>("Message")!, row.Get<long>("Line"), row.Get<long>("Row"))));
    }

    [Fact]
    public void Import_of_a_file_with_a_record_that_is_no_row_gives_no_rows_of_any_file()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", "12025550123,Hi\n12025550124,Hi, you\n12025550125,Hi\n");
        session.WriteFile("b.csv", "12025550126,Hi\n");

        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"]));

        Assert.Equal(path, result.Error("RcCsvInvalid").TargetObject);
        Assert.Empty(result.Output);
        Assert.Equal(["No rows of any of the 2 files were given, because one of them is in error."], result.Warnings);
    }

    [Theory]
    [InlineData("a.csv", "missing.csv")]
    [InlineData("bad.csv", "a.csv")]
    public void Import_with_a_file_in_error_sends_nothing(string one, string two)
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", "12025550123,Hi\n");
        session.WriteFile("bad.csv", "12025550124,Hi, you\n");
        session.Set("id", session.NewBatch());

        CommandResult result = session.Script($"Import-RcBatchCsv {one}, {two} | Update-RcBatch $id -Force");

        Assert.StartsWith("RcInvalidParameter,", result.Errors[^1].FullyQualifiedErrorId, System.StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Import_of_a_file_that_is_not_utf8_gives_no_rows()
    {
        using TestSession session = new();
        string path = session.WriteFile("ansi.csv", [.. "12025550123,Hi\n12025550124,Gr"u8, 0xFC, .. "n\n12025550125,Hi\n"u8]);

        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", "ansi.csv"));

        ErrorRecord error = result.Error("RcCsvInvalid");
        Assert.Equal(path, error.TargetObject);
        Assert.Contains("line 2: this is not a row: it holds bytes that are not UTF-8. Nothing was read from the file.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Import_leaves_a_header_out_and_says_so()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", "Number,Message\n12025550123,Hi\n");
        session.WriteFile("b.csv", "12025550124,Number\n");

        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", (string[])["a.csv", "b.csv"])).NoErrors();

        Assert.Equal(["12025550123", "12025550124"], result.Values<string>("Number"));
        Assert.Equal([$"'{path}', line 1: the header row was left out; a batch file has none."], result.Warnings);
    }

    [Fact]
    public void Import_of_a_utf16_file_with_half_a_character_gives_none_of_its_rows()
    {
        using TestSession session = new();
        string path = session.WriteFile("half.csv", string.Empty);
        File.WriteAllBytes(path, [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("12025550123,Hi\n12025550124,a"), 0x00, 0xD8, .. System.Text.Encoding.Unicode.GetBytes("b\n")]);

        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", "half.csv"));

        Assert.Equal(path, result.Error("RcCsvInvalid").TargetObject);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Import_of_a_missing_file_is_an_error()
    {
        using TestSession session = new();

        Assert.Equal("nowhere.csv", session.Run("Import-RcBatchCsv", ("Path", "nowhere.csv")).Error("RcFileNotFound").TargetObject);
    }

    [Fact]
    public void Export_quotes_and_escapes_what_must_be()
    {
        using TestSession session = new();

        CommandResult result = session.Pipe(
            [AccountSession.Row("12025550123", "Hi, \"you\""), AccountSession.Record(("Phone", "+12025550124"), ("Text", "two\r\nlines")), AccountSession.Row("12025550125", "\u00e9t\u00e9")],
            "Export-RcBatchCsv",
            ("Path", "out.csv")).NoErrors();

        Assert.Empty(result.Output);
        Assert.Equal("12025550123,\"Hi, \"\"you\"\"\"\n+12025550124,two\\nlines\n12025550125,\u00e9t\u00e9\n"u8.ToArray(), File.ReadAllBytes(session.PathOf("out.csv")));
    }

    [Fact]
    public void Export_of_what_was_imported_is_the_same_file()
    {
        using TestSession session = new();
        string csv = "12025550123,\"Hi, \"\"you\"\"\"\n12025550124,two\\nlines\n+12025550125,=1+1\n";
        session.WriteFile("a.csv", csv);

        session.Script("Import-RcBatchCsv ./a.csv | Export-RcBatchCsv ./b.csv").NoErrors();

        Assert.Equal(csv, File.ReadAllText(session.PathOf("b.csv")));
    }

    [Fact]
    public void PassThru_emits_the_file()
    {
        using TestSession session = new();

        PSObject file = session.Pipe([AccountSession.Row("12025550123", "Hi")], "Export-RcBatchCsv", ("Path", "out.csv"), ("PassThru", true)).Single();

        Assert.Equal(session.PathOf("out.csv"), Assert.IsType<FileInfo>(file.BaseObject).FullName);
        Assert.True(((FileInfo)file.BaseObject).Exists);
    }

    [Fact]
    public void File_that_is_there_is_replaced_only_by_force()
    {
        using TestSession session = new();
        string path = session.WriteFile("out.csv", "old");
        PSObject[] rows = [AccountSession.Row("12025550123", "Hi")];

        session.Pipe(rows, "Export-RcBatchCsv", ("Path", "out.csv")).Ended("RcInvalidParameter");
        Assert.Equal("old", File.ReadAllText(path));

        session.Pipe(rows, "Export-RcBatchCsv", ("Path", "out.csv"), ("Force", true)).NoErrors();
        Assert.Equal("12025550123,Hi\n", File.ReadAllText(path));
    }

    [Fact]
    public void Export_that_fails_leaves_the_old_file()
    {
        using TestSession session = new();
        string path = session.WriteFile("out.csv", "old");

        session.Pipe([AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "1"))], "Export-RcBatchCsv", ("Path", "out.csv"), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        TestHost host = new();
        using TestSession session = new(host);

        session.Pipe([AccountSession.Row("12025550123", "Hi")], "Export-RcBatchCsv", ("Path", "out.csv"), ("WhatIf", true)).NoErrors();

        Assert.Contains(session.PathOf("out.csv"), host.WhatIf(), StringComparison.Ordinal);
        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    [Fact]
    public void Nasty_texts_come_back_from_the_file_as_they_were()
    {
        using TestSession session = new();
        string[] texts =
        [
            "\"", "say \"hi\"", "a, b", ",", "one\\ntwo", "back\\slash\\", "\U0001F600 \U0001F468\u200D\U0001F469", "=1+1", "+1", "-1", "@a", "\ta\t", "  a  ", " ", "", "a\u2028b\u2029c\u0085",
            "a\0b", "\uFEFFa", "\uFFFF", "Message", "12025550123,x", "#a", "a;b|c", "'", "\u001B[31m", new string('x', 70_000),
        ];

        session.Pipe(texts.Select((text, index) => AccountSession.Row("+1202555" + (1000 + index), text)), "Export-RcBatchCsv", ("Path", "a.csv")).NoErrors();
        CommandResult result = session.Run("Import-RcBatchCsv", ("Path", "a.csv")).NoErrors();

        Assert.Equal(texts, result.Values<string>("Message"));
        Assert.Equal(texts.Select((_, index) => "+1202555" + (1000 + index)), result.Values<string>("Number"));
    }

    [Fact]
    public void Real_line_breaks_come_back_as_the_two_characters()
    {
        using TestSession session = new();

        session.Pipe([AccountSession.Row("12025550123", "a\r\nb\rc\nd\n")], "Export-RcBatchCsv", ("Path", "a.csv")).NoErrors();

        Assert.Equal(["a\\nb\\nc\\nd\\n"], session.Run("Import-RcBatchCsv", ("Path", "a.csv")).NoErrors().Values<string>("Message"));
    }

    [Fact]
    public void File_can_be_written_back_over_itself()
    {
        using TestSession session = new();
        string path = session.WriteFile("a.csv", [0xEF, 0xBB, 0xBF, .. "Number,Message\r\n\r\n\"12025550123\",\"two\r\nlines\"\r\n=1+1,\"=1+1\"\r\n"u8]);

        session.Script("Import-RcBatchCsv ./a.csv | Export-RcBatchCsv ./a.csv -Force").NoErrors();

        Assert.Equal("12025550123,two\\nlines\n=1+1,=1+1\n"u8.ToArray(), File.ReadAllBytes(path));
    }

    [Fact]
    public void Export_of_half_a_character_is_refused_with_its_row_and_writes_nothing()
    {
        using TestSession session = new();
        string path = session.WriteFile("old.csv", "old");
        PSObject bad = AccountSession.Record(("Phone", "12025550124"), ("Text", "cut \uD83D"));
        PSObject[] rows = [AccountSession.Row("12025550123", "Hi"), bad, AccountSession.Row("12025550125", "Hi")];

        foreach (string name in (string[])["new.csv", "old.csv"])
        {
            ErrorRecord error = session.Pipe(rows, "Export-RcBatchCsv", ("Path", name), ("Force", true)).Ended("RcInvalidParameter");
            Assert.Same(bad, error.TargetObject);
            Assert.Contains("Row 2, number '12025550124': the text holds half a character (U+D83D at index 4)", error.ErrorDetails.Message, StringComparison.Ordinal);
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Export_of_half_a_character_that_was_not_piped_has_the_row_for_its_target()
    {
        using TestSession session = new();

        ErrorRecord error = session.Run("Export-RcBatchCsv", ("Path", "a.csv"), ("Number", "1202555\uDE00"), ("Message", "Hi")).Ended("RcInvalidParameter");

        Assert.Equal("1202555\uDE00", error.TargetObject.Get<string>("Number"));
        Assert.False(File.Exists(session.PathOf("a.csv")));
    }
}
