using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What was found in several files, and what was repaired in them: every sentence, bar and row.</summary>
public sealed class CheckSectionsTests
{
    // An error and a warning; a warning, and an issue of the whole file; nothing.
    private static readonly RcBatchCsvReport s_bad = Check("bad", 4, 3, ("RC005", 1), ("RC107", 2)) with
    {
        ErrorCount = 1,
        WarningCount = 2,
        SegmentCount = 3,
        Issues =
        [
            new() { RuleId = "RC005", Severity = RcIssueSeverity.Error, Row = 2, Line = 1002, Column = "Number", Value = "bad", Message = "It is wrong.", Suggestion = "Write digits." },
            new() { RuleId = "RC107", Severity = RcIssueSeverity.Warning, Row = 4, Line = 4, Column = "Message", Value = " Hi", Message = "It begins with a blank.", Suggestion = "Take it away." },
        ],
    };

    private static readonly RcBatchCsvReport s_doubtful = Check("doubtful", 0, 0, ("RC009", 1), ("RC109", 2), ("RC102", 7), ("XE", 2), ("XW", 1)) with
    {
        ErrorCount = 3,
        WarningCount = 10,
        Issues = [new() { RuleId = "XE", Severity = RcIssueSeverity.Error, Line = 1 }],
    };

    private static readonly RcBatchCsvReport s_warned = Check("warned", 1, 1, ("RC107", 1), ("RC110", 2)) with { WarningCount = 3 };

    private static readonly RcBatchCsvReport s_good = Check("good", 5, 5);

    [Fact]
    public void Files_have_their_verdicts_and_rules_stand_by_severity_then_count_then_id() => Assert.Equal(
        """
        RocketComs report: bad.csv, warned.csv and 2 more
        Rows read: 10
        Rows to send: 9
        Errors: 4
        Warnings: 15
        Segments: 3
        == Where the rows went
        -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
        [Plain] 10 Read
        [Wrong] 1 With errors
        [Wrong] 0 Opted out
        [Plain] 9 To send
        Step | Rows$ | Of those read$
        Read | 10 | 100.0 %
        With errors | 1 | 10.0 %
        Opted out | 0 | 0.0 %
        To send | 9 | 90.0 %
        == Files
        -- The files that were checked: Each file with its verdict.
        File" | Verdict | Rows$ | To send$ | Errors$ | Warnings$ | Segments$
        bad.csv | not valid | 4 | 3 | 1 | 2 | 3
        warned.csv | valid, with warnings | 1 | 1 | 0 | 3 | 0
        doubtful.csv | not valid | 0 | 0 | 3 | 10 | 0
        good.csv | valid | 5 | 5 | 0 | 0 | 0
        == Errors and warnings
        -- How often each rule fired: A bar a rule: hatched for errors, dotted for warnings.
        [Wrong] 2 XE Not a rule of this version
        [Wrong] 1 RC005 The number does not have 10 to 15 digits
        [Wrong] 1 RC009 The first row is a header
        [Doubtful] 7 RC102 A number occurs twice
        [Doubtful] 3 RC107 White space at the start or end of a field
        [Doubtful] 2 RC109 The file has a byte order mark, or is UTF-16
        [Doubtful] 2 RC110 The file contains a blank line
        [Doubtful] 1 XW Not a rule of this version
        Rule | What | Severity | Count$ | First line$ | What stands there" | What to do
        XE | Not a rule of this version | Error | 2 | 1 | ∅ | ∅
        RC005 | The number does not have 10 to 15 digits | Error | 1 | 1,002 | bad | Write digits.
        RC009 | The first row is a header | Error | 1 | ∅ | ∅ | ∅
        RC102 | A number occurs twice | Warning | 7 | ∅ | ∅ | ∅
        RC107 | White space at the start or end of a field | Warning | 3 | 4 |  Hi | Take it away.
        RC109 | The file has a byte order mark, or is UTF-16 | Warning | 2 | ∅ | ∅ | ∅
        RC110 | The file contains a blank line | Warning | 2 | ∅ | ∅ | ∅
        XW | Not a rule of this version | Warning | 1 | ∅ | ∅ | ∅
        -- Where they stand in bad.csv: The file from its first row to its last in 200 cells: a high hatched one holds an error, a low dotted one a warning. The check kept 2 of 3; only those are drawn.
        [-*50 Error*50 -*50 Warning*50] of 4
        Rows | Errors$ | Others$
        2 | 1 | 0
        4 | 0 | 1
        == What it costs
        No price of a segment was given (-PricePerSegment), so no cost is shown.
        -- Rows by the segments that their text needs: A bar a number of segments; each segment is charged.
        A text needs | Rows$ | Of all$ | Segments$
        """,
        ReportOutline.Of(s_bad, s_warned, s_doubtful, s_good));

    [Fact]
    public void One_file_has_no_table_of_files_and_of_no_rule_is_said_so() => Assert.Equal(
        """
        RocketComs report: good.csv
        Rows read: 5
        Rows to send: 5
        Errors: 0
        Warnings: 0
        Segments: 0
        == Where the rows went
        -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
        [Plain] 5 Read
        [Wrong] 0 With errors
        [Wrong] 0 Opted out
        [Plain] 5 To send
        Step | Rows$ | Of those read$
        Read | 5 | 100.0 %
        With errors | 0 | 0.0 %
        Opted out | 0 | 0.0 %
        To send | 5 | 100.0 %
        == Errors and warnings
        No rule found anything.
        """,
        ReportOutline.Of(s_good));

    [Theory]
    [InlineData("RC105,RC102", "RC102", "No rule found anything.|Left out of the check of some files: RC102, RC105.")]
    [InlineData("RC105,RC102,RC102", "RC102,RC105", "No rule found anything.|Left out of the check: RC102, RC105.")]
    [InlineData("", "", "No rule found anything.")]
    public void Rules_that_were_left_out_are_named(string one, string other, string texts)
    {
        Assert.EndsWith(texts.Replace('|', '\n'), Outline(s_good with { ExcludedRules = Ids(one) }, s_good with { Path = "/data/other.csv", ExcludedRules = Ids(other) }), StringComparison.Ordinal);
        Assert.Contains("Left out of the check of some files: RC102.\n-- How often", Outline(s_bad with { ExcludedRules = ["RC102"] }, s_good), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_a_report_that_are_made_of_nothing_are_empty()
    {
        RcBatchCsvReport bare = new() { Issues = null!, IssueSummary = null!, ExcludedRules = null!, UncheckedRules = null!, SegmentHistogram = null! };
        Assert.Equal((0, 0, 0, 0, 0), (bare.Issues.Length, bare.IssueSummary.Count, bare.ExcludedRules.Length, bare.UncheckedRules.Length, bare.SegmentHistogram.Count));
        Assert.EndsWith("No rule found anything.", Outline(bare with { Path = "/data/bare.csv" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_had_nothing_to_compare_with_are_named_and_nobody_opted_out()
    {
        string outline = Outline(s_good with { ExcludedRules = ["RC102"], UncheckedRules = ["RC012", "RC119"] });
        Assert.EndsWith(
            "No rule found anything.\nLeft out of the check: RC102.\nNot checked, for want of opted-out numbers (-OptOutNumber) or of what a campaign shows (-Campaign): RC012, RC119.",
            outline,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Opted out", outline, StringComparison.Ordinal);
        Assert.Contains("[Wrong] 0 Opted out\n", Outline(s_good with { UncheckedRules = ["RC119"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RC102", "RC102,RC105", " of some files: RC102, RC105.")]
    [InlineData("", "RC102", " of some files: RC102.")]
    [InlineData("RC102", "", " of some files: RC102.")]
    public void What_the_check_of_a_repaired_copy_left_out_is_named_as_well(string original, string copy, string said) => Assert.Contains(
        "Left out of the check" + said,
        Outline(
            s_good with { ExcludedRules = Ids(original) },
            new RcBatchCsvRepair { Path = "/data/good.csv", Destination = "/data/repaired.csv", RowsRead = 5, RowsWritten = 5 },
            s_good with { Path = "/data/repaired.csv", ExcludedRules = Ids(copy) }),
        StringComparison.Ordinal);

    private static string Outline(params object[] items) => ReportOutline.Of(items).Replace("\r", string.Empty, StringComparison.Ordinal).TrimEnd();

    private static string[] Ids(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Repairs_are_added_up_by_rule_and_what_they_set_aside_is_nobodys_error() => Assert.Equal(
        """
        RocketComs report: a.csv, b.csv and 1 more
        Rows read: 30
        Rows to send: 27
        == Where the rows went
        -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
        [Plain] 30 Read
        [Plain] 0 Repaired
        [Doubtful] 3 Dropped: the number stands twice
        [Wrong] 0 Set aside
        [Plain] 27 To send
        Step | Rows$ | Of those read$
        Read | 30 | 100.0 %
        Repaired | 0 | 0.0 %
        Dropped: the number stands twice | 3 | 10.0 %
        Set aside | 0 | 0.0 %
        To send | 27 | 90.0 %
        == What was repaired
        -- Repairs by rule: A bar a rule: how often it was repaired.
        [Plain] 4 RC107 White space at the start or end of a field
        [Plain] 3 RC102 A number occurs twice
        [Plain] 3 XX Not a rule of this version
        [Plain] 1 RC005 The number does not have 10 to 15 digits
        Rule | What | Repaired$
        RC107 | White space at the start or end of a field | 4
        RC102 | A number occurs twice | 3
        XX | Not a rule of this version | 3
        RC005 | The number does not have 10 to 15 digits | 1
        == What it costs
        Not known for a-repaired.csv, b-repaired.csv, c-repaired.csv: the repaired file was not checked (Test-RcBatchCsv), so there is no sum.
        """,
        ReportOutline.Of(
            Repair("a", ("RC107", 2), ("RC005", 1), ("RC102", 3)), Repair("b"), Repair("c", ("RC107", 2), ("XX", 3))));

    [Fact]
    public void Repair_of_nothing_has_no_section() => Assert.DoesNotContain("What was repaired", ReportOutline.Of(Repair("a")), StringComparison.Ordinal);

    [Theory]
    [InlineData(4, "")]
    [InlineData(5, "Where they stand is drawn for the first 4 files; there are 1 more with errors or warnings.")]
    public void Files_that_are_not_drawn_are_counted(int files, string text)
    {
        string[] lines = ReportOutline.Section("Errors and warnings", [.. Enumerable.Range(0, files).Select(i => s_bad with { Path = $"/data/{i}.csv" }), s_good, s_doubtful]).Split('\n');
        Assert.Equal(text, lines[1].StartsWith("--", StringComparison.Ordinal) ? string.Empty : lines[1]);
        Assert.Equal(["0.csv", "1.csv", "2.csv", "3.csv"], lines.Where(line => line.StartsWith("-- Where they stand", StringComparison.Ordinal)).Select(line => line.Split(':')[0].Split(' ')[^1]));
    }

    [Fact]
    public void Rules_beyond_the_fortieth_are_counted()
    {
        (string, long)[] rules = [.. Enumerable.Range(0, 41).Select(i => ($"X{i:00}", 100L - i))];
        string[] found = ReportOutline.Section("Errors and warnings", Check("a", 9, 9, rules)).Split('\n');
        Assert.Equal((40, "[Doubtful] 100 X00 Not a rule of this version", "[Doubtful] 61 X39 Not a rule of this version"), (found.Count(line => line.StartsWith('[')), found[2], found[41]));
        Assert.Equal(("X39 | Not a rule of this version | Warning | 61 | ∅ | ∅ | ∅", "and 1 more rule"), (found[^2], found[^1]));
        string[] repaired = ReportOutline.Section("What was repaired", Repair("a", rules)).Split('\n');
        Assert.Equal((40, "[Plain] 100 X00 Not a rule of this version"), (repaired.Count(line => line.StartsWith('[')), repaired[2]));
        Assert.Equal(("X39 | Not a rule of this version | 61", "and 1 more rule"), (repaired[^2], repaired[^1]));
    }

    private static RcBatchCsvReport Check(string name, long rows, long valid, params (string Rule, long Count)[] rules) => new()
    {
        Path = $"/data/{name}.csv",
        RowCount = rows,
        ValidRowCount = valid,
        IssueSummary = rules.ToDictionary(rule => rule.Rule, rule => rule.Count),
    };

    private static RcBatchCsvRepair Repair(string name, params (string Rule, long Count)[] rules) => new()
    {
        Path = $"/data/{name}.csv",
        Destination = $"/data/{name}-repaired.csv",
        RowsRead = 10,
        RowsWritten = 9,
        Changes = rules.ToDictionary(rule => rule.Rule, rule => rule.Count),
    };
}
