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
    /// <param name="input">What was piped.</param>
    /// <param name="isRow">Whether it was bound as a row.</param>
    /// <param name="isNew">Whether a batch is created, which a campaign can name.</param>
    /// <exception cref="InvalidParameterException">It is one.</exception>
    public static void RefuseOthers(PSObject? input, bool isRow, bool isNew)
    {
        RefusePart("InputObject", input);
        string? origin = ModuleTypes.OriginOf(input);

        // Who chooses properties knows what they are, but a batch that has errors keeps its file.
        bool isChosen = ModuleTypes.NameOf(input) is null;
        if (origin is null
            || (origin == nameof(RcBatchError) ? !isRow || (isChosen && isNew) : isChosen || s_kinds.Contains(origin))
            || (origin == nameof(RcCampaign) && isNew && !isRow))
        {
            return;
        }

        throw origin == nameof(RcOptOut) ? OptOut(input!)
            : origin == nameof(RcBatchError)
            ? new InvalidParameterException(
                "InputObject",
                input,
                "The errors of a batch are not its rows: an upload of the rows with errors alone would take the place of the whole file. Nothing was sent.",
                "Give the repaired file: Update-RcBatch <id> <file>.")
            : new InvalidParameterException(
                "InputObject",
                input,
                $"A {origin} was piped, which is neither a row nor a batch. Nothing was sent.",
                "Choose what is meant with Select-Object, such as Number and Message, and pipe that.");
    }

    /// <summary>Refuses a part of a split, whatever was chosen of it.</summary>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <param name="input">What was given.</param>
    /// <exception cref="InvalidParameterException">It is one.</exception>
    public static void RefusePart(string parameter, PSObject? input)
    {
        if (ModuleTypes.OriginOf(input) == nameof(RcBatchCsvPart))
        {
            throw new InvalidParameterException(
                parameter,
                input,
                "A part of a split was given; what each part is called, and when it may go out, stands in the plan beside the parts. Nothing was sent.",
                "Send by the plan: Import-Csv <folder>/plan.csv | New-RcBatch -CampaignId <campaign>.");
        }
    }

    /// <summary>The error about somebody who has opted out, and is no recipient, whatever was chosen or added.</summary>
    /// <param name="input">What was piped.</param>
    public static InvalidParameterException OptOut(PSObject input) => new(
        "InputObject",
        input,
        $"'{Cell.Show(input.Properties[nameof(RcOptOut.Number)]?.Value)}' is of Get-RcOptOut: this person wants no messages. Nothing was sent.",
        "Leave these people out. To keep a list free of them, check it with -CheckOptOut or Test-RcBatchCsv -OptOutNumber.");
}
