using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

[Collection(SerialTests.Name)]
public sealed class EnvironmentTests : IDisposable
{
    private const string BaseUri = "ROCKETCOMS_BASE_URI";
    private const string ApiKey = "ROCKETCOMS_API_KEY";
    private const string ApiSecret = "ROCKETCOMS_API_SECRET";
    private const string AccessToken = "ROCKETCOMS_ACCESS_TOKEN";

    private readonly Dictionary<string, string?> _before = [];
    private readonly AccountSession _session = new();

    public EnvironmentTests()
    {
        foreach (string name in (string[])[BaseUri, ApiKey, ApiSecret, AccessToken])
        {
            _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);
        }

        _session.Run("Disconnect-RcAccount").NoErrors();
    }

    private TestSandbox Sandbox => _session.Sandbox;

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _session.Dispose();
    }

    [Fact]
    public void Key_and_secret_serve_without_a_connection()
    {
        Environment.SetEnvironmentVariable(BaseUri, Sandbox.BaseUri.ToString());
        Environment.SetEnvironmentVariable(ApiKey, Sandbox.ApiKey);
        Environment.SetEnvironmentVariable(ApiSecret, Sandbox.ApiSecret);

        _session.Run("Get-RcBatch").NoErrors();

        Assert.StartsWith("Basic ", Assert.Single(Sandbox.Requests).Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("ApiKey", _session.Run("Get-RcConnection").Single().Text("Authentication"));
    }

    [Fact]
    public void Access_token_serves_without_a_connection()
    {
        Environment.SetEnvironmentVariable(BaseUri, Sandbox.BaseUri.ToString());
        Environment.SetEnvironmentVariable(AccessToken, Sandbox.AccessToken);

        _session.Run("Get-RcBatch").NoErrors();

        Assert.Equal("Bearer sandbox-access-token", Assert.Single(Sandbox.Requests).Headers["Authorization"]);
    }

    [Fact]
    public void Address_without_credentials_ends_the_command()
    {
        Environment.SetEnvironmentVariable(BaseUri, Sandbox.BaseUri.ToString());
        Environment.SetEnvironmentVariable(ApiKey, Sandbox.ApiKey);

        ErrorRecord error = _session.Run("Get-RcBatch").Ended("RcNotConnected");

        Assert.Contains(ApiSecret, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData(" http://10.0.0.1 ")]
    public void Plain_http_to_another_machine_is_refused(string address)
    {
        Environment.SetEnvironmentVariable(BaseUri, address);
        Environment.SetEnvironmentVariable(AccessToken, "hush-hush");

        _session.Run("Get-RcBatch").Ended("RcInsecureUri");
    }

    [Fact]
    public void Connection_that_was_made_comes_before_the_variables()
    {
        Environment.SetEnvironmentVariable(BaseUri, "https://rocketcoms.invalid");
        Environment.SetEnvironmentVariable(AccessToken, "other");

        _session.Run("Connect-RcAccount", ("Sandbox", Sandbox.Object)).NoErrors();
        _session.Run("Get-RcBatch").NoErrors();

        Assert.Single(Sandbox.Requests);
    }

    [Fact]
    public void Address_with_a_password_is_not_repeated_and_the_variable_that_is_missing_is_named()
    {
        Environment.SetEnvironmentVariable(BaseUri, "https://u:pa55@exa mple.com");
        Environment.SetEnvironmentVariable(ApiKey, "k");
        ErrorRecord error = _session.Run("Get-RcBatch").Ended("RcInvalidParameter");
        Assert.DoesNotContain("pa55", error.ToString() + error.TargetObject + error.Exception, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(BaseUri, "https://example.com");
        Assert.Contains("ROCKETCOMS_API_SECRET is not", _session.Run("Get-RcBatch").Ended("RcNotConnected").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_names_the_environment_as_the_source_of_the_connection()
    {
        Environment.SetEnvironmentVariable(BaseUri, Sandbox.BaseUri.ToString());
        Environment.SetEnvironmentVariable(AccessToken, Sandbox.AccessToken);
        Assert.StartsWith(
            "The connection comes from the environment variables ROCKETCOMS_*: http://127.0.0.1",
            _session.Run("Get-RcBatch", ("Verbose", true)).NoErrors().Verbose[0],
            StringComparison.Ordinal);
    }
}
