using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>A line of the journal, as a reader of its own takes it.</summary>
/// <param name="WriteId">The write.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Time">When.</param>
internal sealed record JournalEntry(string WriteId, string Outcome, DateTimeOffset Time)
{
    /// <summary>All lines of a file.</summary>
    public static IReadOnlyList<JournalEntry> Read(string path) =>
        File.Exists(path) ? [.. File.ReadAllLines(path).Where(line => line.Length > 0).Select(Parse)] : [];

    private static JournalEntry Parse(string line)
    {
        JsonNode json = JsonNode.Parse(line)!;
        return new JournalEntry((string)json["writeId"]!, (string)json["outcome"]!, (DateTimeOffset)json["time"]!);
    }
}

/// <summary>One command of a run, with what it said and what became of it.</summary>
/// <param name="Scenario">The command.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Result">What it said.</param>
/// <param name="Journal">All lines of the journal after it.</param>
/// <param name="First">How many of them are older than the command.</param>
/// <param name="DoneBefore">The effects of the run before the command.</param>
/// <param name="DoneLast">Those of the command before it.</param>
/// <param name="Done">Those after it.</param>
/// <param name="Effected">When the platform made the effects of this command.</param>
/// <param name="All">The requests that arrived, and their answers.</param>
internal sealed record Step(
    Scenario Scenario, Fault Fault, CommandResult Result, IReadOnlyList<JournalEntry> Journal, int First, int DoneBefore, int DoneLast, int Done, IReadOnlyList<DateTimeOffset> Effected, IReadOnlyList<SentRequest> All)
{
    private static readonly Regex s_denial = new("nothing (of it )?(was|is) (changed|sent|done)|was not sent|did nothing|it was not carried out|was not created", RegexOptions.IgnoreCase);
    private static readonly string[] s_unsure = ["RcOutcomeUnknown", "RcUnexpectedResponse", "RcServerError"];

    // The platform's clock has milliseconds, and the journal more.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    /// <summary>Gets how many requests arrived.</summary>
    public int Requests => All.Count;

    private IEnumerable<SentRequest> Writes => All.Where(request => request.IsWrite && !request.Path.StartsWith("/v1/auth/", StringComparison.Ordinal));

    /// <summary>Gets the effects of this command.</summary>
    public int Now => Done - DoneBefore;

    private string[] Errors => [.. AllErrors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])];

    private IEnumerable<ErrorRecord> AllErrors => Result.Terminating is null ? Result.Errors : [.. Result.Errors, Result.Terminating];

    /// <summary>Everything that the command must not have said, or the platform must not have done.</summary>
    public IEnumerable<string> Flaws()
    {
        if (Scenario.LeavesNothing)
        {
            foreach (string flaw in Left())
            {
                yield return flaw;
            }

            yield break;
        }

        int intents = Scenario.Intents;
        JournalEntry[] own = [.. Journal.Skip(First)];
        JournalEntry[] begun = [.. own.Where(entry => entry.Outcome == "Begun")];
        HashSet<string> ids = [.. begun.Select(entry => entry.WriteId)];
        string[] ends = [.. ids.Select(id => own.Last(entry => entry.WriteId == id).Outcome)];
        string[] latest = [.. Journal.GroupBy(entry => entry.WriteId).Select(write => write.Last().Outcome)];
        string[] denials = [.. AllErrors.Select(error => error + " " + error.ErrorDetails?.RecommendedAction).Where(text => s_denial.IsMatch(text))];

        if (Now > intents)
        {
            yield return $"one command did it {Now} times";
        }

        if (Scenario.IsGuarded && Done > intents)
        {
            yield return $"{Done} effects of {intents} intents";
        }

        if (denials.Length > intents - Math.Min(Now, intents))
        {
            yield return $"said '{denials[0]}' about something that was done";
        }

        // A warning may speak of the command before.
        if (Result.Warnings.FirstOrDefault(warning => warning.Contains("was not carried out", StringComparison.Ordinal)) is { } warned && DoneLast > 0 && intents == 1)
        {
            yield return $"warned '{warned}' about something that was done";
        }

        // A command that ended early names what it did not do.
        bool isEnded = Result.Terminating is not null || Result.Warnings.Any(warning => warning.StartsWith("Ended early.", StringComparison.Ordinal));
        int succeeded = isEnded ? 0 : Math.Max(0, intents - Result.Errors.Count);
        int shown = Scenario.Emits && Scenario.Command != "Invoke-RcRequest" ? Result.Output.Count : 0;
        if (Math.Max(succeeded, shown) > (Scenario.ShowsEachTime ? Now : Done))
        {
            yield return $"{succeeded} successes and {shown} objects for {Now} effects";
        }

        if (latest.Count(outcome => outcome == "Refused") > Math.Max(0, latest.Length - Done))
        {
            yield return "the journal says Refused about something that was done";
        }

        if (latest.Count(outcome => outcome == "Done") > (Scenario.ShowsEachTime ? Done : Done * latest.Length))
        {
            yield return "the journal says Done about something that was not done";
        }

        if (ends.Contains("Begun"))
        {
            yield return "a line Begun has no end";
        }

        int unknown = ends.Count(outcome => outcome == "Unknown");
        if (Errors.Count(id => id == "RcOutcomeUnknown") > unknown || unknown > Errors.Count(s_unsure.Contains))
        {
            yield return "journal and errors disagree on what is not known";
        }

        if (begun.Length < Now || (Effected.Count > 0 && begun.Length > 0 && begun[0].Time > Effected.Min() + s_tick))
        {
            yield return "an effect without a line Begun before it";
        }

        if (Scenario.IsValidated && Done > DoneBefore && Fault.Name == "IgnoredParameters" && Fault.OfSandbox!["Parameters"] is string[] ignored
            && Writes.Any(request => request is { StatusCode: >= 200 and < 300, Fault: "IgnoredParameters" })
            && (ignored.Length == 0 || ignored.Contains("action")) && Result.Warnings.Count == 0)
        {
            yield return "scheduled, though only validation was asked for, and no word of it";
        }

        foreach (IGrouping<string, SentRequest> sent in Writes.GroupBy(request => request.Method + " " + request.Path))
        {
            // Only where the platform says that it did nothing may the same go out again.
            int final = sent.Count(request => request.StatusCode is not (401 or 429 or 503));
            if (final > intents)
            {
                yield return $"{sent.Key} went out {sent.Count()} times";
            }
        }
    }

    // Of a command that removes what it has made: what is left is named, and no line of the journal is left open.
    private IEnumerable<string> Left()
    {
        if (Now > 0 && !Result.Warnings.Any(warning => warning.Contains("Remove-RcBatch", StringComparison.Ordinal)))
        {
            yield return "a batch was left behind, and no word of it";
        }

        JournalEntry[] own = [.. Journal.Skip(First)];
        if (own.GroupBy(entry => entry.WriteId).Any(write => write.Last().Outcome == "Begun"))
        {
            yield return "a line Begun has no end";
        }

        if (Writes.Where(request => request is { Method: "POST", StatusCode: not (401 or 429 or 503) }).Take(2).Count() > 1)
        {
            yield return "the batch was made twice";
        }
    }

    /// <summary>What it came to, for the counts.</summary>
    public string Ending() => (Now > 0 ? "done" : "not done") + (Errors.Length == 0 ? ", success" : ", " + string.Join('+', Errors.Distinct().Order(StringComparer.Ordinal)));

    public override string ToString() =>
        $"[{Fault.Name} {Fault.Phase}] done {DoneBefore}->{Done}; {string.Join(" | ", AllErrors.Select(error => error.FullyQualifiedErrorId + ": " + error + " => " + error.ErrorDetails?.RecommendedAction))}"
        + $"; warned: {string.Join(" | ", Result.Warnings)}; journal: {string.Join(' ', Journal.Skip(First).Select(entry => entry.WriteId[..4] + "=" + entry.Outcome))}"
        + $"; writes: {string.Join(' ', Writes.Select(request => $"{request.Method} {request.Path} {request.StatusCode}/{request.Fault}"))}";
}
