using System.Globalization;
using System.Management.Automation;
using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>No secret in any stream, in $Error, in what the host shows, or in the connection however it is looked at.</summary>
public sealed class SecretStreamTests
{
    private const string Key = "the-key";
    private const string Secret = "hush&hush \"7\"";
    private const string Token = "eyJhbGci.hushToken";
    private const string Refresh = "hush-refresh-token";
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";

    private static readonly string[] s_hidden =
        [Secret, Token, Refresh, "hush", Uri.EscapeDataString(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Secret}"))];

    [Theory]
    [InlineData("Credential", 200)]
    [InlineData("Credential", 401)]
    [InlineData("Credential", 500)]
    [InlineData("AccessToken", 200)]
    [InlineData("AccessToken", 403)]
    [InlineData("AccessToken", 302)]
    [InlineData("PortalCredential", 200)]
    [InlineData("PortalCredential", 404)]
    [InlineData("PortalCredential", 401)]
    public void Nothing_that_can_be_seen_holds_a_secret(string kind, int status)
    {
        TestHost host = new();
        using TestSession session = new(host);
        string echo = $$"""{"message":"You sent {{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Secret}"))}} {{Token}} {{Secret.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""";
        using CannedServer server = new(method => (method, kind) switch
        {
            ("POST", "PortalCredential") => (200, $$"""{"token":"{{Token}}","refreshToken":"{{Refresh}}","expiry":1800000}"""),
            _ => (status, status == 200 ? $$"""{"id":"{{Id}}","status":"CREATED"}""" : OnlyOwn(kind, echo)),
        });
        session.Set("uri", server.BaseUri);
        session.Set("secret", kind == "AccessToken" ? AccountSession.Secret(Token) : new PSCredential(Key, AccountSession.Secret(Secret)));

        CommandResult result = session.Script($$"""
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $seen = & {
                Connect-RcAccount $uri -{{kind}} $secret -MaximumRetryCount 0 -PassThru -Verbose -Debug
                try { Get-RcBatch {{Id}} -Verbose -Debug } catch { $_ }
                try { [pscustomobject]@{ Number = '12025550123'; Message = 'Hi' } | Update-RcBatch {{Id}} -Action Validate -Verbose -Debug } catch { $_ }
                Get-RcConnection
            } *>&1
            $seen
            $Error
            Get-RcConnection
            """);

        StringBuilder text = new();
        foreach (PSObject item in result.Output)
        {
            text.AppendLine(item.ToString()).AppendLine(PSSerializer.Serialize(item, 4));
            text.AppendJoin('\n', item.Properties.Where(property => property is not PSScriptProperty).Select(property => $"{property.Name}={property.Value}"));
            text.AppendJoin('\n', item.Members.Select(member => member.ToString()));
            text.AppendJoin('\n', (item.BaseObject as ErrorRecord)?.Exception, (item.BaseObject as ErrorRecord)?.ErrorDetails?.RecommendedAction, (item.BaseObject as ErrorRecord)?.TargetObject);
        }

        Assert.Null(result.Terminating?.ToString());
        Assert.Equal(status == 200, !result.Output.Any(item => item.BaseObject is ErrorRecord));
        string shown = text.AppendJoin('\n', result.Errors.Select(error => error.Exception.ToString()).Concat(result.Verbose).Concat(result.Warnings).Concat(host.Lines)).ToString();
        Assert.Contains("GET /v1/batches/" + Id, shown, StringComparison.Ordinal);
        Assert.All(s_hidden, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_shows_one_line_a_request()
    {
        using TestSession session = new();
        int updates = 0;
        using CannedServer server = new(method => method == "PATCH" && ++updates == 1 ? (429, """{"traceId":"t-42"}""") : (200, $$"""{"id":"{{Id}}","status":"CREATED","description":"no one sees it"}"""));
        session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret(Token))).NoErrors();

        CommandResult result = session.Pipe(
            [AccountSession.Row("12025550123", "nobody reads this")], "Update-RcBatch", ("Id", Id), ("Action", "Validate"), ("Description", "no one sees it"), ("Verbose", true)).NoErrors();

        string[] lines = [.. result.Verbose.Where(line => line.Contains("/v1/", StringComparison.Ordinal))];
        Assert.Equal(
            [$"GET /v1/batches/{Id} -> 200, # ms", $"PATCH /v1/batches/{Id} -> 429, # ms, traceId t-42", $"PATCH /v1/batches/{Id} -> 200, # ms"],
            lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"\d+ ms", "# ms")));
        Assert.All(result.Verbose, line => Assert.DoesNotContain("no one", line, StringComparison.Ordinal));
        Assert.All(result.Verbose, line => Assert.DoesNotContain("nobody reads", line, StringComparison.Ordinal));
    }

    [Fact]
    public void User_agent_names_the_module_and_PowerShell_with_their_versions()
    {
        using AccountSession session = new();

        string version = (string)session.Script("Get-RcBatch; \"RocketComs/$((Get-Module RocketComs).Version) PowerShell/$($PSVersionTable.PSVersion)\"").Single().BaseObject;

        Assert.Equal(version, Assert.Single(session.Sandbox.Requests).Headers["User-Agent"]);
        Assert.Matches(@"^RocketComs/\d+\.\d+\.\d+ PowerShell/\d+\.\d+\.\d+", version);
    }

    // What a server can repeat is what it was sent.
    private static string OnlyOwn(string kind, string echo) => kind switch
    {
        "PortalCredential" => $$"""{"message":"You sent Bearer {{Token}} and {{Token}}"}""",
        "AccessToken" => string.Format(CultureInfo.InvariantCulture, "<html>You sent {0}</html>", Token),
        _ => echo.Replace(Token, string.Empty, StringComparison.Ordinal),
    };
}
