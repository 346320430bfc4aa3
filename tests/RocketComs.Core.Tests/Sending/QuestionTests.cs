using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What a batch of a template or a text is asked for with, and what of it is looked up before.</summary>
public sealed class QuestionTests : IDisposable
{
    private const string List = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Template = "bbbbbbbb-0000-4000-8000-000000000001";
    private const string Sentence = "Hi there, our shop on Main Street is open again from nine to five";

    private readonly SendingDesk _desk = new();

    public QuestionTests()
    {
        _desk.Has["/v1/recipients/lists/" + List] = $$"""{"id":"{{List}}","name":"Regulars","recipientsAmount":1000}""";
        _desk.Has["/v1/message-templates"] = SendingDesk.List($$"""{"id":"{{Template}}","name":"Open","message":"{{Sentence}}","status":"ACTIVE"}""");
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = $$"""{"id":"{{SendingDesk.Campaign}}","campaignName":"Spring\nsale","status":"ACTIVE","brandId":"b","usecase":"MARKETING"}""";
        _desk.Has["/v1/brands/b/qualification"] = """[{"usecase":"Marketing","mnoMetadata":[{"tpm":10}]}]""";
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Template_is_named_shown_counted_and_timed()
    {
        Assert.Empty(await _desk.UpdateAsync(OfTemplate()));
        Assert.Equal(
            $"risky ask: Schedule batch {SendingDesk.Batch} at rocket.test (ExternalId 'spring-1', campaign 'Spring\\nsale') with template 'Open' ({Template}) (text: '{Sentence[..60]}…') to list 'Regulars' ({List}): "
                + "1,000 recipients, 1,000 segments, cost not known (give -PricePerSegment); from 2027-02-01. At the rates of its brand it takes 1 h 40 min. It will be sent and charged; once scheduled, nothing documented stops it.",
            _desk.Told[1]);
        Assert.StartsWith("verbose: Asking for the rates of the brand", _desk.Told[0], StringComparison.Ordinal);
        Assert.All(await _desk.EntriesAsync(), entry => Assert.Matches("^[0-9a-f]{16}$", entry.RowsHash));
    }

    [Fact]
    public async Task Template_is_the_same_content_while_its_text_is_and_so_is_its_text_by_itself()
    {
        DateTime day = new(2027, 2, 1);
        Assert.Empty(await _desk.CreateAsync(OfTemplate() with { ExternalId = "october", StartDate = day }));
        await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(OfTemplate() with { ExternalId = "again", StartDate = day }));
        await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(OfText(Sentence) with { ExternalId = "typed", StartDate = day }));
        string before = _desk.Has["/v1/message-templates"];

        // Without its text, the template is all that it is known by.
        _desk.Has["/v1/message-templates"] = "500";
        await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(OfTemplate() with { ExternalId = "unknown", StartDate = day }));
        _desk.Has["/v1/message-templates"] = before.Replace(Sentence, "November: all hats half price", StringComparison.Ordinal);
        Assert.Empty(await _desk.CreateAsync(OfTemplate() with { ExternalId = "november", StartDate = day }));
    }

    [Theory]
    [InlineData(3, "to lists 'Regulars' (aaaaaaaa-0000-4000-8000-000000000001), aaaaaaaa-0000-4000-8000-000000000002, aaaaaaaa-0000-4000-8000-000000000003:")]
    [InlineData(5, "to lists 'Regulars' (aaaaaaaa-0000-4000-8000-000000000001), aaaaaaaa-0000-4000-8000-000000000002, aaaaaaaa-0000-4000-8000-000000000003 and 2 more:")]
    public async Task Text_and_up_to_three_lists_are_shown(int lists, string shown)
    {
        string[] ids = [.. Enumerable.Range(1, lists).Select(i => List[..^1] + i)];
        foreach (string id in ids[1..])
        {
            _desk.Has["/v1/recipients/lists/" + id] = $$"""{"id":"{{id}}","recipientsAmount":1}""";
        }

        _desk.Answer = RcJournalConsent.Force;
        _desk.Options = new BatchSendOptions { Force = true };
        Assert.Empty(await _desk.UpdateAsync(OfText("Hello\\nthere") with { RecipientListIds = ids }));
        Assert.Contains($"with text 'Hello\\nthere' {shown} at most {1000 + lists - 1:N0} recipients, {1000 + lists - 1:N0} segments", _desk.Told[0], StringComparison.Ordinal);
        Assert.DoesNotContain("At the rates", _desk.Told[0], StringComparison.Ordinal);
        Assert.DoesNotContain("GET /v1/brands/b/qualification", _desk.Requests);
    }

    [Fact]
    public async Task Last_day_that_comes_too_early_is_told_also_with_force()
    {
        _desk.Options = new BatchSendOptions { Force = true };
        Assert.Empty(await _desk.UpdateAsync(OfText("Hello") with { EndDate = new DateTime(2027, 2, 1), StartTime = TimeSpan.FromHours(9), EndTime = TimeSpan.FromHours(10) }));
        Assert.StartsWith("warn: EndDate 2027-02-01 comes too early: at the rates of its brand the batch takes until 2027-02-02 at best and 2027-02-02 at worst.", _desk.Told[1], StringComparison.Ordinal);
        Assert.Contains("; from 2027-02-01, daily 09:00-10:00, until 2027-02-01. At the rates of its brand it takes 2 days, until 2027-02-02. It will", _desk.Told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_tells_how_long_it_takes_also_with_force()
    {
        (_desk.IsWhatIf, _desk.Answer, _desk.Options) = (true, null, new BatchSendOptions { Force = true });
        Assert.Empty(await _desk.UpdateAsync(OfText("Hello")));
        Assert.Contains(" At the rates of its brand it takes 1 h 40 min. It will", _desk.Told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_that_cannot_be_had_are_no_reason_to_send_nothing_and_are_asked_for_once()
    {
        _desk.Has["/v1/brands/b/qualification"] = "500";
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal).Replace("spring-1", "spring-2", StringComparison.Ordinal);
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Batch, false), OfText("Hello"), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Other, false), OfText("Hello again"), TestClient.Stop);
        Assert.Equal(2, _desk.Told.Length);
        Assert.StartsWith("verbose: How long it takes is not known: ", _desk.Told[1], StringComparison.Ordinal);
        Assert.Single(_desk.Requests, request => request == "GET /v1/brands/b/qualification");
        Assert.Single(_desk.Requests, request => request == "GET /v1/recipients/lists/" + List);
    }

    [Theory]
    [InlineData(true, "404", "Recipient list aaaaaaaa-0000-4000-8000-000000000001 could not be looked up")]
    [InlineData(false, "500", "Recipient list aaaaaaaa-0000-4000-8000-000000000001 could not be looked up")]
    [InlineData(true, """{"id":"aaaaaaaa-0000-4000-8000-000000000001","recipientsAmount":0}""", "Recipient list aaaaaaaa-0000-4000-8000-000000000001 is empty: nobody on it gets the message.")]
    [InlineData(true, """{"id":"aaaaaaaa-0000-4000-8000-000000000001","name":"N","recipientsAmount":0}""", "Recipient list aaaaaaaa-0000-4000-8000-000000000001 ('N') is empty: nobody on it gets the message.")]
    public async Task List_that_nobody_is_on_or_that_is_not_there_is_not_scheduled_with(bool isRefused, string list, string said)
    {
        _desk.Has["/v1/recipients/lists/" + List] = list;
        await RefuseAsync(OfText("Hello"), isRefused, said);
    }

    [Theory]
    [InlineData(true, """{"id":"bbbbbbbb-0000-4000-8000-000000000001","name":"Open","message":"x","status":"Archived"}""", "Message template bbbbbbbb-0000-4000-8000-000000000001 ('Open') is ARCHIVED, and RocketCOMS says that such a template cannot be used.")]
    [InlineData(true, """{"id":"cccccccc-0000-4000-8000-000000000001","message":"x"}""", "Message template bbbbbbbb-0000-4000-8000-000000000001 could not be looked up, so what the batch will send and cost is not known: ")]
    [InlineData(false, null, "Message template bbbbbbbb-0000-4000-8000-000000000001 could not be looked up")]
    public async Task Template_that_cannot_be_used_is_not_scheduled_with(bool isRefused, string? template, string said)
    {
        _desk.Has["/v1/message-templates"] = template is null ? "500" : SendingDesk.List(template);
        await RefuseAsync(OfTemplate(), isRefused, said);
    }

    [Fact]
    public async Task Look_up_that_ends_the_command_ends_it()
    {
        _desk.Has["/v1/recipients/lists/" + List] = "401";
        await Assert.ThrowsAsync<ApiException>(() => _desk.UpdateAsync(OfText("Hello")));
    }

    [Fact]
    public async Task Amount_that_is_not_told_or_negative_is_not_known()
    {
        foreach (string amount in (string[])["", ",\"recipientsAmount\":-1"])
        {
            _desk.Has["/v1/recipients/lists/" + List] = $$"""{"id":"{{List}}"{{amount}}}""";
            BatchContent content = await BatchContent.GetAsync(OfText("Hello"), _desk.Transport, TestClient.Stop);
            Assert.Equal(new BatchForecast(null, null, 0.5m), content.Forecast(OfText("Hello"), new MeasureOptions { PricePerSegment = 0.5m }));
        }
    }

    [Fact]
    public async Task Text_of_the_draft_wins_over_that_of_a_template()
    {
        BatchContent content = await BatchContent.GetAsync(OfTemplate(), _desk.Transport, TestClient.Stop);
        Assert.Equal(2000, content.Forecast(OfTemplate() with { Message = new string('a', 161) }, new MeasureOptions()).Segments);
        Assert.Equal(1000, content.Forecast(OfTemplate(), new MeasureOptions()).Segments);
    }

    [Theory]
    [InlineData("Call {{name}} now", "RC113")]
    [InlineData("Visit bit.ly/x", "RC112")]
    public async Task Text_and_template_are_held_against_the_rules_once(string text, string rule)
    {
        _desk.Has["/v1/message-templates"] = SendingDesk.List($$"""{"id":"{{Template}}","message":"{{text}}"}""");
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal).Replace("spring-1", "spring-2", StringComparison.Ordinal);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Batch, false), OfTemplate(), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Other, false), OfTemplate(), TestClient.Stop);
        string[] warned = [.. _desk.Told.Where(told => told.StartsWith("warn", StringComparison.Ordinal))];
        Assert.Equal(warned.Distinct(), warned);
        Assert.StartsWith($"warn: Message template {Template}: ", warned[0], StringComparison.Ordinal);
        Assert.Contains(warned, told => told.Contains("(" + rule, StringComparison.Ordinal));

        using SendingDesk unchecked_ = new() { Options = new BatchSendOptions { SkipValidation = true } };
        unchecked_.Has["/v1/message-templates"] = _desk.Has["/v1/message-templates"];
        unchecked_.Has["/v1/recipients/lists/" + List] = _desk.Has["/v1/recipients/lists/" + List];
        Assert.Empty(await unchecked_.UpdateAsync(OfTemplate()));
        Assert.DoesNotContain(unchecked_.Told, told => told.Contains("RC1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_that_its_campaign_is_not_registered_for_is_told()
    {
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = $$"""{"id":"{{SendingDesk.Campaign}}","status":"ACTIVE","embeddedLink":false,"embeddedPhone":false}""";
        Assert.Empty(await _desk.UpdateAsync(OfText("Read www.example.com today")));
        Assert.Single(_desk.Told, told => told.StartsWith("warn: The text", StringComparison.Ordinal) && told.Contains("www.example.com", StringComparison.Ordinal));
        using SendingDesk file = new();
        file.Has["/v1/campaigns/" + SendingDesk.Campaign] = _desk.Has["/v1/campaigns/" + SendingDesk.Campaign];
        Assert.Empty(await file.UpdateAsync(file.FileDraft("2025550101,Read www.example.com today\n")));
        Assert.Contains("1 warning (RC", file.Told.Single(told => told.StartsWith("risky ask", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DEACTIVATED", true)]
    [InlineData("active", false)]
    [InlineData("", false)]
    public async Task Campaign_that_is_not_active_is_not_sent_for(string status, bool isRefused)
    {
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = $$"""{"id":"{{SendingDesk.Campaign}}","status":"{{status}}"}""";
        if (isRefused)
        {
            InvalidParameterException refused = await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.UpdateAsync(_desk.FileDraft()));
            Assert.Equal(("CampaignId", SendingDesk.Campaign, $"Campaign {SendingDesk.Campaign} is {status}, and RocketCOMS sends batches of ACTIVE campaigns only. Nothing was sent."), (refused.ParameterName, refused.Value, refused.Message));
            Assert.Empty(_desk.Writes);
            return;
        }

        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
    }

    [Fact]
    public async Task Campaign_that_cannot_be_looked_up_is_told_once()
    {
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = "500";
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal).Replace("spring-1", "spring-2", StringComparison.Ordinal);
        Assert.Empty(await _desk.SendAsync((new BatchTarget(SendingDesk.Batch, false), _desk.FileDraft()), (new BatchTarget(SendingDesk.Other, false), _desk.FileDraft() with { File = _desk.File("2025550109,Else\n", "b.csv") })));
        Assert.StartsWith($"warn: Campaign {SendingDesk.Campaign} could not be looked up, so whether batches can be sent for it is not known: ", Assert.Single(_desk.Told, told => told.Contains("looked up", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(_desk.Requests, request => request == "GET /v1/campaigns/" + SendingDesk.Campaign);
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = "401";
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        await Assert.ThrowsAsync<ApiException>(() => _desk.UpdateAsync(_desk.FileDraft()));
    }

    private static BatchDraft OfTemplate() => new() { Operation = BatchOperation.MessageTemplate, MessageTemplateId = Template, RecipientListIds = [List] };

    private static BatchDraft OfText(string text) => new() { Operation = BatchOperation.ManualMessage, Message = text, RecipientListIds = [List] };

    // What is refused of a batch that is scheduled, of another its owner is told; or both are only told.
    private async Task RefuseAsync(BatchDraft draft, bool isRefused, string said)
    {
        if (isRefused)
        {
            RocketComsException refused = await Assert.ThrowsAnyAsync<RocketComsException>(() => _desk.UpdateAsync(draft));
            Assert.True(refused.Message.StartsWith(said, StringComparison.Ordinal) || refused is ApiException or NotListedException, refused.Message);
        }
        else
        {
            Assert.Empty(await _desk.UpdateAsync(draft));
            Assert.Single(_desk.Told, told => told.StartsWith("warn: " + said, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(_desk.Told, told => isRefused && told.StartsWith("warn: " + said, StringComparison.Ordinal));
        using SendingDesk other = new() { Write = _ => WireAnswer.Of(200, SendingDesk.Created) };
        foreach ((string path, string json) in _desk.Has)
        {
            other.Has[path] = json;
        }

        Assert.Empty(await other.UpdateAsync(draft with { Action = RcBatchAction.Validate }));
        Assert.Contains(other.Told, told => told.StartsWith("warn: " + said, StringComparison.Ordinal));
    }
}
