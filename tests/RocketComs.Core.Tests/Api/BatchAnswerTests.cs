using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class BatchAnswerTests
{
    private const string Id = TestClient.BatchId;

    [Fact]
    public async Task Sample_of_the_documentation_is_read_field_by_field()
    {
        RcBatch batch = await AnsweredAsync(Sample("batch-update-response.json"));
        Assert.Equal((Id, "05ee2300-51cd-4021-b28d-11597cf9a175", "Spring Sale", "a7896"), (batch.Id, batch.CampaignId, batch.Description, batch.ExternalId));
        Assert.Equal(("DELIVERED", "MESSAGE_TEMPLATE", "string", "ASCII"), (batch.Status, batch.OperationType, batch.Message, batch.Charset));
        Assert.Equal("4a968230-dd15-41fa-9e38-a0abade08b27", batch.MessageTemplateId);
        Assert.Equal(["cf3775f1-ea90-4378-bdb5-8788f8d1d041"], batch.NamedRecipientsListIds);
        Assert.Equal((new DateTime(2022, 4, 25), new DateTime(2022, 4, 25)), (batch.StartDate, batch.EndDate));
        Assert.Equal((new TimeSpan(2, 0, 0), new TimeSpan(4, 0, 0)), (batch.StartTime, batch.EndTime));
        DateTimeOffset created = new(2022, 4, 24, 16, 51, 3, 419, TimeSpan.Zero);
        Assert.Equal((created, created, new DateTimeOffset(2022, 4, 25, 4, 0, 3, 419, TimeSpan.Zero)), (batch.CreatedAt, batch.UpdatedAt, batch.FinishedAt));
        Assert.Empty(batch.AdditionalProperties);
        Assert.Equal(Id, batch.ToString());
    }

    [Fact]
    public async Task Bare_batch_is_read_like_an_enveloped_one()
    {
        RcBatch batch = await AnsweredAsync(Sample("batch-retrieve.json"));
        Assert.Equal((Id, "DELIVERED", new TimeSpan(4, 0, 0)), (batch.Id, batch.Status, batch.EndTime));
        Assert.Equal((null, null), (batch.OperationType, batch.Charset));
        Assert.Empty(batch.NamedRecipientsListIds);
        Assert.Empty(batch.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"namedRecipientsListIds":["a","b"]}""", "a b")]
    [InlineData("""{"namedRecipientsListIds":"a"}""", "a")]
    [InlineData("""{"namedRecipientsListIds":"a,b, c"}""", "a b c")]
    [InlineData("""{"namedRecipientsListIds":""}""", "")]
    [InlineData("""{"namedRecipientsListIds":[]}""", "")]
    [InlineData("""{"namedRecipientsListIds":null}""", "")]
    public async Task Recipient_lists_come_as_an_array_whatever_was_sent(string body, string ids) =>
        Assert.Equal(ids, string.Join(' ', (await AnsweredAsync(body)).NamedRecipientsListIds));

    [Theory]
    [InlineData("02:05", 125)]
    [InlineData("02:05:00", 125)]
    [InlineData("2:05", 125)]
    [InlineData("02:05:00.000", 125)]
    [InlineData("00:00", 0)]
    public async Task Time_of_day_is_read_in_every_documented_form(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), (await AnsweredAsync($$"""{"startTime":"{{text}}"}""")).StartTime);

    [Fact]
    public async Task Unknown_and_odd_fields_are_kept()
    {
        RcBatch batch = await AnsweredAsync("""{"id":"32df8770-ee48-46e7-a8c7-9ec478883076","new":{"a":[1,2.5,"s",true,null]},"count":9007199254740993,"nothing":null,"startDate":"31.01.2027","description":{"en":"hi"}}""");
        Assert.Equal("count description new startDate", string.Join(' ', batch.AdditionalProperties.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal((9007199254740993L, "31.01.2027", null, null), ((long)batch.AdditionalProperties["count"]!, batch.AdditionalProperties["startDate"], batch.StartDate, batch.Description));
        Dictionary<string, object?> nested = Assert.IsType<Dictionary<string, object?>>(batch.AdditionalProperties["new"], exactMatch: false);
        Assert.Equal([1L, 2.5, "s", true, null], Assert.IsType<object?[]>(nested["a"]));
    }

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("2027-01-31T00:00:00")]
    [InlineData("2027-01-31T23:30:00.000Z")]
    [InlineData("2027-01-31T00:30:00+14:00")]
    [InlineData("2027-01-31 00:00:00")]
    public async Task Day_is_the_one_that_is_written(string text)
    {
        RcBatch batch = await AnsweredAsync($$"""{"startDate":"{{text}}"}""");
        Assert.Equal((new DateTime(2027, 1, 31), 0), (batch.StartDate, batch.AdditionalProperties.Count));
    }

    [Theory]
    [InlineData("startDate", "2027-02-30")]
    [InlineData("startDate", "2027-01-31 or so")]
    [InlineData("startTime", "25:00")]
    [InlineData("startTime", "nine")]
    [InlineData("createdAt", "yesterday")]
    public async Task Text_that_is_no_date_or_time_is_kept_as_it_is(string name, string text)
    {
        RcBatch batch = await AnsweredAsync($$"""{"id":"{{Id}}","{{name}}":"{{text}}"}""");
        Assert.Equal((null, null, null, text), (batch.StartDate, batch.StartTime, batch.CreatedAt, batch.AdditionalProperties[name]));
    }

    [Theory]
    [InlineData("DELIVERED")]
    [InlineData("in-process")]
    [InlineData("Übertragen")]
    public async Task Status_that_nobody_documented_comes_as_it_is(string status)
    {
        foreach (string form in (string[])["{0}", "{{\"status\":\"0000\",\"result\":{0}}}", "{{\"status\":\"string\",\"message\":\"ok\",\"result\":{0},\"more\":1}}"])
        {
            string body = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, $$"""{"id":"{{Id}}","status":"{{status}}"}""");
            Assert.Equal((Id, status), await AnsweredAsync(body) is var batch ? (batch.Id, batch.Status) : default);
        }
    }

    [Fact]
    public async Task Fields_with_one_name_and_names_and_numbers_that_nobody_can_read_do_not_cost_the_batch()
    {
        RcBatch batch = await AnsweredAsync("""{"id":"x","id":"32df8770-ee48-46e7-a8c7-9ec478883076","\ud83d":1,"more":{"a":1,"a":2,"\udc00":3},"big":1e999,"small":1e-999,"deep":[[[[[[1]]]]]]}""");
        Assert.Equal(Id, batch.Id);
        Dictionary<string, object?> more = Assert.IsType<Dictionary<string, object?>>(batch.AdditionalProperties["more"], exactMatch: false);
        Assert.Equal((2L, "1e999", 0.0), (more["a"], batch.AdditionalProperties["big"], batch.AdditionalProperties["small"]));
    }

    [Fact]
    public async Task Byte_order_mark_before_the_json_is_passed_over()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(TestClient.Batch)];
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        Assert.Equal((Id, Id), ((await client.GetAsync()).Id, (await client.UpdateAsync()).Id));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Moment_without_a_zone_is_utc() =>
        Assert.Equal(new DateTimeOffset(2027, 1, 15, 12, 0, 0, TimeSpan.Zero), (await AnsweredAsync("""{"createdAt":"2027-01-15T12:00:00"}""")).CreatedAt);

    [Fact]
    public async Task Damaged_text_does_not_cost_the_batch()
    {
        byte[] body = [.. "{\"id\":\"32df8770-ee48-46e7-a8c7-9ec478883076\",\"externalId\":\"\\ud83d\",\"description\":\"Gr"u8, 0xFC, .. "n\",\"more\":\"\\udc00\"}"u8];
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        RcBatch batch = await client.GetAsync();
        Assert.Equal((Id, "Gr\uFFFDn", "\\ud83d", "\\udc00"), (batch.Id, batch.Description, batch.ExternalId, batch.AdditionalProperties["more"]));
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("{\"id\":\"x\"")]
    [InlineData("[[[[")]
    [InlineData("{\"id\":\"x\"} {}")]
    [InlineData("{\"id\":\"x\",}")]
    [InlineData("{'id':'x'}")]
    [InlineData("{\"id\":NaN}")]
    [InlineData("{}{")]
    [InlineData("<?xml version=\"1.0\"?><a/>")]
    public async Task Answer_that_is_no_batch_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.UpdateAsync());
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.Batches.CreateAsync(TestClient.Text(), null, TestClient.Stop));
        Assert.Equal(3, server.Requests.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Batch was updated")]
    [InlineData(" \r\n")]
    [InlineData("\"OK\"")]
    [InlineData("200")]
    [InlineData("true")]
    [InlineData("{\"status\":\"0000\",\"result\":null}")]
    [InlineData("{\"status\":\"0000\",\"result\":\"done\"}")]
    [InlineData("{\"status\":\"0000\",\"result\":[]}")]
    [InlineData("{200 Batch was successfully updated}")]
    public async Task Update_answered_with_words_asks_for_the_batch(string body)
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Method == "PATCH" ? body : TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        Assert.Equal((Id, "CREATED"), await client.UpdateAsync() is var batch ? (batch.Id, batch.Status) : default);
        Assert.Equal(["PATCH", "GET"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("\"OK\"")]
    [InlineData("true")]
    [InlineData("{\"status\":\"0000\",\"result\":null}")]
    [InlineData("deep")]
    public async Task Json_of_another_kind_in_place_of_a_batch_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body == "deep" ? "{\"id\":\"x\",\"a\":" + new string('[', 100_000) : body));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.InRange(exception.Message.Length, 1, 400);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => TestClient.ToListAsync(client.Batches.ListAsync(new BatchFilter(), [], TestClient.Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Batch was created")]
    [InlineData("""{"status":"CREATED"}""")]
    public async Task Create_that_is_answered_without_the_batch_was_accepted_and_is_not_to_be_made_again(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(201, body));
        using TestClient client = new(server.BaseUri);
        BatchDraft draft = TestClient.Text() with { CampaignId = Id, ExternalId = "sale-1" };
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.Batches.CreateAsync(draft, null, TestClient.Stop));
        Assert.Single(server.Requests);
        Assert.Equal(("The new batch was accepted, but the answer does not show the result.", RcJournalOutcome.Done), (exception.Message, exception.Outcome));
        Assert.Equal($"It is there, so do not create another one. Find it with 'Get-RcBatch -CampaignId {Id}': its ExternalId is 'sale-1'.", exception.RecommendedAction);
    }

    [Theory]
    [InlineData(200, "Batch was removed")]
    [InlineData(202, """{"status":"0000","message":"removed"}""")]
    [InlineData(204, "")]
    public async Task Remove_takes_any_success(int status, string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, body));
        using TestClient client = new(server.BaseUri);
        await client.RemoveAsync();
        Assert.Equal(("DELETE", $"/v1/batches/{Id}"), (server.Requests[0].Method, server.Requests[0].Target));
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "it is not JSON but 'Sign in'")]
    [InlineData("""{"status":"0500","message":"cannot be deleted"}""", "its status is 0500")]
    public async Task Remove_that_was_not_done_by_its_own_words_is_UnexpectedResponse(string body, string why)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.RemoveAsync);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.Equal($"Run 'Get-RcBatch {Id}': if it is not found, it was removed.", exception.RecommendedAction);
    }

    [Fact]
    public async Task Success_whose_status_says_no_is_UnexpectedResponse_with_the_platforms_words()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"status":"0500","message":"cannot be scheduled: no credit"}"""));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.UpdateAsync());
        Assert.Contains("no credit", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"Get-RcBatch {Id}", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PENDING")]
    [InlineData("created")]
    [InlineData(null)]
    public void Batch_that_is_not_created_cannot_be_changed(string? status)
    {
        BatchNotUpdatableException exception = Assert.Throws<BatchNotUpdatableException>(() => BatchesClient.RequireCreated(new RcBatch { Id = Id, Status = status }, Id));
        Assert.Equal((Id, status), (exception.BatchId, exception.Status));
    }

    [Fact]
    public void Created_batch_that_has_finished_cannot_be_changed() => Assert.Equal(
        $"Batch {Id} is CREATED, and finished at 2127-01-31 09:00:00 UTC, and only a batch that is CREATED and has not finished can be changed or removed. Nothing was changed.",
        Assert.Throws<BatchNotUpdatableException>(() => BatchesClient.RequireCreated(new RcBatch { Status = "CREATED", FinishedAt = new DateTimeOffset(2127, 1, 31, 10, 0, 0, TimeSpan.FromHours(1)) }, Id)).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    public async Task Created_batch_can_be_changed(string? finished)
    {
        RcBatch batch = await AnsweredAsync($$"""{"status":"CREATED","finishedAt":{{(finished is null ? "null" : $"\"{finished}\"")}}}""");
        BatchesClient.RequireCreated(batch, Id);
        Assert.True(BatchStatuses.IsCreated(batch));
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    private static async Task<RcBatch> AnsweredAsync(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body.Contains("\"id\"", StringComparison.Ordinal) ? body : $$"""{"id":"{{Id}}",""" + body[1..]));
        using TestClient client = new(server.BaseUri);
        return await client.GetAsync();
    }
}
