using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Http;

/// <summary>Hides the secrets of a request in whatever a server or the HTTP stack says about it.</summary>
internal sealed class SecretMask
{
    // Anything shorter stands in half of all sentences, and protects nothing.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;

    private SecretMask(IEnumerable<string> secrets) => _secrets = [.. secrets
        .SelectMany(Spellings)
        .Where(secret => secret.Length >= ShortestSecret)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(secret => secret.Length)];

    /// <summary>Gets the mask that knows no secret but what looks like an <c>Authorization</c> value.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>The mask of a request.</summary>
    /// <param name="authorization">Its header.</param>
    /// <param name="secrets">The secrets in its body.</param>
    public static SecretMask Of(AuthenticationHeaderValue? authorization, IEnumerable<string> secrets) =>
        authorization?.Parameter is { } parameter ? new SecretMask([.. secrets, .. InHeader(authorization.Scheme, parameter)]) : new SecretMask(secrets);

    /// <summary>A text without secrets.</summary>
    public string Apply(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, "***");
        }

        return Regex.Replace(text, @"\b((?i:Basic|Bearer))[\s:=]+(?=[a-z+/._~-]*[A-Z0-9=])[A-Za-z0-9+/=._~-]{4,}", "$1 ***", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a text holds a secret.</summary>
    public bool Hides(string text) => !string.Equals(Apply(text), text, StringComparison.Ordinal);

    private static IEnumerable<string> InHeader(string scheme, string parameter)
    {
        yield return parameter;
        if (scheme == "Basic")
        {
            string pair = Encoding.UTF8.GetString(Convert.FromBase64String(parameter));
            yield return pair;
            yield return pair.Substring(pair.IndexOf(':') + 1);
        }
    }

    // As it is, in a URL, in HTML, and in the JSON that it was sent in.
    private static IEnumerable<string> Spellings(string secret) =>
        [secret, Uri.EscapeDataString(secret), WebUtility.HtmlEncode(secret), System.Text.Json.JsonEncodedText.Encode(secret).ToString()];
}
