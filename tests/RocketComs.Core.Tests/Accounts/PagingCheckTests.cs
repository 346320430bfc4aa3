using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>What pages of one item and of two show of the way in which an account counts.</summary>
public sealed class PagingCheckTests : IDisposable
{
    private const string FirstIsFirst = "Confirmed: Page 0 is the first; page 1 is another.";
    private const string OneIsFirst = "Contradicted: Page 0 and page 1 are the same, and page 2 is another: pages are counted from 1.";
    private const string PageIgnored = "Contradicted: Whichever page is asked for, the first comes.";
    private const string ZeroRefused = "Contradicted: Page 0 has no items (HTTP 400), and page 1 has some.";
    private const string ZeroEmpty = "Contradicted: Page 0 has no items (HTTP 200), and page 1 has some.";
    private const string SizeKept = "Confirmed: Pages of 1 and of 2 have as many items. The most that a page may have is not known.";
    private const string SizeCapped = "Contradicted: Asked for pages of 2, it gave 1 item, and there are more.";
    private const string CountsItems = "Confirmed: It is the same for pages of 1 and of 2: it counts items.";
    private const string CountsPage = "Contradicted: It is 1 for pages of 1, and 2 for pages of 2: it counts the items of the page.";
    private const string CountsPages = "Contradicted: It is half as large for pages of 2 as for pages of 1: it counts pages, as one page of the documentation says.";
    private const string CountsNothing = "Contradicted: It counts neither items nor pages.";
    private const string NoTotal = "NotKnown: There is no total.";
    private const string OtherSize = "NotKnown: The size of the pages is not the one that was asked for, so it does not show what total counts.";

    private readonly AccountDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    // A page is written as its items, a letter each, and its total; a status stands for itself.
    [Theory]
    [InlineData("a 2", "b 2", " 2", "ab 2", FirstIsFirst, SizeKept, CountsItems)]
    [InlineData("a 3", "b 3", "c 3", "ab 3", FirstIsFirst, SizeKept, CountsItems)]
    [InlineData("a 2", "a 2", "b 2", "ab 2", OneIsFirst, SizeKept, CountsItems)]
    [InlineData("a 2", "a 2", "400", "ab 2", OneIsFirst, SizeKept, CountsItems)]
    [InlineData("a 2", "a 2", "a 2", "ab 2", PageIgnored, SizeKept, CountsItems)]
    [InlineData("400", "a 2", "b 2", "400", ZeroRefused, "NotKnown: Pages of 1 and of 2 could not both be read (HTTP 400, HTTP 400).", NoTotal)]
    [InlineData(" 2", "a 2", "b 2", " 2", ZeroEmpty, "NotKnown: Pages of 1 and of 2 could not both be read (HTTP 200, HTTP 200).", OtherSize)]
    [InlineData("a 2", "400", "400", "ab 2", "NotKnown: Pages 0 and 1 could not be compared (HTTP 200, HTTP 400).", SizeKept, CountsItems)]
    [InlineData("400", "400", "400", "ab 2", "NotKnown: Pages 0 and 1 could not be compared (HTTP 400, HTTP 400).", "NotKnown: Pages of 1 and of 2 could not both be read (HTTP 400, HTTP 200).", OtherSize)]
    [InlineData(" 2", " 2", " 2", "ab 2", "NotKnown: Pages 0 and 1 could not be compared (HTTP 200, HTTP 200).", "NotKnown: Pages of 1 and of 2 could not both be read (HTTP 200, HTTP 200).", OtherSize)]
    [InlineData("ab 2", " 2", " 2", "ab 2", FirstIsFirst, "Contradicted: Asked for pages of 1, it gave 2 items.", OtherSize)]
    [InlineData("abc 3", " 3", " 3", "abc 3", FirstIsFirst, "Contradicted: Asked for pages of 1, it gave 3 items.", OtherSize)]
    [InlineData("a 3", "b 3", "c 3", "abc 3", FirstIsFirst, "Contradicted: Asked for pages of 2, it gave 3 items.", OtherSize)]
    [InlineData("a 2", "b 2", " 2", "a 2", FirstIsFirst, SizeCapped, OtherSize)]
    [InlineData("a 2", "b 2", " 2", "400", FirstIsFirst, "NotKnown: Pages of 1 and of 2 could not both be read (HTTP 200, HTTP 400).", OtherSize)]
    [InlineData("a", "b", "", "ab", FirstIsFirst, SizeKept, NoTotal)]
    [InlineData("a 1", "b 1", " 0", "ab 2", FirstIsFirst, SizeKept, CountsPage)]
    [InlineData("a 2", "b 2", " 2", "ab 1", FirstIsFirst, SizeKept, CountsPages)]
    [InlineData("a 3", "b 3", "c 3", "ab 2", FirstIsFirst, SizeKept, CountsPages)]
    [InlineData("a 1", "b 1", " 1", "ab 1", FirstIsFirst, SizeKept, CountsNothing)]
    [InlineData("a 0", "b 0", " 0", "ab 0", FirstIsFirst, SizeKept, CountsNothing)]
    [InlineData("a 2", "b 2", " 2", "ab 4", FirstIsFirst, SizeKept, CountsNothing)]
    [InlineData("a 7", "b 7", " 7", "ab", FirstIsFirst, SizeKept, CountsNothing)]
    [InlineData("a", "b", "", "ab 2", FirstIsFirst, SizeKept, CountsNothing)]
    public async Task Pages_show_how_the_account_counts(string zero, string one, string two, string pageOfTwo, string first, string size, string total)
    {
        const string Path = "/v1/recipients/lists?page=";
        _desk.Answers(Path + "0&pageSize=1", Page(zero));
        _desk.Answers(Path + "1&pageSize=1", Page(one));
        _desk.Answers(Path + "2&pageSize=1", Page(two));
        _desk.Answers(Path + "0&pageSize=2", Page(pageOfTwo));
        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal([first, size, total], [checks["First page"], checks["Page size"], checks["Total"]]);
    }

    [Fact]
    public async Task Pages_of_bare_arrays_have_no_total()
    {
        _desk.Answers("/v1/recipients/lists?page=0&pageSize=1", "[1]");
        _desk.Answers("/v1/recipients/lists?page=1&pageSize=1", "[2]");
        _desk.Answers("/v1/recipients/lists?page=0&pageSize=2", "[1,2]");
        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal([FirstIsFirst, SizeKept, NoTotal], [checks["First page"], checks["Page size"], checks["Total"]]);
    }

    private static string Page(string page)
    {
        if (page == "400")
        {
            return page;
        }

        string[] parts = page.Split(' ');
        return AccountDesk.Enveloped($$"""{"content":[{{string.Join(',', parts[0].Select(letter => $"\"{letter}\""))}}]{{(parts.Length == 1 ? string.Empty : ",\"total\":" + parts[1])}}}""");
    }
}
