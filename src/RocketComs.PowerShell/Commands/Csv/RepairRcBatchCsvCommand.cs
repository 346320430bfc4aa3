using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Repair;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>Writes a repaired copy of a batch file: what cannot change meaning is repaired, the rest is set aside with the reason.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "RcBatchCsv", SupportsShouldProcess = true)]
[OutputType(typeof(RcBatchCsvRepair))]
public sealed class RepairRcBatchCsvCommand : FileInputCommand
{
    private readonly List<string> _given = [];
    private string _destination = string.Empty;
    private string? _rejected;
    private string[] _optOuts = [];

    /// <summary>Gets or sets the repaired file.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string Destination { get; set; } = string.Empty;

    /// <summary>Gets or sets whether typographic characters in texts are replaced by those of the GSM alphabet.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Transliterate { get; set; }

    /// <summary>Gets or sets the file for the rows that are set aside, as they stood.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string? RejectedPath { get; set; }

    /// <summary>Gets or sets whether files that are there already are replaced.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets the region whose numbering plan the numbers without a country code follow: it decides which are duplicates.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z]{2}$")]
    public string DefaultRegion { get; set; } = "US";

    /// <summary>Gets or sets numbers that must not be sent to, in any spelling; of a campaign without any, <c>(Get-RcOptOut $id).Number</c> is <see langword="null"/>.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? OptOutNumber { get; set; } = [];

    /// <summary>Gets or sets whether the platform is asked who opted out of <see cref="CampaignId"/>, too.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter CheckOptOut { get; set; }

    /// <summary>Gets or sets the campaign whose opt-outs are asked for: an id, a campaign, or an object of a campaign such as a batch.</summary>
    [Parameter]
    [Alias("Campaign")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference? CampaignId { get; set; }

    /// <summary>Gets or sets the connection for -CheckOptOut; without one, that of Connect-RcAccount in this session, then the environment variables.</summary>
    [Parameter]
    [ValidateNotNull]
    public RcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _destination = FullPath(Destination);
        _rejected = RejectedPath is null ? null : FullPath(RejectedPath);
        _optOuts = [.. (OptOutNumber ?? []).Select(number => number ?? string.Empty)];
        OptOutEntries.Require(_optOuts, DefaultRegion);
        RefuseHalfCheck();
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        await base.EndProcessingAsync();
        RefuseSeveral(_given);
        if (CheckOptOut)
        {
            OptOutNumbers platform = new(RequireSession(Connection).Transport, WriteVerbose);
            _optOuts = [.. _optOuts, .. await platform.GetAsync(CampaignId!.Value, StopToken)];
        }

        foreach (string path in _given)
        {
            RepairGiven(path);
        }
    }

    /// <summary>Notes a file. Whether it is the only one is known when all have come.</summary>
    private protected override void Take(string path) => _given.Add(path);

    private void RefuseHalfCheck()
    {
        if (CheckOptOut != CampaignId is not null)
        {
            throw CheckOptOut
                ? new InvalidParameterException(
                    nameof(CheckOptOut), true, "-CheckOptOut asks who opted out of a campaign, and none was given. Nothing was written.", "Give -CampaignId too: the campaign that the file is sent for.")
                : new InvalidParameterException(
                    nameof(CampaignId), CampaignId!.Value, "-CampaignId names the campaign for -CheckOptOut, which was not given. Nothing was written.", "Give -CheckOptOut too, or leave -CampaignId out.");
        }

        if (CampaignId is not null)
        {
            InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), CampaignId.Value);
        }
    }

    // Whether there are several is known at the end of the pipeline, and by then the first would have been written.
    private void RefuseSeveral(IReadOnlyList<string> files)
    {
        if (files.Count > 1)
        {
            throw new InvalidParameterException(
                "Path",
                string.Join(", ", files),
                $"{files.Count} files were given for the one destination '{_destination}', and each would replace the one before. Nothing was written.",
                "Repair them one by one, each with a destination of its own.");
        }
    }

    private void RepairGiven(string path)
    {
        string? input = null;
        try
        {
            IReadOnlyList<string> files = PathResolver.Resolve(this, path, FullPath(path));
            RefuseSeveral(files);
            input = files[0];
            Repair(new FileSource(input));
        }
        catch (InvalidParameterException exception) when (exception.ParameterName is nameof(Destination) or nameof(RejectedPath))
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, exception.ParameterName == nameof(Destination) ? Destination : RejectedPath));
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException && !(exception is BatchFileException file && input is not null && file.Path != input))
        {
            Report(exception, path);
        }
    }

    private void Repair(FileSource source)
    {
        string what = $"Repair '{source.Path}' into '{_destination}'" + (_rejected is null ? string.Empty : $", and set aside what cannot be repaired in '{_rejected}'");
        if (!ShouldProcess(what, what + "?", "Repair batch file", out ShouldProcessReason reason) && reason != ShouldProcessReason.WhatIf)
        {
            return;
        }

        bool isDryRun = reason == ShouldProcessReason.WhatIf;
        RepairOptions options = new()
        {
            Destination = _destination,
            RejectedPath = _rejected,
            Transliterate = Transliterate,
            Overwrite = Force,
            IsDryRun = isDryRun,
            DefaultRegion = DefaultRegion,
            OptOutNumbers = _optOuts,
        };
        ByteProgress progress = new($"Repairing {source.Path}", "done", ShowProgress, TimeProvider.System);
        RcBatchCsvRepair repair;
        try
        {
            repair = BatchCsvRepairer.Repair(source, options with { OnProgress = read => progress.Report(read, source.Length) }, StopToken);
        }
        finally
        {
            progress.Complete();
        }

        if (repair.RowsRejected > 0 && _rejected is null)
        {
            string rows = string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", repair.RowsRejected, repair.RowsRejected == 1 ? "row" : "rows");
            string were = isDryRun ? "would be" : repair.RowsRejected == 1 ? "was" : "were";
            WriteWarning($"{rows} {were} left out of '{_destination}'; give -RejectedPath to keep them as they stood.");
        }

        if (repair.RowsRejected == 0 && File.Exists(_rejected))
        {
            WriteWarning($"No row was set aside; '{_rejected}' is from before, and was left as it is.");
        }

        WriteObject(repair with { IsDryRun = isDryRun });
    }
}
