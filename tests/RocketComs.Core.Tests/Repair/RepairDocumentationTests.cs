using System.Text.RegularExpressions;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>docs/repair.md says what the repair does.</summary>
public sealed class RepairDocumentationTests
{
    private static readonly string s_page = File.ReadAllText(Page()).Replace("\r\n", "\n", StringComparison.Ordinal);

    [Fact]
    public void Example_comes_out_as_it_is_shown()
    {
        string[] blocks = [.. Regex.Matches(s_page, "```\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        using RepairFolder folder = new(blocks[0]);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((blocks[2], blocks[3]), (folder.Output, folder.Rejected));
        Assert.Equal(
            Regex.Matches(blocks[1], @"(RC\d{3}) [^\n]*: (\d+)\n").Select(match => (match.Groups[1].Value, long.Parse(match.Groups[2].ValueSpan, provider: null))),
            repair.Changes.Select(change => (change.Key, change.Value)));
        Assert.Equal(Regex.Matches(blocks[1], @"line (\d+) +(RC\d{3})").Select(match => $"{match.Groups[2].Value} line {match.Groups[1].Value}"), repair.Rejected.Select(issue => $"{issue.RuleId} line {issue.Line}"));
        Assert.Equal([$"{repair.RowsRead}", $"{repair.RowsWritten}", $"{repair.RowsRejected}"], Regex.Matches(blocks[1], @"Rows\w+ *: (\d+)").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Numbers_that_are_said_to_be_left_are_left()
    {
        string section = s_page[s_page.IndexOf("fix the following numbers yourself", StringComparison.Ordinal)..s_page.IndexOf("## What is never repaired", StringComparison.Ordinal)];
        string[] numbers = [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Regex.Matches(line.Split('|')[1], "`([^`]+)`").Select(match => match.Groups[1].Value))];

        Assert.Equal(21, numbers.Length);
        Assert.All(numbers, number => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind));
    }

    private static string Page()
    {
        string? directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "RocketComs.psd1")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }

        return Path.Combine(directory, "docs", "repair.md");
    }
}
