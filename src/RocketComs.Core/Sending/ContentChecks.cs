using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Sending;

/// <summary>Checks what the drafts of one command send, each file, text and template once.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="options">How drafts are sent.</param>
/// <param name="host">Who is told.</param>
/// <param name="clock">Paces the progress.</param>
internal sealed class ContentChecks(ITransport transport, BatchSendOptions options, ISendingHost host, TimeProvider clock)
{
    private readonly Dictionary<string, SealedSource> _sealed = new(StringComparer.Ordinal);
    private readonly Dictionary<(SealedSource File, string? CampaignId), CheckedContent> _files = [];
    private readonly Dictionary<(SealedSource File, string? CampaignId), RcBatchCsvReport> _registered = [];
    private readonly HashSet<(string Text, string? CampaignId)> _texts = [];

    /// <summary>Gets the template and the lists that were looked up; <see langword="null"/> before, and where there are none.</summary>
    public BatchContent? Content { get; private set; }

    /// <summary>Seals what a draft sends: one file for many batches is one content, as long as it is as it was.</summary>
    /// <returns>The content; <see langword="null"/> where the draft has no file and no rows.</returns>
    public SealedSource? Seal(BatchDraft draft)
    {
        if (draft.File is not FileSource file)
        {
            return draft.File is { } rows ? new SealedSource(rows) : null;
        }

        return _sealed.TryGetValue(file.Stamp, out SealedSource? known) ? known : _sealed[file.Stamp] = new SealedSource(file);
    }

    /// <summary>Checks the file, the rows or the text of a draft, without any request.</summary>
    /// <param name="draft">The draft; its file, if it has one, is sealed.</param>
    /// <param name="campaign">The campaign whose opt-outs are compared; <see langword="null"/> when they are not.</param>
    /// <param name="optOuts">Numbers that must not be sent to.</param>
    /// <param name="stop">The user's stop.</param>
    /// <returns>What was found in it.</returns>
    /// <exception cref="BatchCsvInvalidException">A row has an error.</exception>
    /// <exception cref="InvalidParameterException">The text cannot be sent.</exception>
    public CheckedContent Check(BatchDraft draft, string? campaign, IReadOnlyCollection<string> optOuts, CancellationToken stop)
    {
        if (draft.Operation == BatchOperation.ManualMessage)
        {
            CheckText(draft.Message!, "Message");
        }

        if (draft.File is not SealedSource file)
        {
            return new CheckedContent(null, null);
        }

        if (!_files.TryGetValue((file, campaign), out CheckedContent? known))
        {
            _files[(file, campaign)] = known = CheckFile(file, optOuts, stop);
        }

        if (options.SkipValidation)
        {
            // By what its rows say a repeat is known, whatever else is wrong with them.
            return known with { Report = null };
        }

        return known.Report is { IsValid: false } ? throw Refusal(known.Report) : known;
    }

    /// <summary>
    /// Holds a file or a text against the registration of its campaign. It is checked again for that, since what it is alone is judged before the
    /// platform is asked for anything.
    /// </summary>
    /// <param name="draft">The draft; its file, if it has one, is sealed.</param>
    /// <param name="report">What was found in the file before; <see langword="null"/> when it was not to be checked.</param>
    /// <param name="campaign">The campaign as the platform has it; <see langword="null"/> when it was not looked up.</param>
    /// <param name="stop">The user's stop.</param>
    /// <returns>What is found now, with what was found before.</returns>
    public RcBatchCsvReport? CheckRegistered(BatchDraft draft, RcBatchCsvReport? report, RcCampaign? campaign, CancellationToken stop)
    {
        if (draft.Operation == BatchOperation.ManualMessage)
        {
            TellRegistered(draft.Message!, campaign);
        }

        if (campaign is null || report is null || draft.File is not SealedSource file)
        {
            return report;
        }

        if (!_registered.TryGetValue((file, campaign.Id), out RcBatchCsvReport? known))
        {
            known = CheckFile(file, new CheckOptions { Measure = options.Measure, Campaign = campaign }, stop);
            _registered[(file, campaign.Id)] = known;

            // What is a warning is told with all others, where it is asked.
            foreach (RcBatchCsvIssue issue in known.Issues.Where(issue => issue.Severity == RcIssueSeverity.Information))
            {
                host.Verbose($"{file.Path ?? "The rows"}: {issue.Message} ({issue.RuleId})");
            }
        }

        return known;
    }

    /// <summary>What a draft will send and cost. Of templates and lists the platform is asked, once a command: they are those that the user wrote.</summary>
    /// <exception cref="InvalidParameterException">The text of the template cannot be sent.</exception>
    /// <param name="draft">The draft.</param>
    /// <param name="report">What was found in its file.</param>
    /// <param name="campaign">The campaign as the platform has it; <see langword="null"/> when it was not looked up.</param>
    /// <param name="stop">The user's stop.</param>
    public Task<BatchForecast> ForecastAsync(BatchDraft draft, RcBatchCsvReport? report, RcCampaign? campaign, CancellationToken stop) =>
        ForecastAsync(draft, report, campaign, host.Warn, stop);

    /// <summary>The same, with templates and lists as they are now; of what is not known of them its owner was told then.</summary>
    /// <inheritdoc cref="ForecastAsync(BatchDraft, RcBatchCsvReport?, RcCampaign?, CancellationToken)"/>
    public Task<BatchForecast> ForecastAgainAsync(BatchDraft draft, RcBatchCsvReport? report, RcCampaign? campaign, CancellationToken stop)
    {
        Content = null;
        return ForecastAsync(draft, report, campaign, static _ => { }, stop);
    }

    private async Task<BatchForecast> ForecastAsync(BatchDraft draft, RcBatchCsvReport? report, RcCampaign? campaign, Action<string> warn, CancellationToken stop)
    {
        if (draft.File is not null)
        {
            return new BatchForecast(report?.RowCount, report?.SegmentCount, options.Measure.PricePerSegment) { Currency = options.Currency };
        }

        Content ??= await BatchContent.GetAsync(draft, transport, stop);
        Content.Check(draft.Action == RcBatchAction.Schedule, warn);
        if (Content.Template is { Message: { } text } template)
        {
            CheckText(text, "MessageTemplateId", $"Message template {template.Id}: ");
            TellRegistered(text, campaign, $"Message template {template.Id}: ");
        }

        return Content.Forecast(draft, options.Measure) with { Currency = options.Currency };
    }

    private static BatchCsvInvalidException Refusal(RcBatchCsvReport report) => new(
        report,
        report.IssueSummary.ContainsKey(RuleTable.OptOut.Id)
            ? $"Take the numbers that have opted out ({RuleTable.OptOut.Id}) out of it: Test-RcBatchCsv with -OptOutNumber (Get-RcOptOut <campaign>).Number names each, and -RejectedPath sets the rows aside. Then run the command again."
            : null);

    // A text that is in no file: the rules for texts hold for it too.
    private void CheckText(string text, string parameterName, string whose = "")
    {
        if (options.SkipValidation)
        {
            return;
        }

        // Warned of once, refused for each.
        string[] warnings = [.. TextCheck.Check(text, parameterName, options.Measure)];
        foreach (string warning in _texts.Add((text, null)) ? warnings : [])
        {
            host.Warn(whose + warning);
        }
    }

    private void TellRegistered(string text, RcCampaign? campaign, string whose = "")
    {
        if (campaign is null || options.SkipValidation || !_texts.Add((text, campaign.Id)))
        {
            return;
        }

        foreach ((RcIssueSeverity severity, string sentence) in TextCheck.AgainstRegistration(text, campaign))
        {
            (severity == RcIssueSeverity.Information ? (Action<string>)host.Verbose : host.Warn)(whose + sentence);
        }
    }

    private CheckedContent CheckFile(SealedSource file, IReadOnlyCollection<string> optOuts, CancellationToken stop)
    {
        ulong rows = 0;
        RcBatchCsvReport report = CheckFile(file, new CheckOptions { Measure = options.Measure, OptOutNumbers = optOuts, OnContent = content => rows = content }, stop);
        if (!options.SkipValidation && SendingText.Warnings(report) is { } warnings)
        {
            host.Verbose($"{file.Path ?? "The rows"}: {warnings}");
        }

        return new CheckedContent(report, report.ValidRowCount == 0 ? null : RowContent.ToText(rows));
    }

    private RcBatchCsvReport CheckFile(SealedSource file, CheckOptions how, CancellationToken stop)
    {
        ByteProgress progress = new($"Checking {file.Path ?? "the rows"}", "checked", host.ShowProgress, clock);
        try
        {
            return BatchCsvChecker.Check(file, how with { OnProgress = read => progress.Report(read, file.Length) }, stop);
        }
        finally
        {
            progress.Complete();
        }
    }
}

/// <summary>What the check of a draft came to.</summary>
/// <param name="Report">What was found in its file or rows; <see langword="null"/> when there are none, or they were not to be checked.</param>
/// <param name="RowsHash">What they say to whom; <see langword="null"/> where there are none without errors.</param>
internal sealed record CheckedContent(RcBatchCsvReport? Report, string? RowsHash);
