using RocketComs.Core.Csv;
using RocketComs.Core.Http.Content;

namespace RocketComs.Core.Api.Requests;

/// <summary>Makes a multipart body out of fields and files.</summary>
internal static class RequestForm
{
    /// <summary>The body.</summary>
    /// <param name="parts">Texts and <see cref="FileSource"/>s by name; a name can come several times.</param>
    /// <param name="sent">Told of the bytes of the body that leave.</param>
    /// <exception cref="Errors.BatchFileException">A file cannot be opened.</exception>
    public static HttpContent Body(IReadOnlyList<KeyValuePair<string, object>> parts, Action<long> sent)
    {
        FormBody form = new(sent);
        foreach (KeyValuePair<string, object> part in parts)
        {
            // A quote or a line break in a name would end the header that carries it.
            string name = part.Key.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
            if (part.Value is FileSource file)
            {
                form.Add(name, file, TypeOf(file));
            }
            else
            {
                form.Add(name, (string)part.Value);
            }
        }

        return form.Content;
    }

    private static string TypeOf(FileSource file) => file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "application/octet-stream";
}
