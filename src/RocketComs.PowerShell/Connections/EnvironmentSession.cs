using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Connections;

/// <summary>The connection that environment variables describe, for runbooks that have no Connect-RcAccount.</summary>
internal static class EnvironmentSession
{
    private const string BaseUriVariable = "ROCKETCOMS_BASE_URI";
    private const string KeyVariable = "ROCKETCOMS_API_KEY";
    private const string SecretVariable = "ROCKETCOMS_API_SECRET";
    private const string TokenVariable = "ROCKETCOMS_ACCESS_TOKEN";

    /// <summary>Gets the host that the variables name; <see langword="null"/> when they name none.</summary>
    public static string? Host => Uri.TryCreate(Read(BaseUriVariable), UriKind.Absolute, out Uri? uri) ? uri.Authority : null;

    /// <summary>The session that the variables describe; made anew when they change.</summary>
    /// <returns><see langword="null"/> when <c>ROCKETCOMS_BASE_URI</c> is not set.</returns>
    /// <exception cref="NotConnectedException">There is an address, but no credentials.</exception>
    public static Session? Find(RunspaceState state, string userAgent)
    {
        if (Read(BaseUriVariable) is not { } address)
        {
            return null;
        }

        (string? key, string? secret, string? token) = (Read(KeyVariable), Read(SecretVariable), Read(TokenVariable));
        string source = string.Join("\n", address, key, secret, token);
        if (state.FromEnvironment is { } known && string.Equals(known.Key, source, StringComparison.Ordinal))
        {
            return known.Session;
        }

        SessionFactory factory = new(Address(address)) { UserAgent = userAgent, IsFromEnvironment = true };
        Session session = (key, secret, token) switch
        {
            ({ } name, { } password, _) => factory.ApiKey(name, password, KeyVariable, SecretVariable),
            (_, _, { } bearer) => factory.AccessToken(bearer),
            _ => throw new NotConnectedException(
                $"{BaseUriVariable} is set, but {(key is null ? secret is null ? "no credentials are" : KeyVariable + " is not" : SecretVariable + " is not")}.", $"Set {KeyVariable} and {SecretVariable}, or {TokenVariable}, or run Connect-RcAccount."),
        };
        state.FromEnvironment = (source, session);
        return session;
    }

    private static Uri Address(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        ? uri
        : throw new InvalidParameterException(
            BaseUriVariable, ClientOptions.Shown(address), $"{BaseUriVariable} is not an address.", "Set it to scheme and host, such as https://api.example.com.");

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
