using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Writes what is about to be sent, or what became of it, as a page, Markdown, SARIF or JUnit, or tells GitHub Actions.</summary>
[Cmdlet(VerbsData.Export, "RcReport", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(FileInfo), ParameterSetName = [PathSet])]
[OutputType(typeof(string), ParameterSetName = [GitHubSet])]
public sealed class ExportRcReportCommand : RcCmdlet
{
    private const string PathSet = "Path";
    private const string GitHubSet = "GitHub";
    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";
    private const string WorkspaceVariable = "GITHUB_WORKSPACE";

    private readonly ReportInput _input = new();
    private readonly PipedObjects _piped = new();
    private readonly List<string> _sources = [];
    private string _path = string.Empty;

    /// <summary>Gets or sets the file; its extension says the format: <c>.html</c>, <c>.md</c>, <c>.sarif</c> or <c>.xml</c> (JUnit).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReportFileCompleter))]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets whether commands to GitHub Actions are emitted, and the report is appended to the summary of the job.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubSet)]
    [OnOrOff]
    public SwitchParameter GitHub { get; set; }

    /// <summary>Gets or sets whether the numbers of people are shown; else all but their last two digits are masked.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter ShowNumber { get; set; }

    /// <summary>Gets or sets whether a file that is there already is replaced.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets whether the file is emitted.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [OnOrOff]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets or sets the piped object.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <inheritdoc/>
    private protected override object? CurrentInput => _piped.Current;

    private ReportOptions Options => new()
    {
        ShowNumber = ShowNumber,
        Roots = [.. ((string?[])[Environment.GetEnvironmentVariable(WorkspaceVariable), SessionState.Path.CurrentFileSystemLocation.ProviderPath]).OfType<string>().Where(root => root.Length > 0)],
    };

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync()
    {
        if (ParameterSetName == PathSet)
        {
            ReportFile.RequireFormat(nameof(Path), Path);
            _path = FullPath(Path);
            OutputPath.Require(nameof(Path), _path, Force, Path);
        }
        else if (!GitHub)
        {
            throw new InvalidParameterException(nameof(GitHub), false, "-GitHub was given as $false, and no -Path. Nothing was written.", "Give -Path, or -GitHub alone.");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        PSObject? item = _piped.Current;
        if (item is null && !MyInvocation.ExpectingInput)
        {
            return Task.CompletedTask;
        }

        Type? kind = ReportInput.Kinds.FirstOrDefault(type => type.Name == ModuleTypes.NameOf(item));
        if (kind is null || !_input.TryAdd(ModuleCopies.Restore(item!, kind)))
        {
            throw new InvalidParameterException(
                "InputObject",
                item,
                $"{(ModuleTypes.NameOf(item) is { } name ? $"An object of the type {name}" : UnreadInput.Describe(item))} was piped, of which no report is made. Nothing was written.",
                "Pipe what Test-RcBatchCsv, Repair-RcBatchCsv, Measure-RcSendWindow, Get-RcBatch, Get-RcBatchInsight, Get-RcBatchMessage, Get-RcMessage or Get-RcReply emits.");
        }

        _sources.AddRange(((string[])["Path", "Destination"]).Select(property => item!.Properties[property]?.Value as string).OfType<string>());
        _piped.Read();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync()
    {
        _piped.RequireAny(this, "report", "Nothing was written.");
        if (_input.IsEmpty)
        {
            throw new InvalidParameterException(
                "InputObject", null, "No report arrived. Nothing was written.", "Pipe one in, such as Test-RcBatchCsv ./sale.csv | Export-RcReport ./sale.html.");
        }

        return GitHub ? TellGitHub() : WriteFile();
    }

    private Task WriteFile()
    {
        foreach (string source in _sources.Select(FullPath))
        {
            OutputPath.RequireOther(nameof(Path), _path, source, Path);
        }

        if (ShouldProcess(_path, "Write report"))
        {
            ReportFile.Write(_path, Force, _input, Options, [.. _sources.Select(FullPath)]);
            if (PassThru)
            {
                WriteObject(new FileInfo(_path));
            }
        }

        return Task.CompletedTask;
    }

    // A runner reads commands from what a step writes to its output.
    private Task TellGitHub()
    {
        string? summary = Environment.GetEnvironmentVariable(SummaryVariable);
        bool hasSummary = !string.IsNullOrEmpty(summary);
        if (ShouldProcess(hasSummary ? $"the log of the step and '{summary}'" : "the log of the step", "Write report"))
        {
            WriteObject(ReportFile.GitHubCommands(_input, Options), enumerateCollection: true);
            if (hasSummary)
            {
                ReportFile.AppendSummary(summary!, _input, Options);
            }
            else
            {
                WriteVerbose($"{SummaryVariable} is not set, so no summary was written.");
            }
        }

        return Task.CompletedTask;
    }
}
