using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Http.Content;

/// <summary>A small body, or part of one, that reports when it is sent.</summary>
internal sealed class FieldContent(byte[] bytes, Action<long> sent) : HttpContent
{
    public static FieldContent Json(byte[] json, Action<long> sent) =>
        new(json, sent) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // Before, not after: from here on the platform may have seen the request.
        sent(bytes.Length);
        return stream.WriteAsync(bytes, 0, bytes.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}

/// <summary>A multipart/form-data body that reports the bytes of its parts as they are sent.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
internal sealed class FormBody
{
    private readonly Action<long> _sent;

    public FormBody(Action<long> sent)
    {
        _sent = sent;

        // Some servers do not understand a boundary in quotes, as .NET would write it.
        string boundary = "rocketcoms-" + Guid.NewGuid().ToString("N");
        Content = new MultipartFormDataContent(boundary);
        Content.Headers.Remove("Content-Type");
        Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    public MultipartFormDataContent Content { get; }

    public void Add(string name, string value) =>
        Content.Add(Named(new FieldContent(Encoding.UTF8.GetBytes(value), _sent), name, null, new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" }));

    /// <summary>Adds a batch file or another CSV file, as UTF-8.</summary>
    public void AddCsv(string name, BatchSource file) =>
        Content.Add(Named(FileContent.Batch(file, _sent), name, file.FileName, new MediaTypeHeaderValue("text/csv")));

    /// <summary>Adds a file of any kind, byte for byte.</summary>
    public void AddFile(string name, BatchSource file, string type) =>
        Content.Add(Named(FileContent.AsItIs(file, _sent), name, file.FileName, new MediaTypeHeaderValue(type)));

    private static HttpContent Named(HttpContent content, string name, string? fileName, MediaTypeHeaderValue type)
    {
        content.Headers.ContentType = type;
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = Quoted(name) };
        if (fileName is not null)
        {
            string ascii = Ascii(fileName);
            content.Headers.ContentDisposition.FileName = Quoted(ascii);
            if (!string.Equals(ascii, fileName, StringComparison.Ordinal))
            {
                content.Headers.ContentDisposition.FileNameStar = fileName;
            }
        }

        return content;
    }

    private static string Quoted(string text) => "\"" + text + "\"";

    // A quote or a control character in a file name must not end the header that carries it.
    private static string Ascii(string fileName)
    {
        StringBuilder name = new(fileName.Length);
        foreach (char character in fileName)
        {
            name.Append(character is >= ' ' and < '\u007F' and not '"' and not '\\' ? character : '_');
        }

        return name.ToString();
    }
}
