using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>What the first bytes of a batch file tell of it.</summary>
/// <param name="Encoding">How it is encoded; the rest says something only when that can be read.</param>
/// <param name="Separator">What separates its columns.</param>
/// <param name="LineEnd">What ends its first line: LF, CR LF or CR; LF when nothing does.</param>
internal sealed record SourceFormat(TextEncoding Encoding, char Separator, string LineEnd)
{
    public static SourceFormat Detect(BatchSource source)
    {
        if (source.IsGenerated)
        {
            return new SourceFormat(TextEncoding.Utf8, ',', "\n");
        }

        byte[] head = source.ReadHead();
        TextEncoding encoding = TextEncodings.Detect(head);
        string start = TextEncodings.IsReadable(encoding) ? TextEncodings.Decoder(encoding).GetString(head) : string.Empty;
        return new SourceFormat(encoding, DelimiterProbe.Detect(start), FirstLineEnd(start));
    }

    private static string FirstLineEnd(string start)
    {
        int index = start.IndexOfAny(['\r', '\n']);
        return index < 0 || start[index] == '\n' ? "\n" : index + 1 < start.Length && start[index + 1] == '\n' ? "\r\n" : "\r";
    }
}
