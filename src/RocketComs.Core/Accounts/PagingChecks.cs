using System.Text.Json;

namespace RocketComs.Core.Accounts;

/// <summary>Whether pages are counted from 0, have the size that was asked for, and what <c>total</c> counts: seen on the first list that has two items.</summary>
/// <param name="reader">Asks.</param>
internal sealed class PagingChecks(AccountReader reader)
{
    private const string LongLists = "Lists that are longer than one page end with an error here rather than short, so nothing is judged by half a list. Narrow them with filters, and report it: the output of Test-RcAccount is all that is needed.";

    /// <summary>Makes the checks.</summary>
    /// <param name="lists">The lists that may be looked at, each with what it is asked with.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task<IReadOnlyList<RcAccountCheck>> CheckAsync(IEnumerable<(string Path, (string Name, string Value)[] Query)> lists, CancellationToken stop)
    {
        foreach ((string path, (string Name, string Value)[] query) in lists)
        {
            Pages pages = new(
                await PageAsync(path, query, 0, 1, stop), await PageAsync(path, query, 1, 1, stop), await PageAsync(path, query, 2, 1, stop), await PageAsync(path, query, 0, 2, stop));
            if (pages.DistinctItems > 1)
            {
                return [First(pages), Size(pages), Total(pages)];
            }
        }

        const string Why = "No list of the account has two items that could be told apart.";
        return [Verdict.NotKnown(CheckNames.FirstPage, Why), Verdict.NotKnown(CheckNames.PageSize, Why), Verdict.NotKnown(CheckNames.Total, Why)];
    }

    private static RcAccountCheck First(Pages pages)
    {
        (string first, string second) = (pages.First.Fingerprint, pages.Second.Fingerprint);
        return pages.Second.Items is null || first.Length + second.Length == 0 ? Verdict.NotKnown(CheckNames.FirstPage, $"Pages 0 and 1 could not be compared ({pages.First.Words}, {pages.Second.Words}).")
            : first.Length == 0 ? Verdict.Contradicted(CheckNames.FirstPage, $"Page 0 has no items ({pages.First.Words}), and page 1 has some.", LongLists)
            : first == second && first == pages.Third.Fingerprint ? Verdict.Contradicted(CheckNames.FirstPage, "Whichever page is asked for, the first comes.", LongLists)
            : first == second ? Verdict.Contradicted(CheckNames.FirstPage, "Page 0 and page 1 are the same, and page 2 is another: pages are counted from 1.", LongLists)
            : Verdict.Confirmed(CheckNames.FirstPage, "Page 0 is the first; page 1 is another.");
    }

    private static RcAccountCheck Size(Pages pages) => pages switch
    {
        { First.Items: { Length: > 1 } items } => Verdict.Contradicted(
            CheckNames.PageSize, $"Asked for pages of 1, it gave {items.Length} items.", $"{Verdict.NothingToSet} Lists are read until nothing more comes, whatever the size of a page."),
        { PageOfTwo.Items: { Length: > 2 } items } => Verdict.Contradicted(
            CheckNames.PageSize, $"Asked for pages of 2, it gave {items.Length} items.", $"{Verdict.NothingToSet} Lists are read until nothing more comes, whatever the size of a page."),
        { First.Items.Length: 1, PageOfTwo.Items.Length: 1 } => Verdict.Contradicted(
            CheckNames.PageSize, "Asked for pages of 2, it gave 1 item, and there are more.", $"{Verdict.NothingToSet} Lists are read until nothing more comes; with short pages that takes more requests."),
        { First.Items.Length: 1, PageOfTwo.Items.Length: 2 } => Verdict.Confirmed(CheckNames.PageSize, "Pages of 1 and of 2 have as many items. The most that a page may have is not known."),
        _ => Verdict.NotKnown(CheckNames.PageSize, $"Pages of 1 and of 2 could not both be read ({pages.First.Words}, {pages.PageOfTwo.Words})."),
    };

    private static RcAccountCheck Total(Pages pages) => (pages.First.Number("total"), pages.PageOfTwo.Number("total")) switch
    {
        (null, null) => Verdict.NotKnown(CheckNames.Total, "There is no total."),
        _ when pages is not { First.Items.Length: 1, PageOfTwo.Items.Length: 2 } => Verdict.NotKnown(CheckNames.Total, "The size of the pages is not the one that was asked for, so it does not show what total counts."),
        ({ } one, { } two) when one == two && one >= 2 => Verdict.Confirmed(CheckNames.Total, "It is the same for pages of 1 and of 2: it counts items."),
        (1, 2) => Verdict.Contradicted(
            CheckNames.Total, "It is 1 for pages of 1, and 2 for pages of 2: it counts the items of the page.", $"{Verdict.NothingToSet} No list is ended by it, so none is cut short."),
        ({ } one, { } two) when one >= 2 && (one + 1) / 2 == two => Verdict.Contradicted(
            CheckNames.Total, "It is half as large for pages of 2 as for pages of 1: it counts pages, as one page of the documentation says.", $"{Verdict.NothingToSet} No list is ended by it, so none is cut short."),
        _ => Verdict.Contradicted(CheckNames.Total, "It counts neither items nor pages.", $"Lists may end with an error, but never short. {Verdict.Report}"),
    };

    private Task<Seen> PageAsync(string path, (string Name, string Value)[] query, int page, int size, CancellationToken stop) =>
        reader.GetAsync(path, stop, [.. query, ("page", Digits(page)), ("pageSize", Digits(size))]);

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Pages(Seen First, Seen Second, Seen Third, Seen PageOfTwo)
    {
        public int DistinctItems => new[] { First, Second, Third, PageOfTwo }.SelectMany(page => page.Items ?? Array.Empty<JsonElement>()).Select(item => item.GetRawText()).Distinct().Count();
    }
}
