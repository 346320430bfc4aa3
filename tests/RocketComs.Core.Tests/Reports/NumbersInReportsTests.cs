using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>No format repeats a number of its input, unless asked.</summary>
public sealed class NumbersInReportsTests
{
    private static readonly string[] s_spellings =
        ["{0}", "+1{0}", "({1}) {2}-{3}", "{1}.{2}.{3}", "{1} {2} {3}", "'{0}", "1-{1}-{2}-{3}", "{0}.00", "{1}-{2}-{3}x", "tel:{0}", "{1}{2}", " {0}", "{0}{3}9"];

    [Fact]
    public void No_number_of_the_input_is_in_any_format()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(7);
        for (int round = 0; round < 12; round++)
        {
            List<string> numbers = [];
            StringBuilder file = new();
            List<object> items = [];
            for (int row = 0; row < 60; row++)
            {
                string Spelled()
                {
                    string number = $"{random.Next(200, 999)}{random.Next(200, 999)}{random.Next(1000, 9999)}";
                    numbers.Add(number);
                    return string.Format(null, s_spellings[random.Next(s_spellings.Length)], number, number[..3], number[3..6], number[6..]);
                }

                string text = random.Next(4) switch
                {
                    0 => "Hello",
                    1 => $"Hi, call {Spelled()} or {Spelled()}",
                    2 => $"{new string('a', random.Next(120, 170))} {Spelled()} — {new string('b', random.Next(100))}",
                    _ => $"Hi, you, {Spelled()}",
                };
                file.Append(Spelled()).Append(random.Next(6) == 0 ? ";" : ",").Append(random.Next(3) == 0 ? $"\"{text}\"" : text).Append('\n');
                items.Add(new RcReply { Source = Spelled(), MessageText = $"I am {Spelled()} {numbers[^2]}" });
                items.Add(new RcMessage { Status = "FAILED", ReasonText = $"No such number {Spelled()}", DestinationNumber = Spelled() });
            }

            RcBatchCsvReport check = ReportSample.Check(file.ToString());
            ReportInput input = ReportSample.Input([check, new RcBatchCsvRepair { Path = "/data/other.csv", Destination = "/data/x.csv", Rejected = check.Issues }, .. items]);
            foreach (string written in Formats(input, ReportSample.Options))
            {
                Assert.All(numbers, number => Assert.DoesNotContain(number[..8], written, StringComparison.Ordinal));
                string bare = Regex.Replace(written, @"(?<=[0-9])[-. )(/]{1,3}(?=[0-9])", string.Empty);
                Assert.All(numbers, number => Assert.DoesNotContain(number[..8], bare, StringComparison.Ordinal));
            }

            Assert.All(Formats(input, ReportSample.Options with { ShowNumber = true }).Take(3), written => Assert.Matches(@"[2-9][0-9]{9}", written));
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void File_with_a_number_in_its_name_is_masked_and_an_id_is_not()
    {
        ReportInput input = ReportSample.Input(
            ReportSample.Check("2025550123,Hello\n,Hello\n") with { Path = "/data/12025550123/sale.csv" }, new RcInsight { BatchId = "00000000-1111-2222-3333-444444444444", Sent = 1 });
        Assert.All([".html", ".md", ".xml"], extension => Assert.DoesNotContain("12025550123", ReportSample.Text(extension, input), StringComparison.Ordinal));
        Assert.Contains("00000000-1111-2222-3333-444444444444", ReportSample.Text(".md", input), StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_are_told_the_exact_path_of_a_file_and_people_its_masked_name()
    {
        ReportInput input = ReportSample.Input(ReportSample.Check("bad,Hi\n") with { Path = "/data/12025550123.csv" }, ReportSample.Check("bad,Hi\n") with { Path = "/data/12025550223.csv" });
        Assert.Contains("\"uri\":\"12025550123.csv\"", ReportSample.Text(".sarif", input), StringComparison.Ordinal);
        string command = ReportFile.GitHubCommands(input, ReportSample.Options)[0];
        Assert.StartsWith("::error file=12025550123.csv,line=1,", command, StringComparison.Ordinal);
        Assert.Contains("2 in 2 places; first in •••••••••23.csv, line 1", command, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(ReportSample.Text(".xml", input), "<testsuite name=\"•••••••••23.csv\" tests=\"[0-9]+\" failures=\"1\""));
    }

    private static IEnumerable<string> Formats(ReportInput input, ReportOptions options) =>
        [.. ReportFile.Extensions.Select(extension => ReportSample.Text(extension, input, options)), string.Join('\n', ReportFile.GitHubCommands(input, options))];
}
