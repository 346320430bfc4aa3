using System.Xml.Linq;
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
}
