using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Refuses what is no input of a batch. The rows beside a batch's errors are not the batch, and who has opted out or replied is no
/// recipient: the properties of such objects have the names of parameters, but were not written for them.
/// </summary>
internal static class PipedKinds
{
    private static readonly string[] s_kinds =
        [nameof(RcBatch), nameof(RcBatchError), nameof(RcInsight), nameof(RcBatchRow), nameof(RcBatchCsvRepair), nameof(RcBatchCsvReport)];

    /// <summary>Refuses such an object.</summary>
    /// <param name="kind">Its type of this module; <see langword="null"/> for an object of another kind.</param>
    /// <param name="input">What was piped.</param>
    /// <param name="isRow">Whether it was bound as a row.</param>
    /// <param name="isNew">Whether a batch is created, which a campaign can name.</param>
    /// <exception cref="InvalidParameterException">It is one.</exception>
    public static void RefuseOthers(string? kind, PSObject? input, bool isRow, bool isNew)
    {
        if (kind is null || (s_kinds.Contains(kind) && (kind != nameof(RcBatchError) || !isRow)) || (kind == nameof(RcCampaign) && isNew && !isRow))
        {
            return;
        }

        throw kind == nameof(RcBatchCsvPart)
            ? new InvalidParameterException(
                "InputObject",
                input,
                "A part of a split was piped; what each part is called, and when it may go out, stands in the plan beside the parts. Nothing was sent.",
                "Send by the plan: Import-Csv <folder>/plan.csv | New-RcBatch -CampaignId <campaign>.")
            : kind == nameof(RcBatchError)
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
}
