using System.Diagnostics;
using RocketComs.Core.Errors;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Where a report is written, and what it is made of.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.html", null)]
    [InlineData("a.MD", null)]
    [InlineData("a.csv.sarif", null)]
    [InlineData("a.xml", null)]
    [InlineData("a.txt", "'a.txt' ends in '.txt', which says no format of a report. Nothing was written.")]
    [InlineData("html", "'html' ends in no extension, which says no format of a report. Nothing was written.")]
    public void Format_is_said_by_the_name_of_the_file(string path, string? message)
    {
        InvalidParameterException? exception = Record.Exception(() => ReportFile.RequireFormat("Path", path)) as InvalidParameterException;
        Assert.Equal((message, message is null ? null : "Path"), (exception?.Message, exception?.ParameterName));
        Assert.Equal(message is null, ReportFile.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()));
    }

    [Fact]
    public void File_that_stands_there_is_replaced_only_when_that_was_asked_for()
    {
        string path = _folder.Write("report.md", "mine");
        Assert.Throws<BatchFileException>(() => ReportFile.Write(path, overwrite: false, ReportSample.Everything(), ReportSample.Options, []));
        Assert.Equal("mine", File.ReadAllText(path));
        ReportFile.Write(path, overwrite: true, ReportSample.Everything(), ReportSample.Options, []);
        Assert.StartsWith("# RocketComs report", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

#if !NETSTANDARD_LAYOUT // .NET Framework, for which that build is, knows no rights of Unix.
    [Theory]
    [InlineData("600", "644", "600")]
    [InlineData("644", "640", "640")]
    [InlineData("640", "604", "600")]
    public void Nobody_reads_it_who_may_not_read_each_file_that_it_is_about(string first, string second, string report)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows has no such rights.");
        if (!OperatingSystem.IsWindows())
        {
            string[] sources = [_folder.Write("first.csv", "1,a\n"), _folder.Write("second.csv", "1,a\n")];
            File.SetUnixFileMode(sources[0], (UnixFileMode)Convert.ToInt32(first, 8));
            File.SetUnixFileMode(sources[1], (UnixFileMode)Convert.ToInt32(second, 8));
            string path = _folder.File("report.md");
            ReportFile.Write(path, overwrite: false, ReportSample.Everything(), ReportSample.Options, sources);
            Assert.Equal(report, Convert.ToString((int)File.GetUnixFileMode(path), 8));
        }
    }
#endif

    [Fact]
    public void Summary_of_a_job_is_added_to()
    {
        string path = _folder.Write("summary.md", "before\n");
        ReportFile.AppendSummary(path, ReportSample.Everything(), ReportSample.Options);
        Assert.Equal("before\n" + ReportSample.Text(".md", ReportSample.Everything()), File.ReadAllText(path));
    }

    [Fact]
    public void Pipe_in_the_place_of_a_summary_is_refused_before_it_keeps_anybody_waiting()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Pipes in a folder are those of Unix.");
        string path = _folder.File("summary.md");
        using (Process made = Process.Start("mkfifo", [path]))
        {
            made.WaitForExit();
        }

        BatchFileException exception = Assert.Throws<BatchFileException>(() => ReportFile.AppendSummary(path, ReportSample.Everything(), ReportSample.Options));
        Assert.Equal("It is a pipe or a device.", exception.InnerException?.Message);
    }

    [Fact]
    public void Objects_of_these_commands_are_taken_and_no_others()
    {
        object[] items = [new RcBatchCsvReport(), new RcBatchCsvRepair(), new RcSendWindow(), new RcBatch(), new RcInsight(), new RcBatchMessage(), new RcMessage(), new RcReply()];
        Assert.Equal(items.Select(item => item.GetType()), ReportInput.Kinds);
        foreach (object item in items)
        {
            ReportInput input = new();
            Assert.Equal((true, false, true, false), (input.IsEmpty, input.TryAdd("a text") || input.TryAdd(null), input.TryAdd(item), input.IsEmpty));
        }
    }
}
