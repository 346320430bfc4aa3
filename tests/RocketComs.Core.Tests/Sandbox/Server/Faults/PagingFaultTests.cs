using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class PagingFaultTests
{
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
