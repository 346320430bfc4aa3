using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>What completion offers of each kind, and the brands that campaigns are found by.</summary>
public sealed class CandidatesTests
{
    private const string Brand = "brand-0000-4000-8000-000000000001-xxxx";

    [Fact]
    public async Task Each_kind_is_offered_with_the_words_that_tell_it()
    {
        Assert.Equal(
            [new Candidate("b-1", "spring", "CREATED, 2027-02-01, Sale"), new Candidate("b-2", "Only said", "PENDING")],
            await OfAsync(client => client.BatchesAsync(TestClient.Stop), ("/v1/batches", """{"id":"b-1","externalId":"spring","description":"Sale","status":"CREATED","startDate":"2027-02-01"},{"id":"b-2","description":"Only said","status":"PENDING"},{"id":"not an id"}""")));
        Assert.Equal(
            [new Candidate("r-1", "Shown", "VERIFIED"), new Candidate("r-2", "Company", "")],
            await OfAsync(client => client.BrandsAsync(TestClient.Stop), ("/v1/brands", """{"id":"r-1","displayName":"Shown","companyName":"C","status":"VERIFIED"},{"id":"r-2","companyName":"Company"}""")));
        Assert.Equal(
            [new Candidate("t-2", "Live", "ACTIVE, Hi"), new Candidate("t-1", "Old", "ARCHIVED")],
            await OfAsync(client => client.MessageTemplatesAsync(TestClient.Stop), ("/v1/message-templates", """{"id":"t-1","name":"Old","status":"ARCHIVED"},{"id":"t-2","name":"Live","status":"ACTIVE","message":"Hi"},{"id":"bad id"}""")));
        Assert.Equal(
            [new Candidate("l-1", "One", "1 recipient"), new Candidate("l-2", "Many", "1,204 recipients"), new Candidate("l-3", "", "")],
            await OfAsync(client => client.RecipientListsAsync(TestClient.Stop), ("/v1/recipients/lists", """{"id":"l-1","name":"One","recipientsAmount":1},{"id":"l-2","name":"Many","recipientsAmount":1204},{"id":"l-3"}""")));
        Assert.Equal(
            [new Candidate("c-1", "Spring", "ACTIVE, Shown"), new Candidate("c-1", "Spring", "ACTIVE, Other")],
            await OfAsync(client => client.CampaignsAsync(TestClient.Stop), ("/v1/brands", """{"id":"r-1","displayName":"Shown"},{"id":"r-2","displayName":"Other"}"""), ("/v1/campaigns", """{"id":"c-1","campaignName":"Spring","status":"ACTIVE"}""")));
    }

    [Fact]
    public async Task No_more_than_a_hundred_are_offered()
    {
        string many = string.Join(',', Enumerable.Range(1, 130).Select(i => $$"""{"id":"r-{{i}}"}"""));
        Assert.Equal(100, (await OfAsync(client => client.BrandsAsync(TestClient.Stop), ("/v1/brands", many))).Count);
        Assert.Equal(
            100,
            (await OfAsync(client => client.CampaignsAsync(TestClient.Stop), ("/v1/brands", """{"id":"r-1"},{"id":"r-2"}"""), ("/v1/campaigns", many))).Count);
    }

    [Theory]
    [InlineData(35, false)]
    [InlineData(36, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Id_of_a_brand_has_36_to_60_characters(int length, bool isGood)
    {
        InvalidParameterException? refused = Xunit.Record.Exception(() => BrandsClient.ThrowIfNotId("BrandId", new string('x', length))) as InvalidParameterException;
        Assert.Equal(isGood ? null : $"-BrandId '{new string('x', length)}' is not the id of a brand: it must have 36 to 60 characters.", refused?.Message);
    }

    [Theory]
    [InlineData($$"""{"id":"{{Brand}}","displayName":"D","companyName":"C","status":"S","rejectionReason":"R","entityType":"E","vertical":"V","website":"W","country":"US","brandRelationship":"B","businessAccountId":"A","cspId":"P","createdAt":"2027-01-01T00:00:00Z","lastStatusAt":"2027-01-02T00:00:00Z","more":1}""", true)]
    [InlineData("""{"companyName":"C"}""", false)]
    [InlineData("""{"id":"another"}""", false)]
    [InlineData("""{"other":1}""", false)]
    public async Task Brand_is_read_whole_or_refused(string json, bool isBrand)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, json));
        using TestClient client = new(server.BaseUri);
        if (!isBrand)
        {
            await Assert.ThrowsAsync<UnexpectedResponseException>(() => new BrandsClient(client.Transport).GetAsync(Brand, TestClient.Stop));
            return;
        }

        RcBrand brand = await new BrandsClient(client.Transport).GetAsync(Brand, TestClient.Stop);
        Assert.Equal((Brand, "C"), (brand.Id, brand.CompanyName));
        if (json.Contains("more", StringComparison.Ordinal))
        {
            Assert.Equal(
                "D S R E V W US B A P 2027-01-01 2027-01-02 more",
                FormattableString.Invariant($"{brand.DisplayName} {brand.Status} {brand.RejectionReason} {brand.EntityType} {brand.Vertical} {brand.Website} {brand.Country} {brand.BrandRelationship} {brand.BusinessAccountId} {brand.CspId} {brand.CreatedAt:yyyy-MM-dd} {brand.LastStatusAt:yyyy-MM-dd} {Assert.Single(brand.AdditionalProperties.Keys)}"));
        }

        Assert.Equal("/v1/brands/" + Brand, server.Requests[0].Target);
    }

    [Theory]
    [InlineData("2027-02-01", null, "2027-02-01", "in 17 days")]
    [InlineData("2027-01-16", "09:30", "2027-01-16 at 09:30", "tomorrow")]
    [InlineData("2027-01-15", "23:00", "2027-01-15 at 23:00", "today")]
    [InlineData("2027-01-17", null, "2027-01-17", "in 2 days")]
    public void Start_of_a_batch_is_said_in_words(string day, string? time, string words, string from)
    {
        BatchStart start = BatchStart.Of(new RcBatch { StartDate = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), StartTime = time is null ? null : TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture) })!;
        Assert.Equal((words, from), (start.Words, start.DaysFrom(LeapingClock.Noon)));
    }

    [Theory]
    [InlineData("02:00", false)]
    [InlineData("02:01", true)]
    public void Start_is_after_a_moment_wherever_its_day_begins_first(string time, bool isAfter)
    {
        Assert.Equal(isAfter, new BatchStart(new DateTime(2027, 1, 16), TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).IsAfter(LeapingClock.Noon));
        Assert.Equal((false, true), (new BatchStart(new DateTime(2027, 1, 16), null).IsAfter(LeapingClock.Noon), new BatchStart(new DateTime(2027, 1, 17), null).IsAfter(LeapingClock.Noon)));
        Assert.Null(BatchStart.Of(new RcBatch()));
    }

    private static async Task<IReadOnlyList<Candidate>> OfAsync(Func<CandidatesClient, Task<IReadOnlyList<Candidate>>> ask, params (string Path, string Items)[] lists)
    {
        using LoopbackServer server = new(request =>
        {
            bool isFirst = !request.Target.Contains("page=1", StringComparison.Ordinal);
            return WireAnswer.Of(200, $$"""{"content":[{{(isFirst ? lists.First(list => request.Target.Split('?')[0] == list.Path).Items : string.Empty)}}]}""");
        });
        using TestClient client = new(server.BaseUri);
        return await ask(new CandidatesClient(client.Transport));
    }
}
