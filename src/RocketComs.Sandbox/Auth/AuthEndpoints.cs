using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Auth;

/// <summary>Login, refresh and logout of portal users.</summary>
internal sealed class AuthEndpoints(TokenStore tokens, string portalUser, string portalPassword)
{
    public Answer Login(RcSandboxRequest request)
    {
        RequestJson body = RequestJson.ReadBody(request);
        if (Required(body, "email") != portalUser || Required(body, "password") != portalPassword)
        {
            throw Refusal.Unauthorized("E-mail or password is wrong");
        }

        JsonObject answer = Write(tokens.Issue());
        answer["user"] = new JsonObject
        {
            ["email"] = portalUser,
            ["firstName"] = "Sandy",
            ["lastName"] = "Box",
            ["role"] = "BA_ADMIN",
            ["isEnabled"] = true,
        };
        return Answer.Bare(answer);
    }

    public Answer Refresh(RcSandboxRequest request)
    {
        string refreshToken = Required(RequestJson.ReadBody(request), "token");
        IssuedTokens issued = tokens.Refresh(refreshToken) ?? throw Refusal.Unauthorized("Refresh token is invalid or was used already");
        JsonObject answer = Write(issued);
        answer["message"] = "Token was refreshed";
        return Answer.Bare(answer);
    }

    /// <summary>Drops the token that the request itself carries, if a login handed it out; an API key is no token.</summary>
    public Answer Logout(RcSandboxRequest request)
    {
        string header = request.Headers["Authorization"];
        tokens.Revoke(header.Substring(header.IndexOf(' ') + 1).Trim());
        return Answer.Text("200 Logged out successfully");
    }

    private static JsonObject Write(IssuedTokens issued) => new()
    {
        ["token"] = issued.Token,
        ["refreshToken"] = issued.RefreshToken,
        ["expiry"] = issued.ExpiryMilliseconds,
    };

    private static string Required(RequestJson body, string name) =>
        body.StringOrNull(name) is { Length: > 0 } text ? text : throw Refusal.BadRequest($"{name} is required");
}
