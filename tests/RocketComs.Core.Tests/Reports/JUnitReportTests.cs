using System.Text;
using System.Xml.Linq;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>JUnit's XML: a suite a file, a test a rule.</summary>
public sealed class JUnitReportTests
{
    [Fact]
    public void Errors_fail_and_warnings_pass_with_a_word()
    {
        XElement suites = XElement.Parse(ReportSample.Text(".xml", ReportSample.Input(
            ReportSample.Check("2025550123,Hello\nbad,Hello\nbad,Hello\n2025550124, Hello\n"), ReportSample.Check("2025550123,Hello\n") with { Path = "/data/good.csv" })));
        string all = (2 * RuleTable.All.Count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(("testsuites", all, "1", "0"), (suites.Name.LocalName, (string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors")));
        Assert.Equal(["batch.csv 1", "good.csv 0"], suites.Elements("testsuite").Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("failures")!.Value}"));
        XElement[] tests = [.. suites.Elements("testsuite").First().Elements("testcase")];
        Assert.Equal(RuleTable.All.Select(rule => $"{rule.Id} {rule.Title}"), tests.Select(test => (string?)test.Attribute("name")));
        XElement failure = Assert.Single(tests, test => test.Element("failure") is not null);
        Assert.StartsWith("RC005", (string?)failure.Attribute("name"), StringComparison.Ordinal);
        Assert.StartsWith("2×, first on line 2: ", (string?)failure.Element("failure")!.Attribute("message"), StringComparison.Ordinal);
        Assert.StartsWith("1×, first on line 4: ", tests.Single(test => ((string?)test.Attribute("name"))!.StartsWith("RC107", StringComparison.Ordinal)).Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_that_no_check_asked_is_skipped_and_passes_nothing()
    {
        RcBatchCsvReport all = ReportSample.Check("2025550123,Hello\n") with { UncheckedRules = [] };
        XElement suites = XElement.Parse(ReportSample.Text(".xml", ReportSample.Input(all with { ExcludedRules = ["RC102", "RC999"], UncheckedRules = ["RC012"] }, all with { Path = "/data/other.csv" })));
        Assert.Equal(["2", "0"], suites.Elements().Select(suite => (string?)suite.Attribute("skipped")));
        Assert.Equal(
            ["RC012: The check was given nothing to compare with (-OptOutNumber, -Campaign).", "RC102: The check left this rule out."],
            suites.Descendants("skipped").Select(skipped => $"{((string?)skipped.Parent!.Attribute("name"))![..5]}: {skipped.Attribute("message")!.Value}"));

        // Rows that were piped share a suite: what one check asked was asked.
        suites = XElement.Parse(ReportSample.Text(".xml", ReportSample.Input(all with { Path = null, ExcludedRules = ["RC102"] }, all with { Path = null, UncheckedRules = ["RC012"] })));
        Assert.Equal("0", (string?)Assert.Single(suites.Elements()).Attribute("skipped"));
    }

    [Fact]
    public void Every_suite_has_a_test_and_its_counts_are_right()
    {
        XElement suites = XElement.Parse(ReportSample.Text(".xml", ReportSample.Everything()));
        Assert.Equal(["batch.csv", "old.csv", "batch " + ReportSample.BatchId], suites.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
        Assert.All(suites.Elements("testsuite"), suite =>
        {
            Assert.NotEmpty(suite.Elements("testcase"));
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Elements("testcase").Elements("failure").Count());
        });
        Assert.Equal(["name", "tests", "failures", "errors", "time"], suites.Attributes().Select(attribute => attribute.Name.LocalName));
        Assert.All(suites.Elements(), suite => Assert.Equal(["name", "tests", "failures", "errors", "time", "skipped"], suite.Attributes().Select(attribute => attribute.Name.LocalName)));
        Assert.All(suites.Descendants("testcase"), test => Assert.Equal(["name", "classname", "time"], test.Attributes().Select(attribute => attribute.Name.LocalName)));
        Assert.Contains("# RocketComs report", suites.Elements("testsuite").First().Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_is_written_to_the_byte()
    {
        ReportInput input = ReportSample.Input(
            new RcBatchCsvRepair { Path = "/data/a.csv", Destination = "/data/b.csv" },
            ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { Path = "/data/a.csv" },
            ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { Path = "/data/c.csv" },
            new RcBatch { Id = "1" },
            new RcBatch { Id = "3" },
            new RcInsight { BatchId = "1" },
            new RcInsight { BatchId = "2" });
        Finding error = new() { Subject = "a.csv", RuleId = "RC003", Title = "Three columns", Severity = RcIssueSeverity.Error, Count = 1200, Line = 1003, Message = "It has <3>." };
        ReportDocument report = new("Report & more", [("Rows", "2")], [], new Lazy<IReadOnlyList<Finding>>(
        [
            error with { RuleId = "RC107", Title = "Blank", Severity = RcIssueSeverity.Warning, Count = 2 },
            error,
            error with { Count = 1, Line = 0, Message = "Again." },
            error with { Subject = "batch 2", RuleId = "undelivered", Title = "Did not arrive", Severity = RcIssueSeverity.Warning, Count = 1, Line = 0, Message = "1 failed." },
        ]));
        using MemoryStream stream = new();
        JUnitWriter.Write(report, input, ReportSample.Options, stream);
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites name="Report &amp; more" tests="6" failures="1" errors="0" time="0">
              <testsuite name="a.csv" tests="2" failures="1" errors="0" time="0" skipped="0">
                <testcase name="RC003 Three columns" classname="a.csv" time="0">
                  <failure message="1,200×, first on line 1,003: It has &lt;3&gt;." type="RC003">1,200×, first on line 1,003: It has &lt;3&gt;.
            1×: Again.</failure>
                </testcase>
                <testcase name="RC107 Blank" classname="a.csv" time="0">
                  <system-out>2×, first on line 1,003: It has &lt;3&gt;.</system-out>
                </testcase>
                <system-out>
            # Report &amp;amp; more

            | Rows |
            | ---: |
            | 2 |

            </system-out>
              </testsuite>
              <testsuite name="c.csv" tests="1" failures="0" errors="0" time="0" skipped="0">
                <testcase name="report Nothing is wrong" classname="c.csv" time="0" />
              </testsuite>
              <testsuite name="batch 1" tests="1" failures="0" errors="0" time="0" skipped="0">
                <testcase name="report Nothing is wrong" classname="batch 1" time="0" />
              </testsuite>
              <testsuite name="batch 3" tests="1" failures="0" errors="0" time="0" skipped="0">
                <testcase name="report Nothing is wrong" classname="batch 3" time="0" />
              </testsuite>
              <testsuite name="batch 2" tests="1" failures="0" errors="0" time="0" skipped="0">
                <testcase name="undelivered Did not arrive" classname="batch 2" time="0">
                  <system-out>1×: 1 failed.</system-out>
                </testcase>
              </testsuite>
            </testsuites>
            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Report_of_nothing_has_a_test_that_says_so()
    {
        XElement suites = XElement.Parse(ReportSample.Text(".xml", ReportSample.Input(new RcReply { Id = "1" })));
        Assert.Equal("RocketComs report", Assert.Single(suites.Elements()).Attribute("name")!.Value);
        Assert.Equal("report Nothing is wrong", Assert.Single(suites.Descendants("testcase")).Attribute("name")!.Value);
    }
}
