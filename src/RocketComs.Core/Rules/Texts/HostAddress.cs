using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// An address in a text: of a public shortener, or any. Its host alone decides: what stands before it (a scheme, a user, <c>www.</c>) and after it
/// (a port, a path, nothing) does not matter, and a host in the path of another address is none.
/// </summary>
/// <remarks>A search goes over the addresses of a text from left to right, and what it has passed it does not look at again.</remarks>
/// <param name="Start">Where it begins, with its scheme; meaningless when none was found.</param>
/// <param name="End">Where it ends, and the search goes on.</param>
/// <param name="IsFound">Whether there is one.</param>
internal readonly record struct HostAddress(int Start, int End, bool IsFound)
{
    private const int MostShownBytes = 60;
    private const int MostBytesBeforeHost = 100;

    /// <summary>Whether a text can hold the host of a shortener at all: a cheap look that hardly any other text passes.</summary>
    [MethodImpl(Jit.Hot)]
    public static bool MayStandIn(ReadOnlySpan<byte> text)
    {
        for (int dot; (dot = text.IndexOf((byte)'.')) >= 0; text = text.Slice(dot + 1))
        {
            if (dot > 0 && dot + 1 < text.Length && PublicShorteners.MayHaveDotBetween(text[dot - 1], text[dot + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the first address of a shortener.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="from">Where to begin: 0, or the end of the one before.</param>
    public static HostAddress Find(ReadOnlySpan<byte> text, int from) => Find(text, from, isAny: false);

    /// <summary>Finds the first address, whoever's it is.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="from">Where to begin: 0, or the end of the one before.</param>
    public static HostAddress FindAny(ReadOnlySpan<byte> text, int from) => Find(text, from, isAny: true);

    private static HostAddress Find(ReadOnlySpan<byte> text, int from, bool isAny)
    {
        for (int offset = text.Slice(from).IndexOf((byte)'.'); offset >= 0; offset = text.Slice(from).IndexOf((byte)'.'))
        {
            int start = StartOfHost(text, from, from + offset);
            int hostEnd = from + offset + 1;
            while (hostEnd < text.Length && IsHostCharacter(text[hostEnd]))
            {
                hostEnd++;
            }

            ReadOnlySpan<byte> host = TrimHost(text.Slice(start, hostEnd - start), out int cut);
            start += cut;
            if (host.Length == 0)
            {
                from = hostEnd;
                continue;
            }

            int port = EndOfPort(text, hostEnd);
            bool hasPath = port < text.Length && text[port] is (byte)'/' or (byte)'?' or (byte)'#';
            from = hasPath ? EndOfPath(text, port) : port;
            ReadOnlySpan<byte> name = WithoutWww(host);
            bool isBeforePath = port + 1 < text.Length && text[port] == '/' && text[port + 1] > ' ' && text[hostEnd - 1] != '.';
            if ((isAny ? DomainNames.MayBeOne(name, isBeforePath) : PublicShorteners.Contains(name)) && StartOfAddress(text, start) is >= 0 and int first && !GoesOn(text, hostEnd, port))
            {
                bool isBare = first == start && port == hostEnd && !(hasPath && text[port] == '/') && name.Length == host.Length;
                if (!isBare || !(isAny ? DomainNames.ReadsLikeWords(name, text.Slice(0, start), text.Slice(start + host.Length)) : PublicShorteners.ReadsLikeWords(Utf8Text.Decode(name))))
                {
                    return new(first, Math.Max(from, hostEnd), IsFound: true);
                }
            }
        }

        return new(0, text.Length, IsFound: false);
    }

    /// <summary>The address as people would read it, without the punctuation after it, shortened when it is long.</summary>
    public string Show(ReadOnlySpan<byte> text)
    {
        int end = Math.Min(End, Start + MostShownBytes);
        bool isCut = end < End;
        while (!isCut && IsSentenceEnd(text[end - 1]))
        {
            end--;
        }

        return Utf8Text.Decode(text.Slice(Start, end - Start)) + (isCut ? "…" : string.Empty);
    }

    private static int StartOfHost(ReadOnlySpan<byte> text, int least, int dot)
    {
        int start = dot;
        while (start > least && IsHostCharacter(text[start - 1]))
        {
            start--;
        }

        // The n of the pair \n is the end of a line, not the start of a host.
        return start > 0 && text[start] == 'n' && text[start - 1] == '\\' ? start + 1 : start;
    }

    /// <summary>A run of the characters of hosts without what a list, a pause or the end of a sentence puts around it.</summary>
    private static ReadOnlySpan<byte> TrimHost(ReadOnlySpan<byte> run, out int cut)
    {
        cut = 0;
        if (run.LastIndexOf(".."u8) is >= 0 and int pause && pause + 2 < run.Length)
        {
            cut = pause + 2;
        }

        while (cut < run.Length && run[cut] is (byte)'-' or (byte)'.')
        {
            cut++;
        }

        int end = run.Length;
        while (end > cut && run[end - 1] is (byte)'-' or (byte)'.')
        {
            end--;
        }

        return run.Slice(cut, end - cut);
    }

    private static int EndOfPort(ReadOnlySpan<byte> text, int colon)
    {
        int end = colon;
        if (end + 1 < text.Length && text[end] == ':' && AsciiCharacters.IsDigit(text[end + 1]))
        {
            for (end++; end < text.Length && AsciiCharacters.IsDigit(text[end]);)
            {
                end++;
            }
        }

        return end;
    }

    // "https://a.example,https://b.example" is two, "https://a.example/?to=https://b.example" is one: see docs/segments.md.
    private static int EndOfPath(ReadOnlySpan<byte> text, int end)
    {
        while (end < text.Length && IsAddressCharacter(text[end]) && !(text[end] is (byte)',' or (byte)';' or (byte)'|' && BeginsAddress(text.Slice(end + 1))))
        {
            end++;
        }

        return end;
    }

    private static bool BeginsAddress(ReadOnlySpan<byte> text)
    {
        string head = Utf8Text.Decode(text.Slice(0, Math.Min(text.Length, 8)));
        return ((string[])["https://", "http://", "www."]).Any(each => head.StartsWith(each, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Where the address of a host begins, with its scheme; -1 when the host ends a word or a mail address.</summary>
    private static int StartOfAddress(ReadOnlySpan<byte> text, int host)
    {
        ReadOnlySpan<byte> before = text.Slice(0, host);
        if (before.IsEmpty || before[before.Length - 1] is not ((byte)'@' or (byte)'/' or (byte)'_') && (!Utf8Letters.StandAtEnd(before) || EndsWithLineBreak(before)))
        {
            return host;
        }

        // After a user, or at once after the slashes.
        int slashes = before.Length;
        while (slashes > Math.Max(0, host - MostBytesBeforeHost) && IsAddressCharacter(before[slashes - 1]) && before[slashes - 1] != '/')
        {
            slashes--;
        }

        bool isAuthority = before[before.Length - 1] is (byte)'@' or (byte)'/' && before.Slice(0, slashes).EndsWith("//"u8);
        return isAuthority ? slashes - 2 - SchemeLength(before.Slice(0, slashes - 2)) : -1;
    }

    private static bool EndsWithLineBreak(ReadOnlySpan<byte> text) => text.EndsWith(@"\n"u8);

    private static int SchemeLength(ReadOnlySpan<byte> before)
    {
        string tail = Utf8Text.Decode(before.Slice(Math.Max(0, before.Length - 6)));
        return ((string[])["https:", "http:"]).FirstOrDefault(scheme => tail.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;
    }

    /// <summary>Whether what follows says that the host was none: more of a word, or the rest of a user before the host.</summary>
    private static bool GoesOn(ReadOnlySpan<byte> text, int host, int port)
    {
        ReadOnlySpan<byte> rest = text.Slice(host);
        if (!rest.IsEmpty && (rest[0] == '_' || Utf8Letters.LengthAtStart(rest) > 0))
        {
            return true;
        }

        int end = port;
        while (end < Math.Min(text.Length, port + MostBytesBeforeHost) && IsAddressCharacter(text[end]) && text[end] is not ((byte)'/' or (byte)'?' or (byte)'#' or (byte)'@'))
        {
            end++;
        }

        return end < text.Length && text[end] == '@';
    }

    private static ReadOnlySpan<byte> WithoutWww(ReadOnlySpan<byte> host)
    {
        bool isWww = host.Length > 4 && host[3] == '.' && (host[0] | 0x20) == 'w' && (host[1] | 0x20) == 'w' && (host[2] | 0x20) == 'w';
        return isWww ? host.Slice(4) : host;
    }

    private static bool IsHostCharacter(byte character) => character is (byte)'.' or (byte)'-' || AsciiCharacters.IsDigit(character) || AsciiCharacters.IsLetter(character);

    private static bool IsAddressCharacter(byte character) => character is > (byte)' ' and < 0x7F and not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\');

    private static bool IsSentenceEnd(byte character) =>
        character is (byte)'.' or (byte)',' or (byte)';' or (byte)':' or (byte)'!' or (byte)'?' or (byte)'\'' or (byte)')' or (byte)']' or (byte)'*' or (byte)'-';
}
