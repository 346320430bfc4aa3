using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Checks batch files, or piped rows, against every rule, offline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RcBatchCsv", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RcBatchCsvReport), typeof(bool), typeof(RcBatchCsvIssue))]
public sealed partial class TestRcBatchCsvCommand : RowInputCommand
{
    private const string PathSet = "Path";

    private readonly RowsSource _rows = new();
    private ReplacingFile? _rejected;
    private IReadOnlyCollection<RuleInfo> _excluded = [];
    private RcCampaign? _campaign;
    private bool _hasRows;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        NumberingPlan.RequireRegion(DefaultRegion);
        RefuseUnusedConnection();
        _excluded = RuleSelection.Excluded(nameof(ExcludeRule), ExcludeRule, (pattern, id) => WildcardPattern.Get(pattern ?? string.Empty, WildcardOptions.IgnoreCase).IsMatch(id));
        if (RejectedPath is not null)
        {
            _rejected = new ReplacingFile(FullPath(RejectedPath));
            OutputPath.Require(nameof(RejectedPath), _rejected.Path, Force, RejectedPath);
        }

        OptOutNumber = [.. (OptOutNumber ?? []).Select(number => number ?? string.Empty)];
        OptOutEntries.Require(OptOutNumber, DefaultRegion);
        _campaign = Campaign is null ? null : Campaign.Shown ?? await FindCampaignAsync(Campaign.For(nameof(Campaign)));
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        // PowerShell would take the text of any object for a path, also that of a row.
        if (ParameterSetName == RowSet || (Piped.Current is { } input && !IsFile(input) && ColumnCheck.HasRow(input, GetType())))
        {
            _hasRows = true;
            (string? number, string? message) = ReadRow();
            _rows.Add(number, message);
        }
        else if (IsFile(Piped.Current))
        {
            Piped.Read();
            foreach (string path in Input.Paths(Piped.Current, ParameterSetName))
            {
                CheckPath(path);
            }
        }
        else
        {
            Report(
                new InvalidParameterException(
                    "InputObject", Piped.Current, $"'{Piped.Current}' is neither a file nor a row.", "Pipe files, paths, or objects with a number and a text."),
                Piped.Current);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync()
    {
        Piped.RequireAny(this, "row or file", "Nothing was checked.");

        // The last object of a mixed pipeline may have been a file.
        if (_hasRows || ParameterSetName == RowSet)
        {
            Piped.RequireAllRows(this, "The rows were not checked.");
            Check(_rows);
        }

        _rejected?.Commit(Force);
        if (_rejected is { HasBegun: false } && File.Exists(_rejected.Path))
        {
            WriteWarning($"No row was set aside; '{_rejected.Path}' is from before, and was left as it is.");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _rejected?.Dispose();
        base.Dispose(disposing);
    }

    private void RefuseUnusedConnection()
    {
        if (Connection is not null && Campaign is null)
        {
            throw new InvalidParameterException(
                nameof(Connection), Connection, "-Connection is for looking up the campaign of -Campaign, which was not given. Nothing was checked.", "Give -Campaign too, or leave -Connection out: the check needs no connection.");
        }
    }

    // By an id alone nobody knows what the campaign is registered for.
    private async Task<RcCampaign> FindCampaignAsync(string id)
    {
        InvalidParameterException.ThrowIfNotUuid(nameof(Campaign), id);
        return await new CampaignsClient(RequireSession(Connection).Transport).GetAsync(id, StopToken);
    }

    // A text is a path; a line that Select-String found names the file that it is from, which is not what was piped.
    private bool IsFile(PSObject? input) =>
        Input.IsGiven(nameof(Path)) || input is null or { BaseObject: string } || (!ColumnCheck.IsLine(input) && ((string[])["Path", "FullName", "PSPath", "File"]).Any(name => input.Properties[name] is not null));

    private void CheckPath(string path)
    {
        try
        {
            foreach (string file in PathResolver.Resolve(this, path, FullPath(path)))
            {
                if (_rejected is not null)
                {
                    OutputPath.RequireOther(nameof(RejectedPath), _rejected.Path, file, RejectedPath);
                }

                Check(new FileSource(file));
            }
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException)
        {
            Report(exception, path);
            if (Quiet)
            {
                // What cannot be read is not valid: an "if" around the command must not take silence for a yes.
                WriteObject(false);
            }
        }
    }

    private void Check(BatchSource source)
    {
        _rejected?.TakeFrom(source.Path);
        ByteProgress progress = new($"Checking {source.Path ?? "rows"}", "checked", ShowProgress, TimeProvider.System);
        long? total = (source as FileSource)?.Length;
        RcBatchCsvReport report;
        try
        {
            report = BatchCsvChecker.Check(source, Options() with { OnProgress = read => progress.Report(read, total) }, StopToken);
        }
        finally
        {
            progress.Complete();
        }

        if (Quiet)
        {
            WriteObject(report.IsValid);
        }
        else if (!AsIssue)
        {
            WriteObject(report);
        }
    }

    private CheckOptions Options() => new()
    {
        Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength), PricePerSegment = PricePerSegment ?? SessionPrice },
        MaxIssue = AsIssue ? 0 : MaxIssue,
        MaxSegment = MaxSegment,
        OptOutNumbers = OptOutNumber ?? [],
        DefaultRegion = DefaultRegion,
        Campaign = _campaign,
        ExcludedRules = _excluded,
        Rejected = _rejected is null ? null : () => _rejected.Stream,
        OnIssue = AsIssue && !Quiet ? WriteObject : null,
    };
}
