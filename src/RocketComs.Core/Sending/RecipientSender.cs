using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Recipients;

namespace RocketComs.Core.Sending;

/// <summary>Takes files of recipients all the way: checked, asked for where recipients are replaced, loaded, and the answer looked at.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the writes.</param>
/// <param name="clock">Paces the progress.</param>
public sealed class RecipientSender(ITransport transport, ISendingHost host, WriteGuard guard, TimeProvider clock)
{
    /// <summary>Gets the name of the list that is made of the recipients; <see langword="null"/> for none.</summary>
    public string? ListName { get; init; }

    /// <summary>Gets what becomes of recipients who are there already.</summary>
    public RcRecipientBatchStrategy Strategy { get; init; }

    /// <summary>Gets whether the files go out unchecked.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>Gets whether recipients are replaced without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Checks a file, asks, and loads it.</summary>
    /// <exception cref="RocketComsException">It was not loaded, or it is not known whether it arrived.</exception>
    public async Task SendAsync(FileSource file, CancellationToken stop)
    {
        SealedSource content = new(file);
        RecipientFileReport? report = SkipValidation ? null : RecipientFileChecker.Check(content, stop);
        if (report is { IsValid: false })
        {
            throw new RecipientCsvInvalidException(report);
        }

        foreach (string warning in report?.Warnings ?? [])
        {
            host.Warn($"'{file.Path}': {warning}");
        }

        string hash = content.Seal(stop);
        if (host.Ask(Describe(file.Path, report), Strategy == RcRecipientBatchStrategy.Override, Force) is not { } consent)
        {
            return;
        }

        RcRecipientImport import = await UploadAsync(content, new RcJournalEntry
        {
            ContentHash = hash,
            FileName = file.FileName,
            RecipientCount = report?.RowCount,
            Consent = consent,
        }, stop);
        host.Emit(import);
        foreach (string warning in Warnings(import, report?.RowCount))
        {
            host.Warn(warning);
        }
    }

    /// <summary>What is written, for the user.</summary>
    /// <param name="path">The file.</param>
    public static string NameOf(string path) => $"the recipients of '{path}'";

    private async Task<RcRecipientImport> UploadAsync(SealedSource file, RcJournalEntry entry, CancellationToken stop)
    {
        ByteProgress progress = new($"Loading recipients of {file.Path}", "sent", host.ShowProgress, clock);
        try
        {
            return await guard.RunAsync(
                new WriteIntent(NameOf(file.Path!), RecipientsClient.HowToFindOut(ListName)) { Entry = entry },
                sent => new RecipientsClient(transport).ImportAsync(file, ListName, Strategy, sent + progress.Report, stop),
                stop);
        }
        finally
        {
            progress.Complete();
        }
    }

    private string Describe(string path, RecipientFileReport? report)
    {
        string recipients = report is null ? "the recipients" : FormattableString.Invariant($"{report.RowCount:N0} {(report.RowCount == 1 ? "recipient" : "recipients")}");
        string list = ListName is null ? "no list is made" : $"a new list '{ListName}' is made of them";
        string known = Strategy switch
        {
            RcRecipientBatchStrategy.Skip => "existing recipients stay as they are",
            RcRecipientBatchStrategy.Merge => "existing recipients are updated",
            _ => "EXISTING RECIPIENTS ARE REPLACED ENTIRELY, WHICH CANNOT BE UNDONE",
        };
        string skipped = report is null ? " The file was not checked (-SkipValidation)." : string.Empty;
        return $"Load {recipients} of '{path}' to {host.Authority} ({Strategy}: {known}); {list}.{skipped}";
    }

    private IEnumerable<string> Warnings(RcRecipientImport import, long? sent)
    {
        if (import.Failed > 0)
        {
            string first = import.ErrorDetails.Length > 0 ? $" ({import.ErrorDetails[0]})" : string.Empty;
            yield return FormattableString.Invariant($"'{import.Path}': {import.Failed:N0} {(import.Failed == 1 ? "recipient was" : "recipients were")} refused{first}; ErrorDetails has what the platform says.");
        }

        // How many an unchecked file holds is not known, but it is not none.
        long counted = (long)(import.Succeeded ?? 0) + (import.Failed ?? 0) + (import.Skipped ?? 0);
        if (sent is { } rows ? counted != rows : counted == 0)
        {
            string all = sent is null ? string.Empty : FormattableString.Invariant($", but {sent:N0} were sent");
            yield return FormattableString.Invariant($"'{import.Path}': Succeeded, Failed and Skipped make {counted:N0}{all}, so what became of all of them is not known. {RecipientsClient.HowToFindOut(ListName)}");
        }

        if (ListName is not null && import.RecipientsListId is null)
        {
            yield return $"'{import.Path}': the list '{ListName}' was asked for, but the answer has no id of one. Look for it with Get-RcRecipientList.";
        }
    }
}
