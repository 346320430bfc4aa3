using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RocketComs.Sandbox;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Faults;

public sealed class AnswerFaultTests
{
    [Theory]
    [InlineData(RcSandboxFaultKind.TruncatedJson)]
    [InlineData(RcSandboxFaultKind.GarbledJson)]
    public async Task Json_is_broken_while_its_length_is_right_and_the_connection_is_kept(RcSandboxFaultKind kind)
    {
        using SandboxHost host = new();
        string whole = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        host.Server.AddFault(new RcSandboxFault(kind));

        using HttpResponseMessage answer = await host.Client.GetAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        string broken = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((200, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(kind == RcSandboxFaultKind.TruncatedJson ? whole[..(whole.Length / 2)] : whole[..^1].Replace('"', '\'') + ",", broken);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(broken));
        await host.GetAsync("/v1/message-templates");
        Assert.Equal(1, host.Server.ConnectionCount);
        Assert.Equal([null, kind, null], host.Server.Requests.Select(request => request.Fault));
    }

    [Fact]
    public async Task Broken_json_answers_what_was_done()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.TruncatedJson));

        await Assert.ThrowsAnyAsync<JsonException>(() => host.CreateAsync());

        Assert.Equal(1, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Theory]
    [InlineData(null, null, "text/html")]
    [InlineData("text/plain; charset=utf-8", null, "text/plain; charset=utf-8")]
    [InlineData(null, "<html>Sign in to the hotel's network</html>", "text/html")]
    [InlineData("application/json", "", "application/json")]
    public async Task Content_type_is_another_one(string? type, string? body, string expectedType)
    {
        using SandboxHost host = new();
        string own = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.ContentType) { ContentType = type, Body = body });

        using HttpResponseMessage answer = await host.Client.GetAsync("/v1/message-templates", TestContext.Current.CancellationToken);

        Assert.Equal((200, expectedType), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(body ?? own, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Repeated_page_is_the_first_again()
    {
        using SandboxHost host = await WithBatchesAsync(3);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.RepeatedPage) { Times = 0 });

        JsonNode[] pages = [await PageAsync(host, 0, 2), await PageAsync(host, 1, 2), await PageAsync(host, 7, 2)];

        Assert.All(pages, page => Assert.Equal(Ids(pages[0]), Ids(page)));
        Assert.Equal(2, Ids(pages[0]).Length);
        Assert.All(pages, page => Assert.Equal(0, (int?)page["page"]));
        Assert.Equal(2, host.Server.Faults[0].Hits);
        Assert.Equal("page=7&pageSize=2", host.Server.Requests[^1].RawQuery);
    }

    [Theory]
    [InlineData(RcSandboxFaultKind.TotalAsPages, 2, 3)]
    [InlineData(RcSandboxFaultKind.TotalAsPages, 3, 2)]
    [InlineData(RcSandboxFaultKind.TotalAsPages, 10, 1)]
    [InlineData(RcSandboxFaultKind.TotalAsItems, 2, 5)]
    public async Task Total_counts_what_was_ordered(RcSandboxFaultKind kind, int pageSize, int expected)
    {
        using SandboxHost host = await WithBatchesAsync(5);
        host.Server.AddFault(new RcSandboxFault(kind));

        JsonNode page = await PageAsync(host, 0, pageSize);

        Assert.Equal((expected, pageSize, Math.Min(5, pageSize)), ((int?)page["total"], (int?)page["pageSize"], Ids(page).Length));
    }

    [Fact]
    public async Task Total_as_pages_counts_in_bare_lists_and_lists_below_a_batch_too()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.BadCsv);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.TotalAsPages) { Times = 0 });

        Assert.Equal(1, (int?)(await host.GetAsync("/v1/recipients/lists?pageSize=10"))["total"]);
        Assert.Equal(1, (int?)(await host.GetAsync($"{SandboxHost.PathOf(batch)}/errors?pageSize=2"))["result"]!["total"]);
        Assert.Equal(0, (int?)(await host.GetAsync($"{SandboxHost.PathOf(batch)}/report"))["result"]!["total"]);
        await host.GetAsync(SandboxHost.PathOf(batch));
        Assert.Equal(3, host.Server.Faults[0].Hits);
    }

    [Theory]
    [InlineData(null, "", 1)]
    [InlineData(2, "?pageSize=100", 2)]
    [InlineData(2, "?pageSize=1", 1)]
    [InlineData(2, "", 2)]
    public async Task Page_size_is_capped(int? most, string query, int expected)
    {
        using SandboxHost host = await WithBatchesAsync(3);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.PageSizeCapped) { PageSize = most });

        JsonNode page = (await host.GetAsync("/v1/batches" + query))["result"]!;

        Assert.Equal((expected, expected, 3), (Ids(page).Length, (int?)page["pageSize"], (int?)page["total"]));
    }

    [Theory]
    [InlineData(SandboxPlacement.Query)]
    [InlineData(SandboxPlacement.Form)]
    public async Task Ignored_parameters_of_an_update_leave_the_batch_as_it_was(SandboxPlacement placement)
    {
        using SandboxHost host = new(placement);
        (string Name, string Value)[] old = [("campaignId", SandboxData.CampaignId), ("externalId", "old"), ("startDate", "2027-01-15"), ("action", "VALIDATE"), ("description", "old")];
        JsonNode batch = (await SendAsync(host, placement, "POST", "/v1/batches", old))["result"]!;
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["description", "startDate"] });

        JsonNode updated = (await SendAsync(
            host, placement, "PATCH", SandboxHost.PathOf(batch), ("description", "new"), ("startDate", "2027-02-01"), ("externalId", "new"), ("action", "VALIDATE")))["result"]!;

        Assert.Equal(("old", "2027-01-15", "new", "CREATED"), ((string?)updated["description"], (string?)updated["startDate"], (string?)updated["externalId"], (string?)updated["status"]));
        Assert.Equal(RcSandboxFaultKind.IgnoredParameters, host.Server.Requests[^1].Fault);
        Assert.Contains("new", placement == SandboxPlacement.Query
            ? host.Server.Requests[^1].Query.Select(pair => pair.Value)
            : host.Server.Requests[^1].Parts.Select(part => part.Text));
    }

    [Fact]
    public async Task Ignored_action_schedules_a_batch_that_was_only_to_be_validated()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["action"] });
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv);

        (_, JsonNode updated) = await host.SendAsync("PATCH", SandboxHost.PathOf(batch) + "?action=VALIDATE", form);

        Assert.Equal("PENDING", (string?)updated["result"]!["status"]);
    }

    [Fact]
    public async Task Ignored_parameters_of_a_create_are_all_scalars_unless_named()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters));

        JsonNode batch = await host.CreateAsync(SandboxHost.GoodCsv, "VALIDATE", "&description=new&endDate=2027-03-01&startTime=09:00&endTime=10:00&operationType=CSV_FILE");

        Assert.Equal(
            (SandboxData.CampaignId, "ignored", "2027-01-15", null, null, null, null, "PENDING"),
            ((string?)batch["campaignId"], (string?)batch["externalId"], (string?)batch["startDate"], (string?)batch["description"],
                (string?)batch["endDate"], (string?)batch["startTime"], (string?)batch["endTime"], (string?)batch["status"]));
    }

    private static async Task<JsonNode> SendAsync(SandboxHost host, SandboxPlacement placement, string method, string path, params (string Name, string Value)[] scalars)
    {
        bool isQuery = placement == SandboxPlacement.Query;
        string query = isQuery ? "?" + string.Join("&", scalars.Select(scalar => $"{scalar.Name}={scalar.Value}")) : string.Empty;
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv, isQuery ? [] : scalars);
        (_, JsonNode json) = await host.SendAsync(method, path + query, form);
        return json;
    }

    private static async Task<SandboxHost> WithBatchesAsync(int count)
    {
        SandboxHost host = new();
        for (int i = 0; i < count; i++)
        {
            await host.CreateAsync();
        }

        return host;
    }

    private static async Task<JsonNode> PageAsync(SandboxHost host, int page, int pageSize) =>
        (await host.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/batches?page={page}&pageSize={pageSize}")))["result"]!;

    private static string[] Ids(JsonNode page) => [.. page["content"]!.AsArray().Select(item => (string)item!["id"]!)];
}
