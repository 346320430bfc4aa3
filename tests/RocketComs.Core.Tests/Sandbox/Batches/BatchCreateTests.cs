using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class BatchCreateTests
{
    private const string Campaign = "campaignId=" + SandboxData.CampaignId;

    [Fact]
    public async Task Create_with_a_file_answers_with_the_whole_batch_in_an_envelope()
    {
        using SandboxHost host = new();
        string query = SandboxHost.RequiredScalars
            + "&description=Spring%20Sale&endDate=2027-01-16&startTime=02:00&endTime=04:00:30&shortlink=true&action=VALIDATE&operationType=CSV_FILE";

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", "/v1/batches?" + query, SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["status", "message", "result"], json.AsObject().Select(pair => pair.Key));
        JsonObject batch = json["result"]!.AsObject();
        Assert.True(Guid.TryParseExact((string?)batch["id"], "D", out _));
        batch.Remove("id");
        string expected = $$"""
            {"campaignId":"{{SandboxData.CampaignId}}","description":"Spring Sale","externalId":"a7896","operationType":"CSV_FILE","charset":"ASCII",
             "startDate":"2027-01-15","endDate":"2027-01-16","startTime":"02:00:00","endTime":"04:00:30","status":"CREATED",
             "createdAt":"2027-01-15T12:00:00.000Z","updatedAt":"2027-01-15T12:00:00.000Z"}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), batch), batch.ToJsonString());
    }

    [Fact]
    public async Task Create_leaves_out_what_was_not_given()
    {
        using SandboxHost host = new();

        JsonNode batch = await host.CreateAsync();

        Assert.Equal(
            ["id", "campaignId", "externalId", "operationType", "charset", "startDate", "status", "createdAt", "updatedAt"],
            batch.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task Create_without_an_action_schedules()
    {
        using SandboxHost host = new();

        JsonNode batch = await host.CreateAsync(SandboxHost.FileForm(SandboxHost.GoodCsv), string.Empty);

        Assert.Equal("PENDING", (string?)batch["status"]);
    }

    [Fact]
    public async Task Create_with_a_template_and_one_list_answers_with_a_single_list_id()
    {
        using SandboxHost host = new();
        using MultipartFormDataContent form = SandboxHost.Form(
            ("messageTemplateId", SandboxData.MessageTemplateId), ("namedRecipientsListIds", SandboxData.RecipientListId));

        JsonNode batch = await host.CreateAsync(form, "operationType=MESSAGE_TEMPLATE&action=VALIDATE");

        Assert.Equal(("MESSAGE_TEMPLATE", SandboxData.MessageTemplateId), ((string?)batch["operationType"], (string?)batch["messageTemplateId"]));
        Assert.Equal(SandboxData.RecipientListId, (string?)batch["namedRecipientsListIds"]);
        Assert.Null(batch["message"]);
    }

    [Theory]
    [InlineData(SandboxData.RecipientListId, SandboxData.SecondRecipientListId)]
    [InlineData(SandboxData.RecipientListId + ", " + SandboxData.SecondRecipientListId)]
    [InlineData("[\"" + SandboxData.RecipientListId + "\",\"" + SandboxData.SecondRecipientListId + "\"]")]
    public async Task Create_with_two_lists_takes_them_in_any_form_and_answers_with_an_array(params string[] values)
    {
        using SandboxHost host = new();
        using MultipartFormDataContent form = SandboxHost.Form(
            [("message", "Sale \u00fcberall"), .. values.Select(value => ("namedRecipientsListIds", value))]);

        JsonNode batch = await host.CreateAsync(form, "operationType=MANUAL_MESSAGE_INPUT&action=VALIDATE");

        Assert.Equal(
            [SandboxData.RecipientListId, SandboxData.SecondRecipientListId],
            batch["namedRecipientsListIds"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(("Sale \u00fcberall", "UTF-8"), ((string?)batch["message"], (string?)batch["charset"]));
    }

    [Theory]
    [InlineData("externalId=a&startDate=2027-01-15", "campaignId")]
    [InlineData("campaignId=nonsense&externalId=a&startDate=2027-01-15", "campaignId")]
    [InlineData("campaignId=00000000-0000-4000-8000-000000000000&externalId=a&startDate=2027-01-15", "campaignId")]
    [InlineData(Campaign + "&startDate=2027-01-15", "externalId")]
    [InlineData(Campaign + "&externalId=&startDate=2027-01-15", "externalId")]
    [InlineData(Campaign + "&externalId=a", "startDate")]
    [InlineData(Campaign + "&externalId=a&startDate=15.01.2027", "startDate")]
    [InlineData(Campaign + "&externalId=a&startDate=2027-02-30", "startDate")]
    [InlineData(Campaign + "&externalId=a&startDate=2027-01-14", "startDate")]
    [InlineData(SandboxHost.RequiredScalars + "&startDate=2027-01-16", "startDate")]
    [InlineData(SandboxHost.RequiredScalars + "&endDate=2027-1-16", "endDate")]
    [InlineData(SandboxHost.RequiredScalars + "&endDate=2027-01-14", "endDate")]
    [InlineData(SandboxHost.RequiredScalars + "&startTime=9:00", "startTime")]
    [InlineData(SandboxHost.RequiredScalars + "&startTime=24:00", "startTime")]
    [InlineData(SandboxHost.RequiredScalars + "&endTime=noon", "endTime")]
    [InlineData(SandboxHost.RequiredScalars + "&shortlink=True", "shortlink")]
    [InlineData(SandboxHost.RequiredScalars + "&action=SEND", "action")]
    [InlineData(SandboxHost.RequiredScalars + "&operationType=CSV", "operationType")]
    [InlineData(SandboxHost.RequiredScalars + "&message=Hello", "message")]
    [InlineData(SandboxHost.RequiredScalars + "&file=batch.csv", "file")]
    public async Task Create_with_a_wrong_parameter_is_answered_with_400_and_its_name(string query, string name)
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/batches?" + query, SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.StartsWith(name, message, StringComparison.Ordinal);
        Assert.Equal(0, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Theory]
    [InlineData("CSV_FILE", "", "", "", "file")]
    [InlineData("MESSAGE_TEMPLATE", "", SandboxData.RecipientListId, "", "messageTemplateId")]
    [InlineData("MESSAGE_TEMPLATE", "nonsense", SandboxData.RecipientListId, "", "messageTemplateId")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.RecipientListId, SandboxData.RecipientListId, "", "messageTemplateId")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.ArchivedMessageTemplateId, SandboxData.RecipientListId, "", "messageTemplateId")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.MessageTemplateId, "", "", "namedRecipientsListIds")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.MessageTemplateId, "nonsense", "", "namedRecipientsListIds")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.MessageTemplateId, "[", "", "namedRecipientsListIds")]
    [InlineData("MESSAGE_TEMPLATE", SandboxData.MessageTemplateId, SandboxData.MessageTemplateId, "", "namedRecipientsListIds")]
    [InlineData("MANUAL_MESSAGE_INPUT", "", SandboxData.RecipientListId, "", "message")]
    [InlineData("MANUAL_MESSAGE_INPUT", "", SandboxData.RecipientListId, " ", "message")]
    [InlineData("MANUAL_MESSAGE_INPUT", "", "", "Hello", "namedRecipientsListIds")]
    public async Task Create_without_what_its_type_needs_is_answered_with_400_and_the_name(string type, string template, string list, string text, string name)
    {
        using SandboxHost host = new();
        (string Name, string Value)[] fields = [("messageTemplateId", template), ("namedRecipientsListIds", list), ("message", text)];
        using MultipartFormDataContent form = SandboxHost.Form([.. fields.Where(field => field.Value.Length > 0)]);

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", $"/v1/batches?{SandboxHost.RequiredScalars}&operationType={type}", form);

        Assert.StartsWith(name, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(160, HttpStatusCode.OK)]
    [InlineData(161, HttpStatusCode.BadRequest)]
    public async Task Create_with_a_manual_message_takes_160_characters(int length, HttpStatusCode expected)
    {
        using SandboxHost host = new();
        using MultipartFormDataContent form = SandboxHost.Form(("message", new string('x', length)), ("namedRecipientsListIds", SandboxData.RecipientListId));

        (HttpStatusCode status, _) = await host.SendAsync("POST", $"/v1/batches?{SandboxHost.RequiredScalars}&operationType=MANUAL_MESSAGE_INPUT", form);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Create_with_a_body_that_is_no_form_is_answered_with_400()
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(
            HttpStatusCode.BadRequest, "POST", "/v1/batches?" + SandboxHost.RequiredScalars, new StringContent(SandboxHost.GoodCsv));

        Assert.Equal("Content-Type must be multipart/form-data", message);
    }

    [Fact]
    public async Task Create_today_is_judged_by_the_sandbox_clock()
    {
        using SandboxHost host = new();
        host.Server.Advance(TimeSpan.FromHours(12));

        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "POST", "/v1/batches?" + SandboxHost.RequiredScalars, SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("startDate 2027-01-15 must not be in the past", (string?)json["message"]);
    }
}
