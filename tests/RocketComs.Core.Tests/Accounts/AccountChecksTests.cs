using RocketComs.Core.Accounts;
using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>What is asked of an account, in which order, and of which of its objects.</summary>
public sealed class AccountChecksTests : IDisposable
{
    private readonly AccountDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Reads_are_these_and_no_others()
    {
        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal(
            [
                "GET /v1/batches?page=0&pageSize=100", "GET /v1/recipients/lists?page=0&pageSize=2", "GET /v1/brands?page=0&pageSize=2", "GET /v1/message-templates",
                "GET /v1/campaigns?brandId=br1&page=0&pageSize=2",
                "GET /v1/recipients/lists?page=0&pageSize=1", "GET /v1/recipients/lists?page=1&pageSize=1", "GET /v1/recipients/lists?page=2&pageSize=1", "GET /v1/recipients/lists?page=0&pageSize=2",
                "GET /v1/campaigns/c1/optouts", "GET /v1/insights/campaigns/b1", "GET /v1/insights/campaigns/c1",
            ],
            _desk.Asked);
        Assert.DoesNotContain(checks.Values, line => line.StartsWith("Contradicted", StringComparison.Ordinal));
        Assert.Equal(
            ["Address", "Credentials", "Envelope", "Lists", "First page", "Page size", "Total", "Opt-outs are one list", "Insights of a batch"],
            checks.Where(check => check.Value.StartsWith("Confirmed", StringComparison.Ordinal)).Select(check => check.Key));
        Assert.Equal("Confirmed: The items are in the field content: batches, recipient lists, brands, message templates, campaigns.", checks["Lists"]);
        Assert.Contains("Time zone of dates", checks.Keys);
        Assert.Equal(10, checks.Keys.Count(name => CheckNames.NotAsked.Any(assumption => assumption.Name == name)));
    }

    // Of an empty account nothing can be told apart, and the first list with two items is the one that is judged.
    [Theory]
    [InlineData("", "/v1/recipients")]
    [InlineData("/v1/recipients/lists", "/v1/recipients/lists")]
    [InlineData("/v1/batches", "/v1/batches")]
    [InlineData("/v1/campaigns", "/v1/campaigns")]
    [InlineData("/v1/recipients", "/v1/recipients")]
    public async Task Pages_are_judged_by_the_first_list_with_two_items(string list, string last)
    {
        string[] paths = ["/v1/recipients/lists", "/v1/batches", "/v1/campaigns", "/v1/recipients"];
        foreach (string path in paths)
        {
            _desk.Lists[path] = path == list ? ["""{"id":"1"}""", """{"id":"2"}"""] : ["""{"id":"1"}"""];
        }

        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal(
            paths.Take(Array.IndexOf(paths, last) + 1).Select(path => $"GET {path}?{(path == "/v1/campaigns" ? "brandId=br1&" : string.Empty)}page=2&pageSize=1"),
            _desk.Asked.Where(line => line.EndsWith("page=2&pageSize=1", StringComparison.Ordinal)));
        foreach (string name in (string[])["First page", "Page size", "Total"])
        {
            Assert.Equal(list.Length > 0, checks[name].StartsWith("Confirmed", StringComparison.Ordinal));
            Assert.Equal(list.Length == 0, checks[name] == "NotKnown: No list of the account has two items that could be told apart.");
        }
    }

    [Theory]
    [InlineData("""{"name":"without an id"}|{"id":"br 7"}""", "br%207")]
    [InlineData("", null)]
    [InlineData("null", null)]
    public async Task Campaigns_are_asked_for_by_the_first_brand(string brands, string? brand)
    {
        _desk.Lists["/v1/brands"] = brands.Split('|');
        _desk.Lists["/v1/recipients/lists"] = [];
        _desk.Lists["/v1/batches"] = [];
        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal(brand is null ? [] : [$"GET /v1/campaigns?brandId={brand}&page=0&pageSize=2"], _desk.Asked.Where(line => line.Contains("v1/campaigns?", StringComparison.Ordinal)).Take(1));
        Assert.Equal(brand is not null, checks["Lists"].Contains("campaigns", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"without an id"}|{"id":"c 2"}|{"id":"c3"}""", "/v1/campaigns/c%202/optouts")]
    [InlineData("", "/v1/campaigns/c9/optouts")]
    public async Task Opt_outs_are_those_of_the_first_campaign_that_is_known(string campaigns, string optOuts)
    {
        _desk.Lists["/v1/campaigns"] = campaigns.Split('|');
        _desk.Lists["/v1/batches"] = ["""{"id":"b0"}""", AccountDesk.BatchOf("b1", "c9"), AccountDesk.BatchOf("b2", "c1")];
        await _desk.ReadAsync();
        Assert.Equal("GET " + optOuts, Assert.Single(_desk.Asked, line => line.EndsWith("optouts", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[]", "Confirmed: They come as one array, without anything about pages.")]
    [InlineData("""{"status":"0000","result":[{"number":"1"}]}""", "Confirmed: They come as one array, without anything about pages.")]
    [InlineData("""{"content":[],"total":0}""", "Contradicted: They come with fields about pages.")]
    [InlineData("""{"numbers":[]}""", "Contradicted: There is no list in the answer.")]
    [InlineData("""{"content":null}""", "Contradicted: There is no list in the answer.")]
    [InlineData("403", "NotKnown: They could not be read (HTTP 403).")]
    public async Task Opt_outs_are_one_array(string answer, string expected)
    {
        _desk.Answers("/v1/campaigns/c1/optouts", answer);
        Assert.Equal(expected, (await _desk.ReadAsync())["Opt-outs are one list"]);
    }

    [Fact]
    public async Task Account_without_a_campaign_shows_no_opt_outs()
    {
        _desk.Lists["/v1/brands"] = [];
        _desk.Lists["/v1/batches"] = [];
        Assert.Equal("NotKnown: The account shows no campaign.", (await _desk.ReadAsync())["Opt-outs are one list"]);
        Assert.Equal("GET /v1/recipients/lists?page=0&pageSize=2", _desk.Asked[^1]);
    }

    [Theory]
    [InlineData("""{"data":[]}""", "200", "[]", "Contradicted: There is no list in the answer for recipient lists. Not read: brands (HTTP 200 without JSON).")]
    [InlineData("""{"data":[]}""", "[]", "7", "Contradicted: There is no list in the answer for recipient lists, message templates.")]
    [InlineData("""{"content":[]}""", "[]", "[]", "Contradicted: They are arrays, without the fields content and total: brands, message templates.")]
    [InlineData("403", "[]", "500", "Contradicted: They are arrays, without the fields content and total: brands. Not read: recipient lists (HTTP 403), message templates (HTTP 500).")]
    [InlineData("403", "404", "500", "Confirmed: The items are in the field content: batches. Not read: recipient lists (HTTP 403), brands (HTTP 404), message templates (HTTP 500).")]
    public async Task Lists_have_their_items_in_content(string lists, string brands, string templates, string expected)
    {
        _desk.Answers("/v1/recipients/lists", lists);
        _desk.Answers("/v1/brands", brands);
        _desk.Answers("/v1/message-templates", templates == "7" ? " 7" : templates);
        Assert.Equal(expected, (await _desk.ReadAsync())["Lists"]);
    }

    [Fact]
    public void Checks_of_a_probe_that_was_not_made_say_how_to_make_it()
    {
        RcAccountCheck[] checks = [.. AccountChecks.NoProbe("Only a probe shows it.")];
        Assert.Equal(
            ["Place of parameters", "Validate sends nothing", "First day", "Quoting of the file", "Update with Validate", "Lines of errors", "Removal"], checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.Equal(("NotKnown: Only a probe shows it.", true), (AccountDesk.Line(check), check.Advice.Contains("-ProbeCampaign", StringComparison.Ordinal))));
    }
}
