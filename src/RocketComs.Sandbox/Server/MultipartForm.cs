using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace RocketComs.Sandbox.Server;

/// <summary>Takes a multipart/form-data body apart.</summary>
internal static class MultipartForm
{
    public const string MediaType = "multipart/form-data";

    // RFC 2046, 5.1.1.
    private const int MaxBoundary = 70;

    // Part headers are a name, a file name and a type: far more than they need, far less than would hurt.
    private const int MaxHeaders = 16;
    private const int MaxHeaderBytes = 16 * 1024;

    /// <summary>The parts in order, whatever their size.</summary>
    /// <exception cref="InvalidDataException">The body is not what its content type says.</exception>
    /// <exception cref="IOException">The body ends before its last boundary.</exception>
    public static async Task<IReadOnlyList<RcSandboxPart>> ReadAsync(string contentType, byte[] body, CancellationToken cancellation)
    {
        string? boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        if (string.IsNullOrWhiteSpace(boundary) || boundary!.Length > MaxBoundary)
        {
            throw new InvalidDataException($"Content-Type must have a boundary of 1 to {MaxBoundary} characters");
        }

        if (IsEmptyForm(body, boundary))
        {
            return [];
        }

        using MemoryStream stream = new(body, writable: false);
        MultipartReader reader = new(boundary, stream) { HeadersCountLimit = MaxHeaders, HeadersLengthLimit = MaxHeaderBytes };
        List<RcSandboxPart> parts = [];
        while (await reader.ReadNextSectionAsync(cancellation).ConfigureAwait(false) is { } section)
        {
            using MemoryStream content = new();
            await section.Body.CopyToAsync(content).ConfigureAwait(false);
            parts.Add(ToPart(section, content.ToArray()));
        }

        return parts;
    }

    // HttpClient writes a form without parts like this, for an update of dates alone, say. Strictly it is half a part.
    private static bool IsEmptyForm(byte[] body, string boundary) =>
        body.Length <= (2 * boundary.Length) + 12 && Encoding.UTF8.GetString(body).TrimEnd() == $"--{boundary}\r\n\r\n--{boundary}--";

    private static RcSandboxPart ToPart(MultipartSection section, byte[] content)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
            || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
        {
            throw new InvalidDataException("a part has no name");
        }

        string? fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        return new RcSandboxPart { Name = name, FileName = fileName, ContentType = section.ContentType, Content = content };
    }
}
