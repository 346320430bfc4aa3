using System.Text;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Auth;

/// <summary>Accepts the API key or a valid token.</summary>
internal sealed class Authorizer(TokenStore tokens, string apiKey, string apiSecret, string accessToken)
{
    private readonly string _basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{apiKey}:{apiSecret}"));

    public void Check(RcSandboxRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out string? header))
        {
            throw Refusal.Unauthorized("Authorization header is missing");
        }

        int blank = header.IndexOf(' ');
        string scheme = blank < 0 ? header : header.Substring(0, blank);
        string value = blank < 0 ? string.Empty : header.Substring(blank + 1).Trim();

        bool isGood = scheme.ToUpperInvariant() switch
        {
            "BASIC" => value == _basic,
            "BEARER" => value == accessToken || tokens.IsGood(value),
            _ => false,
        };
        if (!isGood)
        {
            throw Refusal.Unauthorized("Credentials are invalid or expired");
        }
    }
}
