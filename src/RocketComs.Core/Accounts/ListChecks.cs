using System.Text.Json;

namespace RocketComs.Core.Accounts;

/// <summary>Whether the lists of the account have the documented shapes.</summary>
internal static class ListChecks
{
    /// <summary>The check of all lists that could be looked at.</summary>
    /// <param name="lists">Each with its name; at least one was read.</param>
    public static RcAccountCheck Check(IReadOnlyCollection<(string Name, Seen Seen)> lists)
    {
        (string Name, Seen Seen)[] answered = [.. lists.Where(list => list.Seen.IsRead)];
        string[] unread = [.. answered.Where(list => list.Seen.Items is null).Select(list => list.Name)];
        string[] bare = [.. answered.Where(list => list.Seen.IsArray).Select(list => list.Name)];
        string refused = answered.Length == lists.Count ? string.Empty
            : $" Not read: {string.Join(", ", lists.Where(list => !list.Seen.IsRead).Select(list => $"{list.Name} ({list.Seen.Words})"))}.";
        return unread.Length > 0 ? Verdict.Contradicted(
                CheckNames.Lists,
                $"There is no list in the answer for {string.Join(", ", unread)}.{refused}",
                $"The commands that need these lists end with an error. A batch with an ExternalId is not scheduled while the list of batches cannot be read, for it may have gone out before. {Verdict.Report}")
            : bare.Length > 0 ? Verdict.Contradicted(
                CheckNames.Lists,
                $"They are arrays, without the fields content and total: {string.Join(", ", bare)}.{refused}",
                $"{Verdict.NothingToSet} Without a count, a list that the platform cuts short is not noticed: compare the number of batches with the portal once.")
            : Verdict.Confirmed(CheckNames.Lists, $"The items are in the field content: {string.Join(", ", answered.Select(list => list.Name))}.{refused}");
    }

    /// <summary>Whether opt-outs come as one list without pages.</summary>
    /// <param name="optOuts">The opt-outs of a campaign; <see langword="null"/> where the account shows none.</param>
    public static RcAccountCheck OptOuts(Seen? optOuts) =>
        optOuts is null ? Verdict.NotKnown(CheckNames.OptOuts, "The account shows no campaign.")
        : !optOuts.IsRead ? Verdict.NotKnown(CheckNames.OptOuts, $"They could not be read ({optOuts.Words}).")
        : optOuts.Payload is { ValueKind: JsonValueKind.Array } ? Verdict.Confirmed(CheckNames.OptOuts, "They come as one array, without anything about pages.")
        : optOuts.Items is null ? Verdict.Contradicted(
            CheckNames.OptOuts, "There is no list in the answer.", $"-CheckOptOut and Get-RcOptOut end with an error, so nobody who has opted out is sent to by them. {Verdict.Report}")
        : Verdict.Contradicted(
            CheckNames.OptOuts,
            "They come with fields about pages.",
            $"Where there is more than one page, -CheckOptOut and Get-RcOptOut end with an error rather than with half of them, so nobody who has opted out is sent to by them. {Verdict.Report}");
}
