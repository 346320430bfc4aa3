using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>Reads the head of a request: request line, headers, blank line.</summary>
internal static class HeadReader
{
    private const int MostBytes = 64 * 1024;

    // RFC 9110, 5.6.2, next to letters and digits.
    private const string TokenSigns = "!#$%&'*+-.^_`|~";

    /// <summary>Reads a head; <see langword="null"/> when the client closes instead of asking for more.</summary>
    /// <exception cref="WireRefusal">It is not an HTTP/1.x head, or is longer than 64 KB.</exception>
    /// <exception cref="EndOfStreamException">The client stopped sending in the middle of it.</exception>
    public static async Task<RequestHead?> ReadAsync(InputBuffer input, CancellationToken cancellation)
    {
        LineBudget budget = new(MostBytes, 431, $"The head of a request must not be longer than {MostBytes} bytes");
        byte[]? first;
        do
        {
            // RFC 9112, 2.2: a client may have sent an extra line end after its last body.
            first = await input.ReadLineAsync(budget, cancellation).ConfigureAwait(false);
        }
        while (first is { Length: 0 });

        if (first is null)
        {
            return null;
        }

        (string method, string target, bool isHttp11) = ParseRequestLine(first);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            byte[] line = await input.ReadLineAsync(budget, cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException("The head has no end.");
            if (line.Length == 0)
            {
                return Framing.Apply(new RequestHead { Method = method, Target = target, IsHttp11 = isHttp11, Headers = headers });
            }

            AddHeader(headers, line);
        }
    }

    private static (string Method, string Target, bool IsHttp11) ParseRequestLine(byte[] line)
    {
        if (Array.Exists(line, value => value is < 0x20 or > 0x7E))
        {
            throw WireRefusal.Malformed("The request line must be ASCII without control characters");
        }

        string[] words = Encoding.ASCII.GetString(line).Split([' ']);
        if (words.Length != 3 || !IsToken(words[0]) || words[1].Length == 0 || !words[2].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw WireRefusal.Malformed("The request line must be a method, a target and a version");
        }

        return words[2] switch
        {
            "HTTP/1.1" => (words[0], words[1], true),
            "HTTP/1.0" => (words[0], words[1], false),
            _ => throw new WireRefusal(505, $"{words[2]} is not spoken here"),
        };
    }

    private static void AddHeader(Dictionary<string, string> headers, byte[] line)
    {
        int colon = Array.IndexOf(line, (byte)':');
        string name = colon <= 0 ? string.Empty : Encoding.ASCII.GetString(line, 0, colon);
        if (!IsToken(name))
        {
            throw WireRefusal.Malformed("A header must be a name, a colon and a value");
        }

        if (Array.FindIndex(line, colon, value => value is < 0x20 and not (byte)'\t' or 0x7F) >= 0)
        {
            throw WireRefusal.Malformed($"The header {name} must not hold control characters");
        }

        string text = Encoding.UTF8.GetString(line, colon + 1, line.Length - colon - 1).Trim(' ', '\t');
        headers[name] = headers.TryGetValue(name, out string? before) ? $"{before}, {text}" : text;
    }

    private static bool IsToken(string text)
    {
        foreach (char sign in text)
        {
            if (sign is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && TokenSigns.IndexOf(sign) < 0)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
