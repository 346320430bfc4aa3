using System.Text;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Finds addresses of public shorteners in a text: the host at a word's start, after a scheme and <c>www.</c> or not, then a slash
/// and something after it. Linear in the length of the text, as every look around a slash is bounded.
/// </summary>
internal static class ShortenerAddress
{
    private const int MostShownBytes = 60;

    /// <summary>Finds the first address.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="slash">The slash after the host, from where the next is to be sought.</param>
    /// <returns>The index of the host or of the <c>www.</c> before it; -1 when there is none.</returns>
    public static int Find(ReadOnlySpan<byte> text, int from, out int slash)
    {
        for (int offset = text.Slice(from).IndexOf((byte)'/'); offset >= 0; offset = text.Slice(from).IndexOf((byte)'/'))
        {
            slash = from + offset;
            from = slash + 1;
            if (from < text.Length && IsPathCharacter(text[from]) && StartOfHost(text.Slice(0, slash)) is >= 0 and int start)
            {
                return start;
            }
        }

        slash = text.Length;
        return -1;
    }

    /// <summary>The address as people would read it, with its scheme and without the punctuation after it, shortened when it is long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where <see cref="Find"/> found it.</param>
    /// <param name="slash">The slash after its host.</param>
    public static string Show(ReadOnlySpan<byte> text, int start, int slash)
    {
        foreach (string scheme in (string[])["https://", "http://"])
        {
            if (start >= scheme.Length && Utf8Text.Decode(text.Slice(start - scheme.Length, scheme.Length)).Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                start -= scheme.Length;
                break;
            }
        }

        int end = slash + 1;
        int most = Math.Min(text.Length, start + MostShownBytes);
        while (end < most && IsAddressCharacter(text[end]))
        {
            end++;
        }

        bool isCut = end == most && end < text.Length && IsAddressCharacter(text[end]);
        while (!isCut && IsSentenceEnd(text[end - 1]))
        {
            end--;
        }

        return Utf8Text.Decode(text.Slice(start, end - start)) + (isCut ? "…" : string.Empty);
    }

    /// <summary>Where the address begins whose host a text ends with; -1 when it ends with no shortener at a word's start.</summary>
    private static int StartOfHost(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> www = "www."u8;
        int least = Math.Max(0, text.Length - PublicShorteners.MaximumLength - www.Length - 1);
        int start = text.Length;
        while (start > least && IsHostCharacter(text[start - 1]))
        {
            start--;
        }

        // The n of the pair \n is the end of a line, not the start of a host.
        if (start > 0 && start < text.Length && text[start] == 'n' && text[start - 1] == '\\')
        {
            start++;
        }
        else if (!IsWordStart(text.Slice(0, start)))
        {
            return -1;
        }

        ReadOnlySpan<byte> host = text.Slice(start);
        bool isWww = host.Length > www.Length && host[3] == '.' && (host[0] | 0x20) == 'w' && (host[1] | 0x20) == 'w' && (host[2] | 0x20) == 'w';
        return PublicShorteners.Contains(isWww ? host.Slice(www.Length) : host) ? start : -1;
    }

    /// <summary>Whether a host may follow a text: not inside a word, a path, or a mail address.</summary>
    private static bool IsWordStart(ReadOnlySpan<byte> before)
    {
        if (before.IsEmpty)
        {
            return true;
        }

        byte last = before[before.Length - 1];
        return last == '/'
            ? before.Length > 1 && before[before.Length - 2] == '/'
            : last is not ((byte)'@' or (byte)'_') && !Utf8Letters.StandAtEnd(before);
    }

    private static bool IsHostCharacter(byte character) => character is (byte)'.' or (byte)'-' || IsAsciiLetterOrDigit(character);

    private static bool IsPathCharacter(byte character) =>
        IsAsciiLetterOrDigit(character) || character is (byte)'-' or (byte)'_' or (byte)'~' or (byte)'%' or (byte)'+' or (byte)'#' or (byte)'?' or (byte)'{';

    private static bool IsAddressCharacter(byte character) => character is > (byte)' ' and < 0x7F and not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\');

    private static bool IsSentenceEnd(byte character) =>
        character is (byte)'.' or (byte)',' or (byte)';' or (byte)':' or (byte)'!' or (byte)'?' or (byte)'\'' or (byte)')' or (byte)']' or (byte)'*';

    private static bool IsAsciiLetterOrDigit(byte character) =>
        character is >= (byte)'0' and <= (byte)'9' || (character | 0x20) is >= 'a' and <= 'z';
}

/// <summary>The well known public URL shorteners: hosts under which anybody can make a short address of any other.</summary>
/// <remarks>
/// Why: CTIA, Messaging Principles and Best Practices (May 2023), section 5.3.2: a shortener should have a web address of the sender's
/// own. Campaigns with others are rejected: Twilio errors 30892 and 30963 (https://www.twilio.com/docs/api/errors/30892) name bit.ly,
/// tinyurl.com, goo.gl, t.co and ow.ly. No carrier publishes its list; the rest are those that senders report as filtered
/// (https://support.text-em-all.com/article/572-sending-urls-in-text-messages) and others that are open to everybody. Short hosts
/// of one owner's own pages (youtu.be, t.me) are not here.
/// </remarks>
internal static class PublicShorteners
{
    private static readonly string[] s_hosts =
    [
        "adf.ly", "alturl.com", "bc.vc", "bit.do", "bit.ly", "bitly.com", "bitly.ws", "bl.ink", "budurl.com", "buff.ly", "clck.ru", "cutt.ly", "da.gd",
        "dlvr.it", "dub.sh", "goo.gl", "goo.su", "ht.ly", "is.gd", "j.mp", "lnkd.in", "ouo.io", "ow.ly", "qrco.de", "rb.gy", "rebrand.ly",
        "s.id", "short.gy", "shorte.st", "shorturl.at", "shorturl.com", "shrtco.de", "snip.ly", "soo.gd", "surl.li", "t.co", "t.ly", "tiny.cc", "tiny.one",
        "tiny.pl", "tinyurl.com", "u.to", "urlz.fr", "v.gd", "x.gd",
    ];

    private static readonly byte[][][] s_byLength = GroupByLength();

    public static int MaximumLength => s_byLength.Length - 1;

    /// <summary>Whether a host is one of them, in letters of either case.</summary>
    /// <param name="host">The host, without scheme, <c>www.</c> and port.</param>
    public static bool Contains(ReadOnlySpan<byte> host)
    {
        if (host.Length > MaximumLength)
        {
            return false;
        }

        Span<byte> lower = stackalloc byte[host.Length];
        for (int i = 0; i < host.Length; i++)
        {
            lower[i] = host[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(host[i] | 0x20) : host[i];
        }

        foreach (byte[] candidate in s_byLength[host.Length])
        {
            if (lower.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][][] GroupByLength() =>
    [
        .. Enumerable.Range(0, s_hosts.Max(host => host.Length) + 1)
            .Select(length => s_hosts.Where(host => host.Length == length).Select(Encoding.ASCII.GetBytes).ToArray()),
    ];
}
