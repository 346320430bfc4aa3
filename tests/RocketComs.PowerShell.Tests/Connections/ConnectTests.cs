using System.Management.Automation;
using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

public sealed class ConnectTests
{
    private static readonly string[] s_secretNames = ["sandbox-api-secret", "sandbox-access-token", "sandbox-password"];

    [Fact]
    public void Wrong_key_is_found_by_Verify_and_leaves_no_connection()
    {
        using AccountSession session = new();
        PSCredential wrong = new("nobody", AccountSession.Secret("nothing"));

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", wrong), ("Verify", true)).Ended("RcUnauthorized");
        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);

        PSCredential right = new(session.Sandbox.ApiKey, AccountSession.Secret(session.Sandbox.ApiSecret));
        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", right), ("Verify", true)).NoErrors();
        Assert.Equal(["/v1/brands", "/v1/brands"], session.Sandbox.Requests.Select(request => request.Path));
        Assert.Single(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Fact]
    public void Credential_travels_as_basic_authorization()
    {
        using AccountSession session = new();
        PSCredential credential = new(session.Sandbox.ApiKey, AccountSession.Secret(session.Sandbox.ApiSecret));

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", credential)).NoErrors();
        session.Run("Get-RcBatch").NoErrors();

        Assert.Equal("Basic " + Convert.ToBase64String("sandbox-api-key:sandbox-api-secret"u8), session.Sandbox.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public void Access_token_travels_as_bearer_authorization()
    {
        using AccountSession session = new();

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("AccessToken", AccountSession.Secret(session.Sandbox.AccessToken))).NoErrors();
        session.Run("Get-RcBatch").NoErrors();

        Assert.Equal("Bearer sandbox-access-token", session.Sandbox.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public void Portal_credential_logs_in_once_and_then_shows_the_token()
    {
        using AccountSession session = new();
        PSCredential credential = new(TestSandbox.PortalUser, AccountSession.Secret(TestSandbox.PortalPassword));

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("PortalCredential", credential)).NoErrors();
        session.Run("Get-RcBatch").NoErrors();
        session.Run("Get-RcBatch").NoErrors();

        Assert.Equal("POST", session.Sandbox.Requests[0].Method);
        Assert.Equal(["GET", "GET"], session.Sandbox.Requests.Skip(1).Select(request => request.Method));
        Assert.All(session.Sandbox.Requests.Skip(1), request => Assert.StartsWith("Bearer ", request.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public void Portal_token_that_expired_is_renewed_by_itself()
    {
        using AccountSession session = new();
        PSCredential credential = new(TestSandbox.PortalUser, AccountSession.Secret(TestSandbox.PortalPassword));
        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("PortalCredential", credential)).NoErrors();

        session.Sandbox.Advance(TimeSpan.FromHours(2));

        session.Run("Get-RcBatch").NoErrors();
        Assert.Equal("GET", session.Sandbox.Requests[^1].Method);
    }

    [Fact]
    public void Wrong_portal_password_is_refused_at_once_and_leaves_no_connection()
    {
        using AccountSession session = new();
        PSCredential credential = new(TestSandbox.PortalUser, AccountSession.Secret("no"));

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("PortalCredential", credential)).Ended("RcUnauthorized");

        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Fact]
    public void Wrong_secret_ends_the_first_command()
    {
        using AccountSession session = new();
        PSCredential credential = new(session.Sandbox.ApiKey, AccountSession.Secret("no"));
        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", credential)).NoErrors();

        ErrorRecord error = session.Run("Get-RcBatch", ("Id", new[] { Guid.NewGuid(), Guid.NewGuid() })).Ended("RcUnauthorized");

        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Single(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://10.0.0.1")]
    public void Plain_http_to_another_machine_is_refused(string address)
    {
        using TestSession session = new();
        PSCredential credential = new("key", AccountSession.Secret("hush-hush"));

        ErrorRecord error = session.Run("Connect-RcAccount", ("BaseUri", address), ("Credential", credential)).Ended("RcInsecureUri");

        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.Equal(new Uri(address), error.TargetObject);
        Assert.DoesNotContain("hush-hush", error + error.Exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Theory]
    [InlineData("https://user:hush-hush@example.com")]
    [InlineData("http://user:hush-hush@127.0.0.1:8080/x")]
    [InlineData("https://hush-hush@example.com/")]
    public void Address_with_user_info_is_refused_without_showing_it(string address)
    {
        using TestSession session = new();
        PSCredential credential = new("key", AccountSession.Secret("s"));

        ErrorRecord error = session.Run("Connect-RcAccount", ("BaseUri", address), ("Credential", credential)).Ended("RcInvalidParameter");

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        string shown = string.Join(
            '\n', error, error.Exception, error.TargetObject, error.CategoryInfo, error.FullyQualifiedErrorId, error.ErrorDetails.Message, error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("hush-hush", shown, StringComparison.Ordinal);
        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Theory]
    [InlineData("{0}\n")]
    [InlineData("\t{0}\r\n")]
    public void Access_token_as_a_file_holds_it_travels_without_its_line_end(string form)
    {
        using AccountSession session = new();
        string token = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, session.Sandbox.AccessToken);

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("AccessToken", AccountSession.Secret(token))).NoErrors();
        session.Run("Get-RcBatch").NoErrors();

        Assert.Equal("Bearer sandbox-access-token", session.Sandbox.Requests[^1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("hush hush")]
    [InlineData("hush\nhush")]
    [InlineData("hush\u00e9")]
    [InlineData("Bearer hush")]
    public void Access_token_that_can_be_none_is_refused_without_showing_it(string token)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("AccessToken", AccountSession.Secret(token))).Ended("RcInvalidParameter");

        Assert.Equal("AccessToken", error.TargetObject);
        Assert.DoesNotContain("hush", $"{error}\n{error.Exception}\n{error.CategoryInfo}\n{error.ErrorDetails.Message}\n{error.ErrorDetails.RecommendedAction}", StringComparison.Ordinal);
        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Fact]
    public void PassThru_emits_the_connection_with_its_settings()
    {
        using AccountSession session = new();

        PSObject connection = session.Run(
            "Connect-RcAccount",
            ("Sandbox", session.Sandbox.Object),
            ("TimeoutSec", 7),
            ("MaximumRetryCount", 2),
            ("ParameterPlacement", "Form"),
            ("PassThru", true)).Single();

        Assert.Equal("RocketComs.RcConnection", connection.TypeNames[0]);
        Assert.Equal(session.Sandbox.BaseUri, connection.Get<Uri>("BaseUri"));
        Assert.Equal("sand…", connection.Get<string>("UserName"));
        Assert.Equal((7, 2, "Form"), (connection.Get<int>("TimeoutSec"), connection.Get<int>("MaximumRetryCount"), connection.Text("ParameterPlacement")));
    }

    [Theory]
    [InlineData("Credential")]
    [InlineData("AccessToken")]
    [InlineData("PortalCredential")]
    public void Connection_shows_no_secret(string kind)
    {
        using AccountSession session = new();
        object secret = kind switch
        {
            "Credential" => new PSCredential(session.Sandbox.ApiKey, AccountSession.Secret(session.Sandbox.ApiSecret)),
            "AccessToken" => AccountSession.Secret(session.Sandbox.AccessToken),
            _ => new PSCredential(TestSandbox.PortalUser, AccountSession.Secret(TestSandbox.PortalPassword)),
        };
        CommandResult connect = session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), (kind, secret), ("Verbose", true));

        PSObject connection = session.Run("Get-RcConnection").Single();
        CommandResult read = session.Run("Get-RcBatch", ("Verbose", true)).NoErrors();

        StringBuilder shown = new(PSSerializer.Serialize(connection, 5));
        shown.AppendJoin('\n', connection.Properties.Select(property => $"{property.Name}={property.Value}"));
        shown.AppendJoin('\n', connect.Verbose.Concat(read.Verbose)).Append(connection);
        string basic = Convert.ToBase64String("sandbox-api-key:sandbox-api-secret"u8);
        Assert.DoesNotContain(s_secretNames.Append(basic), hidden => shown.ToString().Contains(hidden, StringComparison.Ordinal));
        Assert.NotEmpty(read.Verbose);
    }
}
