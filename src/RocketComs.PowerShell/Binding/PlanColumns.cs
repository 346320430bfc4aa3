using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Looks at the columns of plans and rows: what is not read must not be taken for read.</summary>
internal static class PlanColumns
{
    // What decides when a batch goes out, and whether.
    private static readonly string[] s_schedule = ["Action", "StartDate", "EndDate", "StartTime", "EndTime"];

    private static readonly string[] s_read =
        [.. s_schedule, "Id", "BatchId", "CampaignId", "Path", "FullName", "PSPath", "File", "ExternalId", "Description"];

    private static readonly string[] s_kinds =
        [nameof(RcBatch), nameof(RcBatchError), nameof(RcInsight), nameof(RcBatchRow), nameof(RcBatchCsvRepair), nameof(RcBatchCsvReport)];

    /// <summary>
    /// Refuses what is no input of a batch. The rows beside a batch's errors are not the batch, and who has opted out or replied is no
    /// recipient: the properties of such objects have the names of parameters, but were not written for them.
    /// </summary>
    /// <param name="input">What was piped.</param>
    /// <param name="isRow">Whether it was bound as a row.</param>
    /// <exception cref="InvalidParameterException">It is such an object.</exception>
    public static void RefuseOtherKinds(PSObject? input, bool isRow)
    {
        if (ModuleTypes.NameOf(input) is not { } kind || (s_kinds.Contains(kind) && (kind != nameof(RcBatchError) || !isRow)))
        {
            return;
        }

        throw kind == nameof(RcBatchError)
            ? new InvalidParameterException(
                "InputObject",
                input,
                "The errors of a batch are not its rows: an upload of the rows with errors alone would take the place of the whole file. Nothing was sent.",
                "Give the repaired file: Update-RcBatch <id> <file>.")
            : new InvalidParameterException(
                "InputObject",
                input,
                $"A {kind} was piped, which is neither a row nor a batch. Nothing was sent.",
                "Choose what is meant with Select-Object, such as Number and Message, and pipe that.");
    }

    /// <summary>Refuses a column that is almost one of those of the schedule: left out in silence, it could send a batch months early.</summary>
    /// <param name="input">What was piped.</param>
    /// <exception cref="InvalidParameterException">There is one, such as <c>Start Date</c>.</exception>
    public static void RefuseNearMiss(PSObject? input)
    {
        foreach (string name in NamesOf(input))
        {
            string bare = string.Concat(name.Where(char.IsLetterOrDigit));
            if (s_schedule.FirstOrDefault(known => string.Equals(bare, known, StringComparison.OrdinalIgnoreCase)) is { } meant
                && !string.Equals(name, meant, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidParameterException(
                    meant, input, $"The piped objects have a column '{name}', which is not read. Nothing was sent.", $"Call it {meant} if that is meant, or leave the column out.");
            }
        }
    }

    /// <summary>The columns of a row of a plan that are not read.</summary>
    /// <param name="input">What was piped.</param>
    public static IEnumerable<string> Unread(PSObject? input) => NamesOf(input).Where(name => !s_read.Contains(name, StringComparer.OrdinalIgnoreCase));

    // Tables only: files, batches and the like have properties that nobody wrote for this.
    private static IEnumerable<string> NamesOf(PSObject? input) =>
        input?.BaseObject is PSCustomObject ? input.Properties.Where(property => property.MemberType == PSMemberTypes.NoteProperty).Select(property => property.Name) : [];
}
