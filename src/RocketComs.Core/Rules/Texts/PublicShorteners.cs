using System.Text;

namespace RocketComs.Core.Rules.Texts;

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

    // What stands at the end of these is a word too: "wait a bit.do it", "thanks to all of u.to".
    private static readonly string[] s_wordLike = ["bit.do", "tiny.one", "shorturl.at", "u.to"];

    private static readonly byte[][][] s_byLength = GroupByLength();

    private static readonly LetterPairs s_aroundDot = new(s_hosts.Select(static host => host.Substring(host.IndexOf('.') - 1, 3).Replace(".", string.Empty)));

    private static int MaximumLength => s_byLength.Length - 1;

    /// <summary>Whether one of them has a dot between two characters; some others pass for these.</summary>
    public static bool MayHaveDotBetween(byte before, byte after) => after >= 'A' && s_aroundDot.MayHold(before, after);

    /// <summary>Whether a host is one of them, in letters of either case.</summary>
    /// <param name="host">The host, of ASCII letters, digits, hyphens and dots, without scheme, <c>www.</c> and port.</param>
    public static bool Contains(ReadOnlySpan<byte> host)
    {
        if (host.Length > MaximumLength)
        {
            return false;
        }

        Span<byte> lower = stackalloc byte[host.Length];
        for (int i = 0; i < host.Length; i++)
        {
            // All but capital letters have that bit.
            lower[i] = (byte)(host[i] | 0x20);
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

    /// <summary>Whether one of them, without a path, is likely to be two sentences without a blank between them.</summary>
    /// <param name="host">The host.</param>
    public static bool ReadsLikeWords(string host) => host.IndexOf('.') == 1 || s_wordLike.Contains(host.ToLowerInvariant());

    private static byte[][][] GroupByLength()
    {
        List<byte[][]> groups = [];
        for (int left = s_hosts.Length; left > 0; left -= groups[groups.Count - 1].Length)
        {
            groups.Add([.. s_hosts.Where(host => host.Length == groups.Count).Select(Encoding.ASCII.GetBytes)]);
        }

        return [.. groups];
    }
}
