using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Recipients;

public sealed class RecipientLoadTests
{
    private const string Load = "/v1/recipients/batches";
    private const string Csv = "Number,First name,City name\n+12025550101,Anna,\n+12025550150,Eve,Boston\nabc,Bad,\n+12025550151,short\n";

    [Fact]
    public async Task Load_comes_bare_with_its_counts_and_the_lines_that_failed()
    {
        using SandboxHost host = new();

        JsonNode json = await LoadAsync(host, Csv);

        Assert.Equal(["succeeded", "failed", "skipped", "errorDetails"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal((1, 2, 1), ((int)json["succeeded"]!, (int)json["failed"]!, (int)json["skipped"]!));
        Assert.Equal(
            """[{"lineNumber":4,"description":"Number is invalid"},{"lineNumber":5,"description":"Row must have 3 columns but has 2"}]""", json["errorDetails"]!.ToJsonString());
        Assert.Equal("Ada", (string?)(await RecipientAsync(host))["firstName"]);
    }

    [Theory]
    [InlineData("OVERRIDE", null, null)]
    [InlineData("MERGE", "Adams", "New York")]
    public async Task Known_recipient_is_changed_as_the_strategy_says(string strategy, string? lastName, string? city)
    {
        using SandboxHost host = new();

        JsonNode json = await LoadAsync(host, Csv, ("batchStrategy", strategy));

        JsonNode recipient = await RecipientAsync(host);
        Assert.Equal((2, 0), ((int)json["succeeded"]!, (int)json["skipped"]!));
        Assert.Equal(("Anna", lastName, city), ((string?)recipient["firstName"], (string?)recipient["lastName"], (string?)recipient["address"]?["cityName"]));
    }

    [Fact]
    public async Task List_of_that_name_holds_the_new_recipients_and_those_that_were_there()
    {
        using SandboxHost host = new();

        JsonNode json = await LoadAsync(host, Csv, ("recipientsListName", "Loaded"));

        JsonNode list = await host.GetAsync("/v1/recipients/lists/" + json["recipientsListId"]);
        Assert.Equal(("Loaded", 2), ((string?)list["name"], (int)list["recipientsAmount"]!));
    }

    [Theory]
    [InlineData("email , NUMBER,Street Line\nx,+12025550150,y\n", 1)]
    [InlineData("Number,Street Line 1\n\n+12025550150,y\n4161234567,z\n", 2)]
    public async Task Headers_are_matched_without_case_and_blanks(string csv, int succeeded)
    {
        using SandboxHost host = new();

        Assert.Equal(succeeded, (int)(await LoadAsync(host, csv))["succeeded"]!);
    }

    [Theory]
    [InlineData("", "file is empty")]
    [InlineData("First name\nx\n", "file has no column Number")]
    [InlineData("Number,Shoe size\n1,2\n", "file has an unknown column 'Shoe size'")]
    public async Task Wrong_file_is_refused(string csv, string why)
    {
        using SandboxHost host = new();

        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Load, SandboxHost.FileForm(csv)));
    }

    [Fact]
    public async Task Wrong_form_is_refused()
    {
        using SandboxHost host = new();

        Assert.Equal("file is required", await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Load, Json.Of("""{"file":"recipients.csv"}""")));
        Assert.Equal(
            "batchStrategy must be one of SKIP, OVERRIDE, MERGE, not 'skip'",
            await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Load, SandboxHost.FileForm(Csv, ("batchStrategy", "skip"))));
        Assert.Equal(
            "recipientsListName must not be blank", await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Load, SandboxHost.FileForm(Csv, ("recipientsListName", " "))));
    }

    private static async Task<JsonNode> LoadAsync(SandboxHost host, string csv, params (string Name, string Value)[] fields)
    {
        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", Load, SandboxHost.FileForm(csv, fields));
        Assert.Equal(HttpStatusCode.OK, status);
        return json;
    }

    private static async Task<JsonNode> RecipientAsync(SandboxHost host) => (await host.GetAsync("/v1/recipients/" + SandboxData.RecipientId))["result"]!;
}
