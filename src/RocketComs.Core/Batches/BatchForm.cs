using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Http;

namespace RocketComs.Core.Batches;

/// <summary>Turns a draft into query parameters and a multipart body.</summary>
internal static class BatchForm
{
    /// <summary>The parameters for the query string.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Query(BatchDraft draft, RcParameterPlacement placement)
    {
        List<KeyValuePair<string, string>> query = [];
        foreach (BatchParameter parameter in BatchParameters.All)
        {
            if (!parameter.IsPart && placement == RcParameterPlacement.Query)
            {
                foreach (string value in parameter.Values(draft))
                {
                    query.Add(new(parameter.Name, value));
                }
            }
        }

        return query;
    }

    /// <summary>The body.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="placement">Where the scalars travel.</param>
    /// <param name="sent">Told of the bytes of the body that leave.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The multipart content disposes its parts, and the request disposes it.")]
    public static MultipartFormDataContent Body(BatchDraft draft, RcParameterPlacement placement, Action<long> sent)
    {
        MultipartFormDataContent body = Empty();
        foreach (BatchParameter parameter in BatchParameters.All)
        {
            if (parameter.IsPart || placement == RcParameterPlacement.Form)
            {
                foreach (string value in parameter.Values(draft))
                {
                    body.Add(Named(new FieldContent(Encoding.UTF8.GetBytes(value), sent), parameter.Name, null, new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" }));
                }
            }
        }

        if (draft.File is { } file)
        {
            body.Add(Named(new BatchFileContent(file, sent), BatchParameters.File, file.FileName, new MediaTypeHeaderValue("text/csv")));
        }

        return body;
    }

    /// <summary>A body without parts.</summary>
    public static MultipartFormDataContent Empty()
    {
        // Some servers do not understand a boundary in quotes, which is how .NET would write it.
        string boundary = "rocketcoms-" + Guid.NewGuid().ToString("N");
        MultipartFormDataContent body = new(boundary);
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
        return body;
    }

    /// <summary>A part with the headers that say what it is.</summary>
    /// <param name="content">The part.</param>
    /// <param name="name">Its name, without quotes in it.</param>
    /// <param name="fileName">The name of its file, whatever it holds; <see langword="null"/> for a field.</param>
    /// <param name="type">Its type.</param>
    public static HttpContent Named(HttpContent content, string name, string? fileName, MediaTypeHeaderValue type)
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
