using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>What would reach the platform as another key or secret is refused, and shown nowhere.</summary>
[Collection(SerialTests.Name)]
public sealed class CredentialTextTests
{
    [Theory]
    [InlineData("hush:hush", "s3cr3t", "colon")]
    [InlineData(":hush", "s3cr3t", "colon")]
    [InlineData("hush\n", "s3cr3t", "control character")]
    [InlineData("hu\0sh", "s3cr3t", "control character")]
    [InlineData("hu\u0085sh", "s3cr3t", "control character")]
    [InlineData("hu\u007fsh", "s3cr3t", "control character")]
    [InlineData("hush", "s3cr3t\r\n", "control character")]
    [InlineData("hush", "s3c\tr3t", "control character")]
    [InlineData("hush", "", "is empty")]
    [InlineData("hush", "s3cr3t<", "half of a character")]
    [InlineData(">hush", "s3cr3t", "half of a character")]
    [InlineData("hu><sh", "s3cr3t", "half of a character")]
    public void Key_and_secret_that_cannot_be_sent_as_they_are_are_refused(string key, string secret, string reason)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run(
            "Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", new PSCredential(Halves(key), AccountSession.Secret(Halves(secret))))).Ended("RcInvalidParameter");

        AssertHidden(error, reason);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("a\nb@c.example", "s3cr3t")]
    [InlineData("user@example.com", "")]
    [InlineData("user@example.com", "s3cr3t\n")]
    public void Portal_user_is_looked_at_too(string user, string password)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run(
            "Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("PortalCredential", new PSCredential(user, AccountSession.Secret(password)))).Ended("RcInvalidParameter");

        AssertHidden(error, string.Empty);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("hush:hush", "s3cr3t", "colon")]
    [InlineData("hu\u0007sh", "s3cr3t", "control character")]
    [InlineData("hush", "s3c\u001br3t", "control character")]
    public void Environment_is_looked_at_too(string key, string secret, string reason)
    {
        using AccountSession session = new();
        session.Run("Disconnect-RcAccount").NoErrors();
        using EnvironmentVariables variables = new(session.Sandbox.BaseUri, key, secret);

        AssertHidden(session.Run("Get-RcBatch").Ended("RcInvalidParameter"), reason);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("kéy", "s:e:c ret")]
    [InlineData("k y😀", "é😀")]
    public void What_the_scheme_allows_goes_out_as_it_is(string key, string secret)
    {
        using AccountSession session = new();

        session.Run("Connect-RcAccount", ("BaseUri", session.Sandbox.BaseUri), ("Credential", new PSCredential(key, AccountSession.Secret(secret)))).NoErrors();
        session.Run("Get-RcBatch").Ended("RcUnauthorized");

        Assert.Equal(
            "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{key}:{secret}")), Assert.Single(session.Sandbox.Requests).Headers["Authorization"]);
    }

    // Attributes hold no halves of characters.
    private static string Halves(string text) => text.Replace('<', '\ud83d').Replace('>', '\ude00');

    private static void AssertHidden(ErrorRecord error, string reason)
    {
        Assert.Contains(reason, error.ErrorDetails.Message, StringComparison.Ordinal);
        string shown = $"{error}\n{error.Exception}\n{error.CategoryInfo}\n{error.TargetObject}\n{error.ErrorDetails.Message}\n{error.ErrorDetails.RecommendedAction}";
        Assert.DoesNotContain("s3c", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
    }
}
