using System.Text.Json;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Auth;

/// <summary>Login, refresh and logout of portal users.</summary>
internal sealed class AuthEndpoints
{
    private readonly TokenStore _tokens;
    private readonly SandboxOptions _options;

    public AuthEndpoints(TokenStore tokens, SandboxOptions options)
    {
        _tokens = tokens;
        _options = options;
    }

    public Answer Login(RcSandboxRequest request)
    {
        JsonObject body = ReadObject(request);
        if (Required(body, "email") != _options.PortalUser || Required(body, "password") != _options.PortalPassword)
        {
            throw Refusal.Unauthorized("E-mail or password is wrong");
        }

        JsonObject answer = Write(_tokens.Issue());
        answer["user"] = new JsonObject
        {
            ["email"] = _options.PortalUser,
            ["firstName"] = "Sandy",
            ["lastName"] = "Box",
            ["role"] = "BA_ADMIN",
            ["isEnabled"] = true,
        };
        return Answer.Bare(answer);
    }

    public Answer Refresh(RcSandboxRequest request)
    {
        string refreshToken = Required(ReadObject(request), "token");
        IssuedTokens issued = _tokens.Refresh(refreshToken) ?? throw Refusal.Unauthorized("Refresh token is invalid or was used already");
        JsonObject answer = Write(issued);
        answer["message"] = "Token was refreshed";
        return Answer.Bare(answer);
    }

    /// <summary>Drops the token that the request itself carries, if a login handed it out; an API key is no token.</summary>
    public Answer Logout(RcSandboxRequest request)
    {
        string header = request.Headers["Authorization"];
        _tokens.Revoke(header.Substring(header.IndexOf(' ') + 1).Trim());
        return Answer.Text("200 Logged out successfully");
    }

    private static JsonObject Write(IssuedTokens issued) => new()
    {
        ["token"] = issued.Token,
        ["refreshToken"] = issued.RefreshToken,
        ["expiry"] = issued.ExpiryMilliseconds,
    };

    private static JsonObject ReadObject(RcSandboxRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body) as JsonObject ?? throw Refusal.BadRequest("Body must be a JSON object");
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest("Body must be JSON");
        }
    }

    private static string Required(JsonObject body, string name)
    {
        try
        {
            return body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
                ? text
                : throw Refusal.BadRequest($"{name} is required");
        }
        catch (System.ArgumentException)
        {
            // The parser notices a name that comes twice only when it is looked up.
            throw Refusal.BadRequest("Body must not have the same name twice");
        }
    }
}
