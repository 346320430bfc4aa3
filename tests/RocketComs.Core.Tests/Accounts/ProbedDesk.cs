using RocketComs.Core.Accounts;
using RocketComs.Core.Tests.Http;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>An account that takes a probe as is documented, until a test says otherwise.</summary>
internal sealed class ProbedDesk : IDisposable
{
    public const string Path = "/v1/batches/" + AccountDesk.Batch;
    public const string Created = $$"""{"id":"{{AccountDesk.Batch}}","status":"CREATED","description":"Test-RcAccount query","startDate":"2028-01-15"}""";
    public const string Updated = $$"""{"id":"{{AccountDesk.Batch}}","status":"CREATED","description":"Test-RcAccount updated query","startDate":"2028-01-15"}""";
    public const string NoErrors = """{"fileErrors":0}""";
    public const string SecondRow = """{"content":[{"line":2,"detailMessage":"no text"}],"total":1}""";

    public ProbedDesk()
    {
        Account.Answers("POST /v1/batches", Created);
        Account.Answers(Path, Created, Updated, "404");
        Account.Answers(Path + "/errors", NoErrors, SecondRow);
        Account.Answers("PATCH " + Path, Updated);
        Account.Answers("DELETE " + Path, "204");
        Probe = Account.Probe();
    }

    public AccountDesk Account { get; } = new();

    public AccountProbe Probe { get; }

    public Task<Dictionary<string, string>> RunAsync(RcParameterPlacement placement = RcParameterPlacement.Query) => AccountDesk.RunAsync(Probe, placement, TestClient.Stop);

    public void Dispose() => Account.Dispose();
}
