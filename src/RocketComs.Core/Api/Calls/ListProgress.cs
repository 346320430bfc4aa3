using System.Text.Json;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Api.Calls;

/// <summary>How far the reading of a list has come, and whether it is at its end.</summary>
/// <param name="what">What is listed, for errors.</param>
internal sealed class ListProgress(string what)
{
    private const string Advice = "Narrow the list with filters so that it fits on one page, or ask RocketCOMS. What was read is correct but incomplete.";

    private const string MovedAdvice = "Run it again. A list that grows all the time can be read whole with the oldest first, where the command has -SortBy and -SortDir.";

    // Eight bytes for each of what may be millions.
    private readonly HashSet<ulong> _ids = [];
    private int _items;
    private int _last;
    private int _largest;
    private bool _countsPages = true;
    private bool _hasIds = true;
    private string? _moved;
    private string? _changed;
    private ListPage? _page;

    /// <summary>Gets the pages read.</summary>
    public int Pages { get; private set; }

    // Some servers count the items of each page: a list that ends with a short page is whole all the same.
    private bool CountsMore => _page?.CountsMore(_items, Pages) == true && !(_last < _largest && (_countsPages || _page.CountsPage(_largest)));

    /// <summary>Notes a page whose items were taken.</summary>
    /// <returns>Whether the list ends with it.</returns>
    public bool EndsWith(ListPage page)
    {
        NoteIds(page);
        NoteCounts(page);
        Pages++;
        _last = page.Items.Length;
        _items += _last;
        _countsPages &= page.CountsItself;
        bool isShort = _last < _largest || (Pages == 1 && page.IsWhole());
        _largest = Math.Max(_largest, _last);
        return isShort && !CountsMore && !page.SaysMore;
    }

    /// <summary>The list has ended, with a short page or with no more pages.</summary>
    /// <param name="last">The page behind its end, empty or one that came before; <see langword="null"/> where there is none.</param>
    /// <exception cref="UnexpectedResponseException">The server says that there is more, or the list changed while it was read.</exception>
    public void End(ListPage? last = null)
    {
        bool saysMore = (last ?? _page)?.SaysMore == true;
        if (last is not null && (_page is null || last.Counts))
        {
            NoteCounts(last);
        }

        if (_moved is not null || saysMore || CountsMore || _page?.FileErrors > _items)
        {
            throw Incomplete(FormattableString.Invariant($"it ended after {ShownText.Count(Pages, "page")}; {_page!.Words}, {_items} were read"), null);
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
            throw Incomplete(FormattableString.Invariant($"page {Pages} (counting from 0) was refused with HTTP {status}; {_page.Words}, {_items} were read"), refusal);
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
            throw Incomplete(FormattableString.Invariant($"page {Pages} (counting from 0) repeats an earlier one; {page.Words}, {_items} were read"), null);
        }

        End(page);
    }

    // What is added moves the rest on, so that something comes twice; what is removed moves the rest back, past what was read.
    private void NoteIds(ListPage page)
    {
        foreach (JsonElement item in page.Items)
        {
            string? id = ListPage.IdOf(item);
            _hasIds &= id is not null;
            _moved ??= id is null || _ids.Add(Hash(id)) ? null : "the same id came twice";
        }
    }

    // A list that has grown at its end is whole: nothing came twice, and its last count agrees.
    private void NoteCounts(ListPage page)
    {
        if (_page is { } earlier && page.Changes(earlier).ToArray() is var changes && Array.Exists(changes, change => change != 0))
        {
            _changed ??= $"{earlier.Words}, then {page.Words}";
            _moved ??= _hasIds && !changes.Contains(-1) ? null : _changed;
        }

        _page = page;
    }

    // FNV-1a.
    private static ulong Hash(string id)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in id)
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return hash;
    }

    private UnexpectedResponseException Incomplete(string why, Exception? cause) => (_moved ?? _changed) is { } how
        ? new($"The answer for {what} is incomplete: the list changed while it was read ({how}).", MovedAdvice, cause) { HasMoved = true }
        : new($"The answer for {what} is incomplete: {why}.", Advice, cause);
}
