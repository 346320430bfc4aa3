using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Secrets;

/// <summary>
/// Hides the secrets of a request in whatever a server or the HTTP stack says about it: as they are, and escaped up to twice for
/// a URL, a form, HTML or JSON. Of a secret of eight characters and more its beginning is hidden too, as after a cut.
/// </summary>
internal sealed class SecretMask
{
    private const int MostLayers = 2;

    // Anything shorter is part of too many words: it is hidden as a whole word only.
    private const int ShortestInWords = 4;

    // A key, or the beginning of a secret, that is shorter says nothing.
    private const int ShortestPart = 8;

    private const string Mask = "***";

    private readonly Form[] _forms;

    private SecretMask(IEnumerable<Secret> secrets) => _forms = [.. secrets
        .Where(secret => secret.Text.Length > 0)
        .SelectMany(secret => Forms(secret.Text).Select(form => new Form(form, secret.MayBeCut)))];

    /// <summary>Gets the mask that hides only what looks like an <c>Authorization</c> value.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>The mask of a request.</summary>
    /// <param name="authorization">Its header.</param>
    /// <param name="secrets">The secrets in its body.</param>
    public static SecretMask Of(AuthenticationHeaderValue? authorization, IEnumerable<string> secrets)
    {
        IEnumerable<Secret> all = secrets.Select(secret => new Secret(secret, MayBeCut: true));
        return new SecretMask(authorization?.Parameter is { } parameter ? [.. all, .. InHeader(authorization.Scheme, parameter)] : all);
    }

    /// <summary>A text without secrets.</summary>
    public string Apply(string text)
    {
        bool[] hidden = new bool[text.Length];
        DecodedText layer = DecodedText.Of(text);
        for (int i = 0; i <= MostLayers; i++)
        {
            layer = i == 0 ? layer : layer.Decode();
            foreach ((byte[] secret, bool mayBeCut) in _forms)
            {
                Hide(layer, secret, mayBeCut, hidden);
            }
        }

        // A group in (?>) is never gone back into, so the time grows with the text and no faster.
        return Regex.Replace(
            ShownText.WithoutCredentials(Without(text, hidden)),
            @"\b((?i:Basic|Bearer))(?>[\s:=]+)(?=(?>[a-z+/._~-]*)[A-Z0-9=])(?>[A-Za-z0-9+/=._~-]{4,})",
            "$1 " + Mask,
            RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a text holds a secret.</summary>
    public bool Hides(string text) => !string.Equals(Apply(text), text, StringComparison.Ordinal);

    private static IEnumerable<Secret> InHeader(string scheme, string parameter)
    {
        yield return new(parameter, MayBeCut: true);
        if (scheme == "Basic")
        {
            string pair = Encoding.UTF8.GetString(Convert.FromBase64String(parameter));
            int colon = pair.IndexOf(':');

            // The beginning of the pair is the key, and a short key is a word like any other.
            yield return new(pair, MayBeCut: false);
            yield return new(pair.Substring(colon + 1), MayBeCut: true);
            if (colon >= ShortestPart)
            {
                yield return new(pair.Substring(0, colon), MayBeCut: true);
            }
        }
    }

    // A secret can look escaped itself, and then the decoding of a text changes it with the rest. A server can also cut from it what looks like a tag, and
    // the HTTP stack writes bytes that it does not understand as 73-65-63.
    private static IEnumerable<byte[]> Forms(string secret)
    {
        DecodedText bytes = DecodedText.Of(secret);
        DecodedText once = bytes.Decode();
        DecodedText dump = DecodedText.Of(BitConverter.ToString(Encoding.UTF8.GetBytes(secret)));
        IEnumerable<byte[]> others = new[] { once, once.Decode(), dump, DecodedText.Of(WithoutTags(secret, string.Empty)), DecodedText.Of(WithoutTags(secret, " ")) }
            .Select(form => form.Folded)
            .Where(form => form.Length >= ShortestInWords);
        return others.Prepend(bytes.Folded).GroupBy(Convert.ToBase64String, (_, same) => same.First());
    }

    private static string WithoutTags(string text, string otherwise)
    {
        StringBuilder rest = new();
        int at = 0;
        int open;
        int close;
        while ((open = text.IndexOf('<', at)) >= 0 && (close = text.IndexOf('>', open)) >= 0)
        {
            rest.Append(text, at, open - at).Append(otherwise);
            at = close + 1;
        }

        return rest.Append(text, at, text.Length - at).ToString().Trim();
    }

    private static void Hide(DecodedText layer, byte[] secret, bool mayBeCut, bool[] hidden)
    {
        byte[] text = layer.Folded;
        int least = mayBeCut ? Math.Min(secret.Length, ShortestPart) : secret.Length;
        int at = 0;
        int found;
        while ((found = text.AsSpan(at).IndexOf(secret.AsSpan(0, least))) >= 0)
        {
            int start = at + found;
            int end = start + least;
            while (end < text.Length && end - start < secret.Length && text[end] == secret[end - start])
            {
                end++;
            }

            // One may begin within another, whose beginning it was taken for: "abcabcabcd" in "abcabcabcabcd".
            at = start + 1;
            if (secret.Length >= ShortestInWords || (!IsInWord(text, start - 1) && !IsInWord(text, end)))
            {
                for (int i = layer.Start(start); i < layer.End(end - 1); i++)
                {
                    hidden[i] = true;
                }
            }
        }
    }

    private static bool IsInWord(byte[] text, int index) =>
        index >= 0 && index < text.Length
        && text[index] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (byte)'_' or >= 0x80;

    private static string Without(string text, bool[] hidden)
    {
        StringBuilder rest = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
            {
                rest.Append(text[i]);
            }
            else if (i == 0 || !hidden[i - 1])
            {
                rest.Append(Mask);
            }
        }

        return rest.ToString();
    }

    private sealed record Secret(string Text, bool MayBeCut);

    // A writing of a secret.
    private sealed record Form(byte[] Bytes, bool MayBeCut);
}
