using RocketComs.Core.Accounts;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>What the first answer of an account shows.</summary>
public sealed class AccessCheckTests : IDisposable
{
    private const string First = "/v1/batches?page=0&pageSize=100";

    private readonly AccountDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
#if !NETSTANDARD_LAYOUT
    // Without a byte of an answer HttpClient itself reads again, unseen, where it does not run over the streams of the net8.0 build.
    [InlineData("drop", "GET /v1/batches: no connection.", "No answer came.", "no connection")]
#endif
    [InlineData("hang", "GET /v1/batches: no answer in time.", "No answer came.", "no answer in time")]
    [InlineData("404", "GET /v1/batches was answered with HTTP 404.", "GET /v1/batches was answered with HTTP 404.", "HTTP 404")]
    [InlineData("500", "GET /v1/batches was answered with HTTP 500.", "GET /v1/batches was answered with HTTP 500.", "HTTP 500")]
    [InlineData("<html>", "GET /v1/batches was answered with HTTP 200 without JSON.", "GET /v1/batches was answered with HTTP 200 without JSON.", "HTTP 200 without JSON")]
    [InlineData("302", "GET /v1/batches: an answer that is not what is documented.", "No answer came.", "an answer that is not what is documented")]
    public async Task What_is_not_the_api_contradicts_the_address_and_shows_no_more(string answer, string address, string credentials, string why)
    {
        _desk.Answers(First, answer);
        if (answer == "hang")
        {
            _desk.Clock.Deadline = null;
            _ = _desk.ArrivalAsync().ContinueWith(_ => _desk.Clock.Advance(LeapingClock.Limit), TestClient.Stop, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal("Contradicted: " + address, checks["Address"]);
        Assert.Equal("NotKnown: " + credentials, checks["Credentials"]);
        Assert.Equal($"NotKnown: GET /v1/batches was answered with {why}.", checks["Envelope"]);
        AssertNoMore(checks, why);
    }

    [Theory]
    [InlineData("401", "Contradicted: They are refused (HTTP 401).", "HTTP 401")]
    [InlineData("403", "Contradicted: They may not list batches (HTTP 403).", "HTTP 403")]
    public async Task Account_that_refuses_has_the_right_address(string answer, string credentials, string why)
    {
        _desk.Answers(First, answer);
        Dictionary<string, string> checks = await _desk.ReadAsync();
        Assert.Equal($"Confirmed: GET /v1/batches was answered with {why}.", checks["Address"]);
        Assert.Equal(credentials, checks["Credentials"]);
        AssertNoMore(checks, why);
    }

    [Theory]
    [InlineData("""{"status":"0000","result":{"content":[],"total":0}}""", "Confirmed: The list of batches is in the field result, beside status 0000.", true)]
    [InlineData("""{"status":"OK","result":{"content":[],"total":0}}""", "Contradicted: The status of a success is written as aa, rather than 0000.", true)]
    [InlineData("""{"status":20,"result":{"content":[],"total":0}}""", "Contradicted: The status of a success is written as 00, rather than 0000.", true)]
    [InlineData("""{"status":true,"result":{"content":[],"total":0}}""", "Contradicted: The status of a success is written as neither text nor number, rather than 0000.", true)]
    [InlineData("""{"content":[],"total":0}""", "Contradicted: The list of batches comes without an envelope.", true)]
    [InlineData("[]", "Contradicted: The list of batches comes without an envelope.", true)]
    [InlineData("""{"status":"0000","content":[]}""", "Contradicted: The list of batches comes without an envelope.", true)]
    [InlineData("true", "Contradicted: The answer is JSON of the kind True.", false)]
    [InlineData(
        """{"data":1,"a-b":1,"{x":1,"a{":1,"a`":1,"":1,"abcdefghijklmnopqrst":1,"abcdefghijklmnopqrstu":1,"AZ":1,"az":1,"two":1,"three":1,"four":1}""",
        "Contradicted: The answer is an object with the fields data, abcdefghijklmnopqrst, AZ, az, two, three.",
        false)]
    public async Task Envelope_is_judged_by_what_is_in_it(string answer, string envelope, bool canProbe)
    {
        _desk.Answers(First, answer);
        AccountChecks checks = _desk.Checks();
        List<RcAccountCheck> all = await TestClient.ToListAsync(checks.ReadAsync(TestClient.Stop));
        Assert.Equal(["Confirmed: GET /v1/batches was answered with HTTP 200.", "Confirmed: They are accepted.", envelope], all.Take(4).Where(check => check.Name != "TLS").Select(AccountDesk.Line));
        Assert.Equal(["Address", "TLS", "Credentials", "Envelope", "Lists"], all.Take(5).Select(check => check.Name));
        Assert.Equal((canProbe, canProbe), (checks.CanProbe, checks.WhyNoProbe.Length == 0));
        Assert.NotEqual(canProbe, all[4].Evidence.StartsWith("There is no list in the answer for batches", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "[]", "NotKnown: The address is plain http on this machine, as that of a sandbox is.")]
    [InlineData("https://api.example", "[]", "Confirmed: The address is https, and this machine trusts its certificate.")]
    [InlineData("https://api.example", "401", "Confirmed: The address is https, and this machine trusts its certificate.")]
    [InlineData("https://api.example", "drop", "NotKnown: No answer came.")]
    public async Task Certificate_is_trusted_where_an_answer_came_over_tls(string? address, string answer, string tls)
    {
        using AccountDesk desk = new(address is null ? null : new Uri(address));
        desk.Answers(First, answer);
        Assert.Equal(tls, (await desk.ReadAsync())["TLS"]);
    }

    private void AssertNoMore(Dictionary<string, string> checks, string why)
    {
        foreach (string name in (string[])["Lists", "First page", "Page size", "Total", "Opt-outs are one list", "Insights of a batch"])
        {
            Assert.Equal($"NotKnown: The list of batches could not be read ({why}).", checks[name]);
        }

        Assert.Equal(["GET " + First], _desk.Asked);
    }
}
