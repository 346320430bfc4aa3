using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>A batch file in memory, and short ways to check one.</summary>
internal sealed class BytesSource(byte[] bytes) : BatchSource
{
    public override string? Path => "/data/batch.csv";

    public override string FileName => "batch.csv";

    public override Stream Open() => new MemoryStream(bytes, writable: false);

    public static RcBatchCsvReport Check(string text, CheckOptions? options = null) => Check(Encoding.UTF8.GetBytes(text), options);

    public static RcBatchCsvReport Check(byte[] bytes, CheckOptions? options = null) =>
        BatchCsvChecker.Check(new BytesSource(bytes), options ?? new CheckOptions(), CancellationToken.None);

    /// <summary>The rules that fired, such as "RC005 RC102*2".</summary>
    public static string Fired(RcBatchCsvReport report) =>
        string.Join(' ', report.IssueSummary.Select(rule => rule.Value == 1 ? rule.Key : $"{rule.Key}*{rule.Value}"));

    /// <summary>The one issue of a rule.</summary>
    public static RcBatchCsvIssue Single(RcBatchCsvReport report, string ruleId) => Assert.Single(report.Issues, issue => issue.RuleId == ruleId);

    /// <summary>What the rows say to whom.</summary>
    public static ulong Content(string text, CheckOptions? options = null)
    {
        ulong content = 0;
        Check(text, (options ?? new()) with { OnContent = value => content = value });
        return content;
    }

    /// <summary>Where an issue stands and what stands there.</summary>
    public static (long Line, long Row, string Column, string Value) Place(RcBatchCsvIssue issue) => (issue.Line, issue.Row, issue.Column, issue.Value);

    /// <summary>Bytes written as text in which <c>{XX}</c> is the byte of that hexadecimal number.</summary>
    public static byte[] Bytes(string text)
    {
        using MemoryStream bytes = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                bytes.WriteByte(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 3;
            }
            else
            {
                bytes.Write(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return bytes.ToArray();
    }
}
