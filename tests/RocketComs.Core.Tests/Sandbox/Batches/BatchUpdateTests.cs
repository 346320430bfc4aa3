using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class BatchUpdateTests
{
    [Fact]
    public async Task Update_with_a_repaired_file_replaces_file_and_errors_and_keeps_the_rest()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.BadCsv, more: "&description=Spring&endDate=2027-02-01&startTime=09:00");
        host.Server.Advance(TimeSpan.FromSeconds(5));

        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "PATCH", SandboxHost.PathOf(batch) + "?action=VALIDATE", SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal(HttpStatusCode.OK, status);
        JsonNode updated = json["result"]!;
        Assert.Equal(
            ("Spring", "a7896", "2027-01-15", "2027-02-01", "09:00:00", "CREATED"),
            ((string?)updated["description"], (string?)updated["externalId"], (string?)updated["startDate"],
                (string?)updated["endDate"], (string?)updated["startTime"], (string?)updated["status"]));
        Assert.Equal(("2027-01-15T12:00:00.000Z", "2027-01-15T12:00:05.000Z"), ((string?)updated["createdAt"], (string?)updated["updatedAt"]));
        Assert.Equal(0, (int?)(await host.GetAsync(SandboxHost.PathOf(batch) + "/errors"))["result"]!["fileErrors"]);
    }

    [Fact]
    public async Task Update_of_scalars_alone_keeps_the_file()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.MixedCsv);

        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "PATCH", SandboxHost.PathOf(batch) + "?action=VALIDATE&description=New", new MultipartFormDataContent());

        Assert.Equal((HttpStatusCode.OK, "New"), (status, (string?)json["result"]!["description"]));
        Assert.Equal(1, (int?)(await host.GetAsync(SandboxHost.PathOf(batch) + "/errors"))["result"]!["fileErrors"]);
    }

    [Fact]
    public async Task Update_without_an_action_schedules()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        (_, JsonNode json) = await host.SendAsync("PATCH", SandboxHost.PathOf(batch), SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal("PENDING", (string?)json["result"]!["status"]);
    }

    [Fact]
    public async Task Update_to_another_type_leaves_the_file_out_of_the_answer()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.BadCsv);
        using MultipartFormDataContent form = SandboxHost.Form(("message", "Hello"), ("namedRecipientsListIds", SandboxData.RecipientListId));

        (_, JsonNode json) = await host.SendAsync("PATCH", SandboxHost.PathOf(batch) + "?operationType=MANUAL_MESSAGE_INPUT&action=VALIDATE", form);

        Assert.Equal(("MANUAL_MESSAGE_INPUT", "Hello"), ((string?)json["result"]!["operationType"], (string?)json["result"]!["message"]));
        Assert.Equal(0, (int?)(await host.GetAsync(SandboxHost.PathOf(batch) + "/errors"))["result"]!["fileErrors"]);
    }

    [Fact]
    public async Task Update_that_is_refused_changes_nothing()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        string message = await host.RefusedAsync(
            HttpStatusCode.BadRequest, "PATCH", SandboxHost.PathOf(batch) + "?description=New&endDate=2027-01-01", SandboxHost.FileForm(SandboxHost.BadCsv));

        Assert.StartsWith("endDate", message, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(batch, await host.GetAsync(SandboxHost.PathOf(batch))));
    }

    [Theory]
    [InlineData(0, "PENDING")]
    [InlineData(1, "IN_PROCESS")]
    [InlineData(2, "COMPLETED")]
    public async Task Update_of_a_scheduled_batch_is_answered_with_400_and_the_status(int minutes, string expected)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(action: "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(minutes));

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("PATCH", SandboxHost.PathOf(batch), SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal($"Batch {batch["id"]} cannot be updated because its status is {expected}, not CREATED", (string?)json["message"]);
    }

    [Fact]
    public async Task Update_by_many_at_once_schedules_once()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        (HttpStatusCode Status, JsonNode Json)[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => host.SendAsync("PATCH", SandboxHost.PathOf(batch), SandboxHost.FileForm(SandboxHost.GoodCsv))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Remove_of_a_created_batch_answers_with_text_and_it_is_gone()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        using HttpResponseMessage response = await host.Client.DeleteAsync(SandboxHost.PathOf(batch), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("{200 Batch was successfully deleted}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await host.RefusedAsync(HttpStatusCode.NotFound, "GET", SandboxHost.PathOf(batch));
        await host.RefusedAsync(HttpStatusCode.NotFound, "DELETE", SandboxHost.PathOf(batch));
    }

    [Fact]
    public async Task Remove_of_a_scheduled_batch_is_answered_with_400_and_the_status()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(action: "SCHEDULE");

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "DELETE", SandboxHost.PathOf(batch));

        Assert.Contains("PENDING", message, StringComparison.Ordinal);
        Assert.Equal("PENDING", await host.StatusOfAsync(batch));
    }
}
