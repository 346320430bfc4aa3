using RocketComs.Core.Errors;

namespace RocketComs.Core.Api.Calls;

/// <summary>How far the reading of a list has come, and whether it is at its end.</summary>
/// <param name="what">What is listed, for errors.</param>
internal sealed class ListProgress(string what)
{
    private const string Advice = "Narrow the list with filters so that it fits on one page, or ask RocketCOMS. What was read is correct but incomplete.";

    private int _items;
    private int _last;
    private int _largest;
    private ListPage? _page;

    /// <summary>Gets the pages read.</summary>
    public int Pages { get; private set; }

    // Some servers count the items of each page: a list that ends with a short page is whole all the same.
    private bool CountsMore => _page?.CountsMore(_items, Pages) == true && !(_last < _largest && _page.CountsPage(_largest));

    /// <summary>Notes a page whose items were taken.</summary>
    /// <returns>Whether the list ends with it.</returns>
    public bool EndsWith(ListPage page)
    {
        Pages++;
        _page = page;
        _last = page.Items.Length;
        _items += _last;
        bool isShort = _last < _largest || (Pages == 1 && page.IsWhole());
        _largest = Math.Max(_largest, _last);
        return isShort && !CountsMore;
    }

    /// <summary>The list has ended, with a short page or with no more pages.</summary>
    /// <param name="last">The empty page at its end; <see langword="null"/> where there is none.</param>
    /// <exception cref="UnexpectedResponseException">The server counts more than it listed.</exception>
    public void End(ListPage? last = null)
    {
        _page ??= last;
        if (CountsMore || _page?.FileErrors > _items)
        {
            throw Incomplete(FormattableString.Invariant($"it ended after {ShownText.Count(Pages, "page")}; {_page!.Total}, {_items} were read"), null);
        }
    }

    /// <summary>A page was refused: the list ends there only where the server's own count says that all has been read.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <exception cref="UnexpectedResponseException">Nothing says that this is all.</exception>
    public void EndRefused(ApiException refusal)
    {
        if (!_page!.IsAll(_items, Pages))
        {
            int status = (int)refusal.StatusCode;
            throw Incomplete(FormattableString.Invariant($"page {Pages} (counting from 0) was refused with HTTP {status}; {_page.Total}, {_items} were read"), refusal);
        }

        End();
    }

    /// <summary>A page came twice: the server has no more pages, or does not understand which page it is asked for.</summary>
    /// <exception cref="UnexpectedResponseException">It is a full page, and nothing says that this is all.</exception>
    public void EndBefore(ListPage page)
    {
        // Who gives more on a page than was asked for knows no pages, and gave all at once.
        bool isPaged = Pages > 1 || _largest <= PagedList.PageSize;
        if (isPaged && page.Items.Length >= PagedList.PageSize && !page.IsAll(_items, Pages))
        {
            throw Incomplete(FormattableString.Invariant($"page {Pages} (counting from 0) repeats an earlier one; {page.Total}, {_items} were read"), null);
        }

        End();
    }

    private UnexpectedResponseException Incomplete(string why, Exception? cause) => new($"The answer for {what} is incomplete: {why}.", Advice, cause);
}
