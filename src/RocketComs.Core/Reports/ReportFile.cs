using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;

namespace RocketComs.Core.Reports;

/// <summary>Writes reports: to a file whose name says the format, or to GitHub Actions.</summary>
public static class ReportFile
{
    private delegate void FormatWriter(ReportInput input, ReportOptions options, Stream stream);

    // A page is mailed.
    private const int MostPageBytes = 60_000;

    private static readonly Dictionary<string, FormatWriter> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = WritePage,
        [".md"] = static (input, options, stream) => WriteText(stream, MarkdownWriter.Write(ReportDocumentBuilder.Build(input, options))),
        [".sarif"] = static (input, options, stream) => SarifWriter.Write(ReportDocumentBuilder.Build(input, options), input, options, stream),
        [".xml"] = static (input, options, stream) => JUnitWriter.Write(ReportDocumentBuilder.Build(input, options), input, options, stream),
    };

    /// <summary>Gets the ends of file names that name a format.</summary>
    public static IReadOnlyCollection<string> Extensions => s_formats.Keys;

    /// <summary>Refuses a file whose name says no format.</summary>
    /// <param name="parameter">The parameter that names it, without a dash.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <exception cref="InvalidParameterException">Its name says none.</exception>
    public static void RequireFormat(string parameter, string path)
    {
        string extension = Path.GetExtension(path);
        if (!s_formats.ContainsKey(extension))
        {
            throw new InvalidParameterException(
                parameter,
                path,
                $"'{path}' ends in {(extension.Length == 0 ? "no extension" : $"'{extension}'")}, which says no format of a report. Nothing was written.",
                "End it in .html (a page), .md (Markdown), .sarif (SARIF 2.1.0) or .xml (JUnit).");
        }
    }

    /// <summary>Writes a report.</summary>
    /// <param name="path">The full path, which ends in one of <see cref="Extensions"/>. It takes its place when it is whole.</param>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    /// <param name="input">What the report is made of.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="sources">The full paths of the files that it is about: nobody may read it who may not read each of them.</param>
    /// <exception cref="BatchFileException">It cannot be written.</exception>
    public static void Write(string path, bool overwrite, ReportInput input, ReportOptions options, IReadOnlyList<string> sources)
    {
        using MemoryStream report = new();
        s_formats[Path.GetExtension(path)](input, options, report);
        using ReplacingFile file = new(path, sources.Count > 0 ? sources[0] : null);
        ReplacingFile.Guard(path, () => report.WriteTo(file.Stream));
        foreach (string source in sources.Skip(1))
        {
            file.TakeFrom(source);
        }

        file.Commit(overwrite);
    }

    /// <summary>The commands to a runner of GitHub Actions, a line each.</summary>
    /// <param name="input">What the report is made of.</param>
    /// <param name="options">How it is written.</param>
    public static IReadOnlyList<string> GitHubCommands(ReportInput input, ReportOptions options) => [.. GitHubWriter.Write(ReportDocumentBuilder.Build(input, options))];

    /// <summary>Appends a report to the summary of a job of GitHub Actions.</summary>
    /// <param name="path">The file that the runner shows.</param>
    /// <param name="input">What the report is made of.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="BatchFileException">It cannot be written.</exception>
    public static void AppendSummary(string path, ReportInput input, ReportOptions options)
    {
        string text = MarkdownWriter.Write(ReportDocumentBuilder.Build(input, options));
        ReplacingFile.Guard(path, () =>
        {
            // Before it is opened: a pipe keeps whoever opens it waiting.
            if (FileIdentity.Of(path) is { IsRegular: false })
            {
                throw new IOException("It is a pipe or a device.");
            }

            using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            WriteText(file, text);
        });
    }

    // Shorter lists until it fits. What they leave out is counted in them, and sums are over everything.
    private static void WritePage(ReportInput input, ReportOptions options, Stream stream)
    {
        for (int room = 100; ; room -= 10)
        {
            stream.SetLength(0);
            HtmlWriter.Write(ReportDocumentBuilder.Build(input, options, room), stream);
            if (stream.Length < MostPageBytes || room == 0)
            {
                return;
            }
        }
    }

    private static void WriteText(Stream stream, string text)
    {
        byte[] bytes = new UTF8Encoding(false).GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    }
}
