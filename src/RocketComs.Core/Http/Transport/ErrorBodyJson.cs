using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.Core.Http.Transport;

/// <summary>Reads the body of an error answer, whatever it turns out to be.</summary>
internal static class ErrorBodyJson
{
    private const int MostLength = 1000;

    /// <summary>Reads status, message and trace id; of a body that is not the platform's, a short excerpt.</summary>
    public static ApiErrorBody Read(ApiAnswer answer)
    {
        try
        {
            using JsonDocument document = SoundJson.Parse(answer.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                JsonFields fields = new(document.RootElement);
                return new ApiErrorBody(
                    Masked(answer, fields.Text("status")), Masked(answer, fields.Text("message")), Masked(answer, fields.Text("traceId") ?? fields.Text("traceID")));
            }
        }
        catch (JsonException)
        {
            // A gateway answers in HTML or plain text; the excerpt below says what it said.
        }

        string excerpt = ApiDocument.Excerpt(answer);
        return new ApiErrorBody(null, string.IsNullOrEmpty(excerpt) ? null : excerpt, null);
    }

    // On one line, without what a terminal or a log would take for orders.
    private static string? Masked(ApiAnswer answer, string? text)
    {
        string? clean = text is null ? null : Regex.Replace(answer.Mask.Apply(text), @"\p{C}+", " ").Trim();
        return clean?.Length > MostLength ? clean.Substring(0, MostLength) + "…" : clean;
    }
}
