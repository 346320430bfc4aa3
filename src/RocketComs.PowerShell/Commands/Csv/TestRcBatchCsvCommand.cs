using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Checks batch files, or piped rows, against every rule, offline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RcBatchCsv", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RcBatchCsvReport), typeof(bool), typeof(RcBatchCsvIssue))]
public sealed partial class TestRcBatchCsvCommand : FileOrRowCommand
{
    private ReplacingFile? _rejected;
    private IReadOnlyCollection<RuleInfo> _excluded = [];
    private RcCampaign? _campaign;

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
    protected override async Task EndProcessingAsync()
    {
        await base.EndProcessingAsync();
        _rejected?.Commit(Force);
        if (_rejected is { HasBegun: false } && File.Exists(_rejected.Path))
        {
            WriteWarning($"No row was set aside; '{_rejected.Path}' is from before, and was left as it is.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rejected?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    private protected override string Participle => "checked";

    /// <inheritdoc/>
    private protected override string Gerund => "Checking";

    /// <inheritdoc/>
    private protected override void CheckPath(string file)
    {
        if (_rejected is not null)
        {
            OutputPath.RequireOther(nameof(RejectedPath), _rejected.Path, file, RejectedPath);
        }
    }

    /// <inheritdoc/>
    private protected override void NoteUnread()
    {
        if (Quiet)
        {
            // What cannot be read is not valid: an "if" around the command must not take silence for a yes.
            WriteObject(false);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(BatchSource source, Action<long> onProgress)
    {
        _rejected?.TakeFrom(source.Path);
        RcBatchCsvReport report = BatchCsvChecker.Check(source, Options() with { OnProgress = onProgress }, StopToken);
        if (Quiet)
        {
            WriteObject(report.IsValid);
        }
        else if (!AsIssue)
        {
            WriteObject(report);
        }
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

    private CheckOptions Options() => new()
    {
        Measure = new MeasureOptions
        {
            ShortLink = ShortLink,
            ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength),
            PricePerSegment = PricePerSegment ?? SessionPrice,

            // Of another price than that of the session nobody said the currency.
            Currency = PricePerSegment is null || PricePerSegment == SessionPrice ? SessionCurrency : null,
        },
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
