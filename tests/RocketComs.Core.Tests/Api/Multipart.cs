using RocketComs.Core.Tests.Http;

namespace RocketComs.Core.Tests.Api;

/// <summary>Looks into a multipart body as it arrived.</summary>
internal static class Multipart
{
    /// <summary>The body with its boundary written as B.</summary>
    public static string Body(WireRequest request) => request.Text.Replace(Boundary(request), "B", StringComparison.Ordinal);

    /// <summary>The parts: their header lines and their texts.</summary>
    public static (string Head, string Text)[] Parts(WireRequest request)
    {
        string[] pieces = request.Text.Split("--" + Boundary(request));

        // .NET writes a body without parts as one part without a header.
        return [.. pieces[1..^1].Where(piece => piece != "\r\n\r\n").Select(piece => (piece[2..piece.IndexOf("\r\n\r\n", StringComparison.Ordinal)], piece[(piece.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2]))];
    }

    /// <summary>The bytes of a part that stands alone.</summary>
    public static byte[] OnlyPart(WireRequest request)
    {
        int start = request.Body.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return request.Body[start..^$"\r\n--{Boundary(request)}--\r\n".Length];
    }

    private static string Boundary(WireRequest request) => request.Header("Content-Type").Split("boundary=")[1];
}
