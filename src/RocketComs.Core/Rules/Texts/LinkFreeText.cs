using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Texts;

/// <summary>A text as people read it, with blanks in the place of its links: what stands in an address is no word and no phone number.</summary>
internal static class LinkFreeText
{
    /// <summary>The text.</summary>
    /// <param name="message">The text as the file has it, unquoted, in UTF-8.</param>
    public static string Of(ReadOnlySpan<byte> message)
    {
        string text = LineBreakEscape.Unescape(Utf8Text.Decode(message.IndexOf((byte)'.') < 0 ? message : WithoutHosts(message)));
        if (!UrlFinder.MayHoldUrl(text.AsSpan()))
        {
            return text;
        }

        char[] plain = text.ToCharArray();
        for ((int start, int length) = UrlFinder.Next(text, 0); length > 0; (start, length) = UrlFinder.Next(text, start + length))
        {
            plain.AsSpan(start, length).Fill(' ');
        }

        return new string(plain);
    }

    private static byte[] WithoutHosts(ReadOnlySpan<byte> message)
    {
        byte[] bytes = message.ToArray();
        for (HostAddress link = HostAddress.FindAny(message, 0); link.IsFound; link = HostAddress.FindAny(message, link.End))
        {
            bytes.AsSpan(link.Start, link.End - link.Start).Fill((byte)' ');
        }

        return bytes;
    }
}
