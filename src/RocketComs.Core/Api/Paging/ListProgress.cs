using RocketComs.Core.Errors;

namespace RocketComs.Core.Api.Paging;

/// <summary>How far the reading of a list has come, and whether it may be at its end.</summary>
internal sealed class ListProgress
{
    private const string Advice = "Narrow the list with filters so that it fits a page, or ask RocketCOMS. What was read is true, but not all.";

    private readonly string _what;
    private readonly Action<string>? _doubted;
    private int _items;
    private int _last;
    private int _largest;
    private int? _fileErrors;
    private bool _isAll;

    /// <summary>Initializes the progress; nothing was read yet.</summary>
    /// <param name="what">What is listed, for errors.</param>
    /// <param name="doubted">Told why the list may not be whole.</param>
    public ListProgress(string what, Action<string>? doubted)
    {
        _what = what;
        _doubted = doubted;
    }

    /// <summary>Gets the pages read.</summary>
    public int Pages { get; private set; }

    /// <summary>Gets whether the page before was short, or all that the server counts has been read.</summary>
    public bool MayBeAtEnd => Pages > 0 && (_last < PagedList.PageSize || _isAll);

    /// <summary>Notes a page whose items were taken.</summary>
    /// <returns>Whether the list ends with it.</returns>
    public bool EndsWith(ListPage page)
    {
        Pages++;
        _last = page.Items.Length;
        _items += _last;
        _fileErrors = page.FileErrors ?? _fileErrors;
        _isAll = page.IsAll(_items, Pages);
        bool ends = _last < _largest || (Pages == 1 && page.IsWhole());
        _largest = Math.Max(_largest, _last);
        return ends;
    }

    /// <summary>The list has ended.</summary>
    public void End()
    {
        // The documentation's own sample counts three and shows one.
        if (_fileErrors > _items)
        {
            _doubted?.Invoke(FormattableString.Invariant($"RocketCOMS counts {_fileErrors} for {_what}, but listed {_items}."));
        }
    }

    /// <summary>A page came that had come before: the server does not go on, or does not understand what page it is asked for.</summary>
    /// <exception cref="UnexpectedResponseException">The page is a full one, and the server does not say that this is all.</exception>
    public void EndBefore(ListPage page)
    {
        if (page.Items.Length >= PagedList.PageSize && !page.IsAll(_items, Pages))
        {
            throw new UnexpectedResponseException(
                FormattableString.Invariant($"The answer for {_what} is not complete: page {Pages} (from 0) is one that came before; {page.Total}, {_items} were read."), Advice);
        }

        End();
    }
}
