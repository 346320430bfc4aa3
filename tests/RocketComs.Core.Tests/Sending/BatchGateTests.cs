using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What the gate of all batches stops, asks the platform for, and says at an early end.</summary>
public sealed class BatchGateTests : IDisposable
{
    private const string Twice = "2025550101,Hello\n2025550101,Hello\n";

    private static readonly BatchTarget s_update = new(SendingDesk.Batch, false);
    private static readonly BatchTarget s_new = new(SendingDesk.Campaign, true);

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(false, "Id", "Get-RcBatch -ExternalId")]
    [InlineData(true, "CampaignId", "Get-RcCampaign -Name")]
    public async Task Name_in_the_place_of_an_id_is_refused_before_any_request(bool isNew, string parameter, string finder)
    {
        InvalidParameterException refused = await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.SendAsync((new BatchTarget("spring", isNew), NewDraft())));
        Assert.Equal((parameter, "spring"), (refused.ParameterName, refused.Value));
        Assert.EndsWith($"; '{finder}' finds it.", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_desk.Requests);
    }

    [Fact]
    public async Task Value_that_cannot_be_sent_is_refused_before_any_request()
    {
        Assert.Equal("Description", (await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.UpdateAsync(_desk.FileDraft() with { Description = "cut \uD83D" }))).ParameterName);
        Assert.Empty(_desk.Requests);
    }

    [Fact]
    public async Task New_batch_is_created_in_its_campaign()
    {
        Assert.Empty(await _desk.CreateAsync(NewDraft()));
        Assert.Contains("campaignId=" + SendingDesk.Campaign, Assert.Single(_desk.Writes).Target, StringComparison.Ordinal);
        Assert.All(_desk.Targets.Where(target => target.StartsWith("/v1/batches?", StringComparison.Ordinal)), target => Assert.Contains("campaignId=" + SendingDesk.Campaign, target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("externalId")]
    [InlineData("StartDate")]
    public async Task What_a_new_batch_lacks_is_advised(string missing)
    {
        BatchDraft draft = missing == "StartDate" ? NewDraft() with { StartDate = null } : NewDraft() with { ExternalId = null };
        string advice = (await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.CreateAsync(draft))).RecommendedAction;
        Assert.Equal(missing == "StartDate" ? "Give -StartDate, the first day on which messages go out." : "Give -ExternalId, a reference of your own; by it a batch that was sent before is recognized.", advice);
    }

    [Fact]
    public async Task Opt_outs_are_asked_for_once_a_campaign_and_the_batch_once()
    {
        _desk.Has[$"/v1/campaigns/{SendingDesk.Campaign}/optouts"] = SendingDesk.List("""{"destination":"+12025550109"}""");
        _desk.Options = new BatchSendOptions { CheckOptOut = true, AllowRepeat = true };
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(s_update, _desk.FileDraft(), TestClient.Stop);
        await sender.AddAsync(s_new, NewDraft(), TestClient.Stop);
        Assert.Equal(
            ["GET /v1/batches/" + SendingDesk.Batch, $"GET /v1/campaigns/{SendingDesk.Campaign}/optouts", "GET /v1/campaigns/" + SendingDesk.Campaign, "GET /v1/batches"], _desk.Requests);
        Assert.Single(_desk.Told, told => told == $"verbose: The numbers are compared with 1 opt-outs of campaign {SendingDesk.Campaign}.");
        await Assert.ThrowsAsync<BatchCsvInvalidException>(() => sender.AddAsync(s_new, NewDraft("2025550109,Hello\n"), TestClient.Stop));
    }

    [Theory]
    [InlineData("""{"destination":"nobody"}""", "1 opt-out")]
    [InlineData("""{"destination":"nobody"},{"destination":"+12025550109"},{"destination":"none"}""", "2 opt-outs")]
    public async Task Opt_out_that_is_no_number_keeps_all_back(string optOuts, string count)
    {
        _desk.Has[$"/v1/campaigns/{SendingDesk.Campaign}/optouts"] = SendingDesk.List(optOuts);
        _desk.Options = new BatchSendOptions { CheckOptOut = true };
        UnexpectedResponseException refused = await Assert.ThrowsAsync<UnexpectedResponseException>(() => _desk.CreateAsync(NewDraft()));
        Assert.StartsWith($"RocketCOMS lists {count} of campaign {SendingDesk.Campaign} that cannot be used: 'nobody'. ", refused.Message, StringComparison.Ordinal);
        Assert.Single(_desk.Requests);
    }

    [Theory]
    [InlineData("mine", SendingDesk.Other, "RocketCOMS has 'theirs'")]
    [InlineData("theirs", null, "RocketCOMS shows none")]
    [InlineData("theirs", SendingDesk.Other, null)]
    public async Task Batch_that_is_piped_to_make_another_is_compared_with_what_the_platform_has(string shown, string? id, string? had)
    {
        _desk.Has["/v1/batches/" + SendingDesk.Other] = $$"""{"id":"{{SendingDesk.Other}}","status":"COMPLETED","description":"theirs"}""";
        Task AddAsync() => _desk.Sender().AddAsync(s_new with { Piped = new PipedBatch(id, new BatchDraft { Description = shown }) }, NewDraft(), TestClient.Stop);
        if (had is null)
        {
            await AddAsync();
            return;
        }

        InvalidParameterException refused = await Assert.ThrowsAsync<InvalidParameterException>(AddAsync);
        Assert.Equal(
            ("Description", shown, $"The batch that was given shows Description '{shown}', but {had}: one of them was changed, and properties of a batch are not sent. Nothing was sent for it."),
            (refused.ParameterName, refused.Value, refused.Message));
        Assert.Equal("Give -Description if a change is meant, or take what Get-RcBatch gives now.", refused.RecommendedAction);
    }

    [Fact]
    public async Task Batch_that_is_piped_to_be_updated_is_asked_for_once()
    {
        await _desk.Sender().AddAsync(s_update with { Piped = new PipedBatch(SendingDesk.Batch, new BatchDraft { ExternalId = "spring-1" }) }, _desk.FileDraft(), TestClient.Stop);
        Assert.Single(_desk.Requests, request => request == "GET /v1/batches/" + SendingDesk.Batch);
    }

    [Fact]
    public async Task Other_batches_than_the_one_in_error_go()
    {
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal).Replace("spring-1", "spring-2", StringComparison.Ordinal);
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(s_update, _desk.FileDraft(), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Other, false), NewDraft("2025550109,Else\n"), TestClient.Stop);
        sender.Refuse(SendingDesk.Batch);
        await sender.SendAllAsync((_, _, failure) => throw failure, TestClient.Stop);
        Assert.StartsWith("/v1/batches/" + SendingDesk.Other, Assert.Single(_desk.Writes).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_that_nobody_agreed_to_are_named_at_the_end()
    {
        _desk.Answer = null;
        WriteGuard guard = _desk.Guard();
        BatchSender sender = _desk.Sender(guard);
        await sender.AddAsync(s_update, _desk.FileDraft() with { ExternalId = "summer" }, TestClient.Stop);
        await sender.AddAsync(s_new, new BatchDraft { File = _desk.File("2025550109,Else\n", "else.csv"), Action = RcBatchAction.Validate }, TestClient.Stop);
        await sender.SendAllAsync((_, _, failure) => throw failure, TestClient.Stop);
        Assert.Equal($"Not done: batch {SendingDesk.Batch} ('summer'), a new batch of campaign {SendingDesk.Campaign}. Nothing was changed on the platform.", guard.SumUp());
        Assert.Contains(" at rocket.test (ExternalId 'summer') with file", _desk.Told[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_to_find_out_what_became_of_each_is_said_at_the_end()
    {
        _desk.Write = _ => WireAnswer.Drop;
        WriteGuard guard = _desk.Guard();
        BatchSender sender = _desk.Sender(guard);
        await sender.AddAsync(s_update, _desk.FileDraft(), TestClient.Stop);
        await sender.AddAsync(s_new, NewDraft("2025550109,Else\n"), TestClient.Stop);
        await sender.AddAsync(s_new, new BatchDraft { File = _desk.File("2025550108,Else\n", "c.csv"), Action = RcBatchAction.Validate }, TestClient.Stop);
        await sender.SendAllAsync((_, _, _) => { }, TestClient.Stop);
        Assert.Equal(
            $"Not known, whether it was done: batch {SendingDesk.Batch}. Check its UpdatedAt and Status with 'Get-RcBatch {SendingDesk.Batch}'. "
                + $"Not known, whether it was done: a new batch of campaign {SendingDesk.Campaign} ('n'). Look for it with 'Get-RcBatch -CampaignId {SendingDesk.Campaign}' (ExternalId 'n'). "
                + $"Not known, whether it was done: a new batch of campaign {SendingDesk.Campaign}. Look for it with 'Get-RcBatch -CampaignId {SendingDesk.Campaign}'. Nothing else was changed.",
            guard.SumUp());
    }

    [Fact]
    public async Task Update_tells_what_became_of_an_earlier_one_of_the_same_batch()
    {
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch });
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Equal($"warn: The outcome of New-RcBatch for batch {SendingDesk.Batch} on 2027-01-15 11:00 UTC was not known. The batch is CREATED now, so it was not carried out.", _desk.Told[0]);
    }

    [Theory]
    [InlineData(Twice, "1 warning (RC102 1; Test-RcBatchCsv shows them)")]
    [InlineData(Twice + "2025550101,Hello\n2025550102,{{name}}\n", "3 warnings (RC102 2, RC113 1; Test-RcBatchCsv shows them)")]
    public async Task Costly_warnings_of_a_file_and_of_rows_are_counted_and_named(string text, string warnings)
    {
        (_desk.Answer, _desk.Options) = (RcJournalConsent.Force, new BatchSendOptions { Force = true });
        using RowsSource rows = new();
        foreach (string[] row in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')))
        {
            rows.Add(row[0], row[1]);
        }

        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft(text)));
        string path = _desk.File(text).Path!;
        Assert.Equal([$"verbose: {path}: {warnings}", $"warn: {path} goes out with {warnings}."], _desk.Told.Where(told => !told.Contains("ask: ", StringComparison.Ordinal) && told.Contains("RC102", StringComparison.Ordinal)));
        _desk.Options = new BatchSendOptions { AllowRepeat = true, Force = true };
        Assert.Empty(await _desk.UpdateAsync(new BatchDraft { File = rows }));
        Assert.Contains("verbose: The rows: " + warnings, _desk.Told);
        Assert.Contains($"warn: The rows go out with {warnings}.", _desk.Told);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.UpdateAsync(new BatchDraft { File = rows }));
        Assert.Contains(_desk.Told, told => told.Contains(" with the piped rows (first text: 'Hello'): ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Batch_without_a_reference_in_a_campaign_without_a_name_is_named_by_its_id_alone()
    {
        _desk.Has["/v1/batches/" + SendingDesk.Batch] = SendingDesk.Created.Replace("\"externalId\":\"spring-1\",", string.Empty, StringComparison.Ordinal);
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Contains(_desk.Told, told => told.StartsWith($"risky ask: Schedule batch {SendingDesk.Batch} at rocket.test with file '", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Costs_of_several_batches_are_summed_up_in_their_currency()
    {
        _desk.Options = new BatchSendOptions { Measure = new MeasureOptions { PricePerSegment = 0.01m }, Currency = "USD" };
        Assert.Empty(await _desk.SendAsync((s_update, _desk.FileDraft()), (s_new, new BatchDraft { File = _desk.File("2025550109,Else\n", "else.csv"), ExternalId = "n", StartDate = new DateTime(2027, 2, 1) })));
        Assert.Contains("; all that are scheduled: 3 recipients, 3 segments, cost 0.03 USD (0.01 a segment). It will be sent", _desk.Told[0], StringComparison.Ordinal);
    }

    private BatchDraft NewDraft(string text = SendingDesk.Rows) => new() { File = _desk.File(text, text == SendingDesk.Rows ? "rows.csv" : "else.csv"), ExternalId = "n", StartDate = new DateTime(2027, 2, 1) };
}
