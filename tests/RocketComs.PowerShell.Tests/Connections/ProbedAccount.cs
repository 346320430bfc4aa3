using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>A sandbox with two batches that have gone out, and a session that is connected to it.</summary>
internal sealed partial class ProbedAccount : IDisposable
{
    /// <summary>The user's own number.</summary>
    public const string Number = "12025550123";

    private static readonly HttpClient s_client = new();

    public ProbedAccount(string[]? readings = null, string placement = "Query", TestHost? host = null)
    {
        Session = new TestSession(host);
        Sandbox = new TestSandbox(Session.Run("Start-RcSandbox", ("ProcessingSec", 0), ("Contradict", readings ?? [])).Single());
        Ids = [Schedule("sale-1", "12025550130,Hi\n"), Schedule("sale-2", "12025550131,Hi\n12025550132,Hi\n")];
        Sandbox.Advance(TimeSpan.FromDays(2));
        Session.Run("Connect-RcAccount", ("Sandbox", Sandbox.Object), ("ParameterPlacement", placement), ("MaximumRetryCount", 0)).NoErrors();
        Sandbox.ClearRequests();
    }

    public TestSession Session { get; }

    public TestSandbox Sandbox { get; }

    public string[] Ids { get; }

    public CommandResult Probe() => Session.Run("Test-RcAccount", ("ProbeCampaign", TestSandbox.CampaignId), ("ProbeNumber", Number), ("Force", true));

    /// <summary>The batches that were to be removed, and are there.</summary>
    public string[] Left() => [.. Sandbox.Requests.Where(request => request.Method == "DELETE").Select(request => request.Path.Split('/')[^1]).Distinct().Where(IsThere)];

    public void Dispose()
    {
        Session.Run("Stop-RcSandbox", ("Sandbox", Sandbox.Object));
        Session.Dispose();
    }

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();

    private bool IsThere(string id) => Send(HttpMethod.Get, "v1/batches/" + id, null).Success;

    // With all scalars in both places, so that it is carried out whatever is read.
    private string Schedule(string externalId, string csv)
    {
        (string Name, string Value)[] scalars =
            [("campaignId", TestSandbox.CampaignId), ("externalId", externalId), ("startDate", Sandbox.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("action", "SCHEDULE")];
        using MultipartFormDataContent form = new() { { new StringContent(csv, new UTF8Encoding(false), "text/csv"), "file", "seed.csv" } };
        foreach ((string name, string value) in scalars)
        {
            form.Add(new StringContent(value), name);
        }

        return Send(HttpMethod.Post, "v1/batches?" + string.Join('&', scalars.Select(scalar => $"{scalar.Name}={scalar.Value}")), form).Groups[1].Value;
    }

    private Match Send(HttpMethod method, string path, HttpContent? content)
    {
        using HttpRequestMessage request = new(method, new Uri(Sandbox.BaseUri, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.AccessToken);
        request.Headers.ConnectionClose = true;
        using HttpResponseMessage answer = s_client.Send(request);
        using StreamReader text = new(answer.Content.ReadAsStream());
        return Id().Match(text.ReadToEnd());
    }
}
