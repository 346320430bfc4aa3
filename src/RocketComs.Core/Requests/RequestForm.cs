using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Batches;
using RocketComs.Core.Csv;
using RocketComs.Core.Http;

namespace RocketComs.Core.Requests;

/// <summary>Makes a multipart body out of fields and files.</summary>
internal static class RequestForm
{
    /// <summary>The body.</summary>
    /// <param name="parts">Texts and <see cref="FileSource"/>s by name; a name can come several times.</param>
    /// <param name="sent">Told of the bytes of the body that leave.</param>
    /// <exception cref="Errors.BatchFileException">A file cannot be opened.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
    public static HttpContent Body(IReadOnlyList<KeyValuePair<string, object>> parts, Action<long> sent)
    {
        MultipartFormDataContent body = BatchForm.Empty();
        foreach (KeyValuePair<string, object> part in parts)
        {
            // A quote or a line break in a name would end the header that carries it.
            string name = part.Key.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
            body.Add(part.Value is FileSource file
                ? BatchForm.Named(new WholeFileContent(file, sent), name, file.FileName, new MediaTypeHeaderValue(TypeOf(file)))
                : BatchForm.Named(new FieldContent(Encoding.UTF8.GetBytes((string)part.Value), sent), name, null, new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" }));
        }

        return body;
    }

    private static string TypeOf(FileSource file) => file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "application/octet-stream";
}
