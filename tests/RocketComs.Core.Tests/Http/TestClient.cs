using RocketComs.Core.Api;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>The product's client with a clock that does not keep anybody waiting.</summary>
internal sealed class TestClient : IDisposable
{
    public const string BatchId = "32df8770-ee48-46e7-a8c7-9ec478883076";
    public const string Secret = "s3cr3t-Pa55/word";
    public const string Batch = $$"""{"id":"{{BatchId}}","status":"CREATED"}""";

    public TestClient(
        Uri baseUri,
        int retries = 4,
        IAuthorization? authorization = null,
        RcParameterPlacement placement = RcParameterPlacement.Query,
        LeapingClock? clock = null,
        Func<ClientOptions, ClientOptions>? adjust = null)
    {
        Clock = clock ?? new LeapingClock();
        ClientOptions options = new(baseUri) { Clock = Clock, Timeout = LeapingClock.Limit, MaximumRetryCount = retries, Randomizer = () => 0.5 };
        Transport = new RocketComsTransport(
            adjust is null ? options : adjust(options),
            authorization ?? HeaderAuthorization.ApiKey("key", Secret));
        Batches = new BatchesClient(Transport, placement);
    }

    public LeapingClock Clock { get; }

    public RocketComsTransport Transport { get; }

    public BatchesClient Batches { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A draft without a file.</summary>
    public static BatchDraft Text(string message = "Hello") => new() { Operation = BatchOperation.ManualMessage, Message = message, Action = RcBatchAction.Validate };

    public Task<RcBatch> GetAsync() => Batches.GetAsync(BatchId, Stop);

    public Task<RcBatch> UpdateAsync(BatchDraft? draft = null) => Batches.UpdateAsync(BatchId, draft ?? Text(), null, Stop);

    public Task RemoveAsync() => Batches.RemoveAsync(BatchId, null, Stop);

    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    public void Dispose() => Transport.Dispose();
}
