using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Http.Content;

/// <summary>A multipart/form-data body that tells of the bytes that leave.</summary>
internal sealed class FormBody
{
    private readonly Action<long> _sent;

    /// <summary>Initializes a form without parts.</summary>
    /// <param name="sent">Told of the bytes of the parts that leave.</param>
    public FormBody(Action<long> sent)
    {
        _sent = sent;

        // Some servers do not understand a boundary in quotes, which is how .NET would write it.
        string boundary = "rocketcoms-" + Guid.NewGuid().ToString("N");
        Content = new MultipartFormDataContent(boundary);
        Content.Headers.Remove("Content-Type");
        Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    /// <summary>Gets the body; the request that it is given to disposes it.</summary>
    public MultipartFormDataContent Content { get; }

    /// <summary>Adds a text.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The text.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
    public void Add(string name, string value) =>
        Content.Add(Named(new FieldContent(Encoding.UTF8.GetBytes(value), _sent), name, null, new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" }));

    /// <summary>Adds a CSV file.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
    public void Add(string name, BatchSource file) =>
        Content.Add(Named(new BatchFileContent(file, _sent), name, file.FileName, new MediaTypeHeaderValue("text/csv")));

    /// <summary>Adds a file of any kind, byte for byte.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    /// <param name="type">Its type.</param>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
    public void Add(string name, FileSource file, string type) =>
        Content.Add(Named(new WholeFileContent(file, _sent), name, file.FileName, new MediaTypeHeaderValue(type)));

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
