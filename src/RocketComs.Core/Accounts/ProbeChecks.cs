using System.Globalization;
using System.Text.Json;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>What a probe showed of the assumptions about batches.</summary>
/// <param name="seen">What it has seen.</param>
/// <param name="placement">Where the connection puts scalar parameters.</param>
/// <param name="firstDay">The day that was sent.</param>
internal sealed class ProbeChecks(ProbeSeen seen, RcParameterPlacement placement, DateTime firstDay)
{
    // Of an error that shows none.
    private const int NoLine = -1;

    private const string SendNothing = "Send nothing before it is set.";

    /// <summary>Makes the checks.</summary>
    public IEnumerable<RcAccountCheck> Check() => [Placement(), Validate(), FirstDay(), Quoting(), Update(), Lines(), Removal()];

    private JsonElement? Created => seen.Created?.Payload;

    private string Why => $"The probe does not show it: {(seen.Created is null ? $"the batch was not made ({seen.Failure ?? "no answer"}; -Verbose shows more)" : seen.Created.IsRead ? seen.Failure ?? "the batch does not show it" : seen.Created.Words)}.";

    private string? Shown(string name) => Created is { } batch ? Seen.Text(batch, name) : null;

    private RcAccountCheck Placement()
    {
        (string name, ProbeWords words, string? shown) = (CheckNames.Placement, ProbeWords.Created, Shown("description"));
        RcParameterPlacement? read = shown == words.InQuery ? RcParameterPlacement.Query : shown == words.InForm ? RcParameterPlacement.Form : null;
        return shown is null ? Verdict.NotKnown(name, Why)
            : read is null ? Verdict.Contradicted(name, "The description is neither that of the query string nor that of the form; the two may have been joined.", $"Where a parameter stands in one place only, it may still be read: look at a batch that is made with Validate. {Verdict.Report}")
            : read == placement ? Verdict.Confirmed(name, $"Of two descriptions, that in the {Place(placement)} is taken, where this connection puts parameters.")
            : Verdict.Contradicted(
                name,
                $"Of two descriptions, that in the {Place(read.Value)} is taken; this connection puts parameters into the {Place(placement)}.",
                $"Connect with Connect-RcAccount -ParameterPlacement {read}. Where the {Place(placement)} is not read at all, a batch has none of its days, and Validate would schedule it, for that is the default. {SendNothing}");
    }

    private RcAccountCheck Validate() => Shown("status") is not { } status ? Verdict.NotKnown(CheckNames.Validate, Why)
        : ProbeSeen.IsCreated(status) ? Verdict.Confirmed(CheckNames.Validate, "A new batch with VALIDATE is CREATED, and can be updated.")
        : status == "UPLOADING" ? Verdict.NotKnown(CheckNames.Validate, "A new batch with VALIDATE is UPLOADING, which may pass.")
        : Verdict.Contradicted(
            CheckNames.Validate,
            $"A new batch with VALIDATE is {ProbeSeen.StatusWords(status)}, rather than CREATED.",
            $"Validate may send and be charged: until RocketCOMS has answered, give -Action Validate for nothing that must not go out, and use Test-RcBatchCsv instead. {Verdict.Report}");

    private RcAccountCheck FirstDay()
    {
        DateTime? shown = Created is { ValueKind: JsonValueKind.Object } batch ? new JsonFields(batch).Date("startDate") : null;
        return shown is null ? Verdict.NotKnown(CheckNames.FirstDay, Created is null ? Why : "The first day that the batch shows cannot be read.")
            : shown == firstDay ? Verdict.Confirmed(CheckNames.FirstDay, "A batch starts on the day that was given.")
            : Verdict.Contradicted(
                CheckNames.FirstDay,
                string.Format(CultureInfo.InvariantCulture, "A batch starts {0:+0;-0} days from the day that was given.", (shown.Value - firstDay).Days),
                $"A batch would go out on another day. After each New-RcBatch and Update-RcBatch a warning says which day the platform shows; give the day so that it shows the one that is meant. {Verdict.Report}");
    }

    private RcAccountCheck Quoting() => ErrorLines(seen.CreatedErrors) is not { } lines ? Verdict.NotKnown(CheckNames.Quoting, seen.CreatedErrors is { } errors ? $"The errors of the batch could not be read ({errors.Words})." : Why)
        : lines.Length == 0 ? Verdict.Confirmed(CheckNames.Quoting, "A text in quotes, with a comma in it, has no error.")
        : Verdict.Contradicted(
            CheckNames.Quoting,
            "A row with a text in quotes, with a comma in it, has an error.",
            $"Either the number cannot be sent to, or texts are cut at the comma: then keep commas and quotes out of texts. Get-RcBatchError shows such rows after Validate, before anything is sent. {Verdict.Report}");

    // The status comes first: an update that schedules is graver than one that is passed over, and may be both.
    private RcAccountCheck Update()
    {
        if (seen.Updated?.Payload is not { } batch)
        {
            return Verdict.NotKnown(CheckNames.Update, seen.Created is null || seen.Failure is null ? Why : $"The batch could not be updated ({seen.Failure}).");
        }

        (string? status, string? text) = (Seen.Text(batch, "status"), Seen.Text(batch, "description"));
        return status is not null && !ProbeSeen.IsCreated(status) ? Verdict.Contradicted(
                CheckNames.Update, $"An update with VALIDATE makes a batch {ProbeSeen.StatusWords(status)}.", $"It may send and be charged: check files with Test-RcBatchCsv, and update once. {Verdict.Report}")
            : status is null || text is null ? Verdict.NotKnown(CheckNames.Update, $"After the update the batch shows no {(status is null ? "status" : "description")}.")
            : text != ProbeWords.Updated.InQuery && text != ProbeWords.Updated.InForm ? Verdict.Contradicted(
                CheckNames.Update, "The update was answered with success, and the batch does not show it.", $"After each update a warning says what the platform does not show. Look at it before you schedule. {Verdict.Report}")
            : Verdict.Confirmed(CheckNames.Update, "The batch shows what the update gave it.");
    }

    private RcAccountCheck Lines() => ErrorLines(seen.UpdatedErrors) is not { } lines ? Verdict.NotKnown(CheckNames.Lines, seen.UpdatedErrors is { } errors ? $"The errors of the batch could not be read ({errors.Words})." : Why)
        : lines.Length == 0 ? Verdict.NotKnown(CheckNames.Lines, "A row without a text has no error, or not yet.")
        : lines.Max() switch
        {
            NoLine => Verdict.NotKnown(CheckNames.Lines, "The error of the second row shows no line."),
            2 => Verdict.Confirmed(CheckNames.Lines, "The error of the second row is on line 2: lines are counted from 1."),
            1 => Verdict.Contradicted(CheckNames.Lines, "The error of the second row is on line 1: lines are counted from 0.", "There is nothing to set: Get-RcBatchError with the file takes what fits it. Without the file, add 1 to each line."),
            int other => Verdict.Contradicted(
                CheckNames.Lines, $"The error of the second row is on line {other}.", $"A file may have been added to the one before rather than taken its place: then people get a text twice. Make a new batch instead of updating one. {Verdict.Report}"),
        };

    private RcAccountCheck Removal() =>
        seen.HasGone ? Verdict.Confirmed(CheckNames.Removal, $"The batch is no longer there ({seen.Removed!.Words}).")
        : seen.Removed is { IsRead: true } ? seen.RemovalFailure is { } failure
            ? Verdict.Contradicted(CheckNames.Removal, $"The batch could not be removed ({failure}).", $"A warning names it. {Verdict.Report}")
            : Verdict.Contradicted(CheckNames.Removal, "The removal was answered with success, and the batch is still there.", $"After Remove-RcBatch look with Get-RcBatch whether a batch has gone. A warning names this one. {Verdict.Report}")
        : seen.Removed is { } after ? Verdict.NotKnown(CheckNames.Removal, $"The look after the removal does not show whether the batch has gone ({after.Words}).", "A warning names it: look at it.")
        : seen.RemovalFailure is { } end ? Verdict.NotKnown(CheckNames.Removal, $"The batch could not be looked at ({end}).", "A warning names it: look at it.")
        : Verdict.NotKnown(CheckNames.Removal, Why);

    // The lines of the errors; nothing where they could not be read.
    private static int[]? ErrorLines(Seen? errors) => errors is not { IsRead: true } ? null
        : errors.Items is { } items ? [.. items.Select(item => item.ValueKind == JsonValueKind.Object ? new JsonFields(item).Integer("line") ?? NoLine : NoLine)]
        : errors.Number("fileErrors") == 0 ? []
        : null;

    private static string Place(RcParameterPlacement placement) => placement == RcParameterPlacement.Query ? "query string" : "form";
}
