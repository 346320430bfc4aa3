using RocketComs.Core.Recipients;

namespace RocketComs.PowerShell.Common;

/// <summary>What Import-RcRecipient says about a file.</summary>
internal static class ImportText
{
    /// <summary>What will be done, for the question, -WhatIf and -Verbose.</summary>
    /// <param name="path">The file.</param>
    /// <param name="report">What the check found; <see langword="null"/> when it was skipped.</param>
    /// <param name="strategy">What becomes of recipients who are there already.</param>
    /// <param name="listName">The list that is made; <see langword="null"/> for none.</param>
    /// <param name="authority">The platform's host.</param>
    public static string Describe(string path, RecipientFileReport? report, RcRecipientBatchStrategy strategy, string? listName, string authority)
    {
        string recipients = report is null ? "the recipients" : FormattableString.Invariant($"{report.RowCount:N0} {(report.RowCount == 1 ? "recipient" : "recipients")}");
        string list = listName is null ? "no list is made" : $"a new list '{listName}' is made of them";
        string known = strategy switch
        {
            RcRecipientBatchStrategy.Skip => "who is there already stays as is",
            RcRecipientBatchStrategy.Merge => "who is there already is updated",
            _ => "WHO IS THERE ALREADY IS REPLACED ENTIRELY, WHICH CANNOT BE UNDONE",
        };
        string skipped = report is null ? " The file was not checked (-SkipValidation)." : string.Empty;
        return $"Load {recipients} of '{path}' to {authority} ({strategy}: {known}); {list}.{skipped}";
    }

    /// <summary>The warnings that an answer deserves.</summary>
    /// <param name="import">What came of the file.</param>
    /// <param name="listName">The list that was asked for; <see langword="null"/> for none.</param>
    public static IEnumerable<string> Doubts(RcRecipientImport import, string? listName)
    {
        if (import.Failed > 0)
        {
            string first = import.ErrorDetails.Length > 0 ? $" ({import.ErrorDetails[0]})" : string.Empty;
            yield return FormattableString.Invariant($"'{import.Path}': {import.Failed:N0} {(import.Failed == 1 ? "recipient was" : "recipients were")} refused{first}; ErrorDetails has what the platform says.");
        }

        if (listName is not null && import.RecipientsListId is null)
        {
            yield return $"'{import.Path}': the list '{listName}' was asked for, but the answer has no id of one. Look for it with Get-RcRecipientList.";
        }
    }
}
