using RocketComs.Sandbox.Server.Wire;

namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>Turns what came over the wire into a request that can be kept.</summary>
internal static class RequestReader
{
    /// <summary>The request as far as its head describes it.</summary>
    public static RcSandboxRequest ReadHead(RequestHead head, int connectionId)
    {
        (string path, string rawQuery) = SplitTarget(head.Target);
        return new RcSandboxRequest
        {
            ConnectionId = connectionId,
            Method = head.Method,
            Path = path,
            RawQuery = rawQuery,
            Query = RequestValues.ParseQuery(rawQuery),
            Headers = head.Headers,
        };
    }

    /// <summary>The request with its body: as parts when it is a form that can be read, else as it came.</summary>
    public static async Task<IncomingRequest> ReadBodyAsync(RcSandboxRequest request, byte[] body, CancellationToken cancellation)
    {
        if (!request.HasContentType(MultipartForm.MediaType))
        {
            return new IncomingRequest(request with { Body = body }, Flaw: null);
        }

        try
        {
            IReadOnlyList<RcSandboxPart> parts = await MultipartForm.ReadAsync(request.Headers["Content-Type"], body, cancellation).ConfigureAwait(false);
            return new IncomingRequest(request with { Parts = [.. parts] }, Flaw: null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // Kept as it arrived, so that a test can inspect what its client wrote.
            return new IncomingRequest(request with { Body = body }, $"The multipart body cannot be read: {fault.Message}");
        }
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

/// <summary>A request with its whole body, and what is wrong with the body, if anything.</summary>
internal sealed record IncomingRequest(RcSandboxRequest Request, string? Flaw);
