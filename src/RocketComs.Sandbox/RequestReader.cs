using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace RocketComs.Sandbox;

/// <summary>Turns what the listener hands over into a request that can be kept.</summary>
internal static class RequestReader
{
    // What a client says about its length is only a hint, until the bytes are here.
    private const int MaxInitialCapacity = 16 * 1024 * 1024;

    public static async Task<IncomingRequest> ReadAsync(HttpListenerRequest source, CancellationToken cancellation)
    {
        byte[] body = await ReadBodyAsync(source, cancellation).ConfigureAwait(false);
        (string path, string rawQuery) = SplitTarget(source.RawUrl ?? "/");
        RcSandboxRequest request = new()
        {
            Method = source.HttpMethod,
            Path = path,
            RawQuery = rawQuery,
            Query = [.. QueryText.Parse(rawQuery)],
            Headers = source.Headers.AllKeys.OfType<string>()
                .ToDictionary(name => name, name => source.Headers[name] ?? string.Empty, StringComparer.OrdinalIgnoreCase),
        };

        string? contentType = source.ContentType;
        if (contentType is null || !MultipartForm.Is(contentType))
        {
            return new IncomingRequest(request with { Body = body }, Flaw: null);
        }

        try
        {
            IReadOnlyList<RcSandboxPart> parts = await MultipartForm.ReadAsync(contentType, body, cancellation).ConfigureAwait(false);
            return new IncomingRequest(request with { Parts = [.. parts] }, Flaw: null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // Kept as it came, so that a test can look at what its client wrote.
            return new IncomingRequest(request with { Body = body }, $"The multipart body cannot be read: {fault.Message}");
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpListenerRequest source, CancellationToken cancellation)
    {
        if (!source.HasEntityBody)
        {
            return [];
        }

        using MemoryStream buffer = new((int)Math.Min(Math.Max(0, source.ContentLength64), MaxInitialCapacity));
        const int DefaultCopyBuffer = 81920;
        await source.InputStream.CopyToAsync(buffer, DefaultCopyBuffer, cancellation).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private static (string Path, string Query) SplitTarget(string target)
    {
        // A proxy's client writes the whole address into the request line.
        string local = target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? AfterAuthority(target) : target;
        int mark = local.IndexOf('?');
        return mark < 0 ? (local, string.Empty) : (local.Substring(0, mark), local.Substring(mark + 1));
    }

    private static string AfterAuthority(string address)
    {
        int slash = address.IndexOf('/', "http://".Length);
        return slash < 0 ? "/" : address.Substring(slash);
    }
}
