using System.Text;
using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Api.Requests;

/// <summary>The body of an answer, and what is wrong with it.</summary>
/// <param name="Text">The body, exactly as it came.</param>
/// <param name="Failure">That it refuses a write, or leaves open whether it was done; <see langword="null"/> for a yes, and for a read.</param>
public sealed record RawAnswer(string Text, UnexpectedResponseException? Failure)
{
    /// <summary>Throws the failure, if there is one.</summary>
    /// <exception cref="UnexpectedResponseException">The write was refused, or whether it was done is not known.</exception>
    public void Require()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }
}

/// <summary>Any call of the API, with the authorization, the retries and the errors of all others.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="values">Makes objects of what comes back.</param>
public sealed class RequestClient(ITransport transport, JsonValues values)
{
    /// <summary>Sends a call and reads its answer, without the envelope.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="uploaded">Called, on any thread, with the bytes of the body sent so far; from the first call on the platform may have seen a write.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The payload of JSON, the sentence in its place, or <see langword="null"/> when there is nothing.</returns>
    /// <exception cref="UnexpectedResponseException">The answer is a gateway's page, is broken JSON, or says no in a success.</exception>
    public async Task<object?> SendAsync(RequestDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Request(draft, uploaded);
        ApiAnswer answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return request.IsWrite ? Written(answer, request, RequestSecrets.InAnswer(draft)) : Read(answer, request, RequestSecrets.InAnswer(draft));
    }

    /// <summary>Sends a call and gives the body of its answer as text, exactly as it came, with what it says of a write.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="uploaded">Called, on any thread, with the bytes of the body sent so far, and in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RawAnswer> SendRawAsync(RequestDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Request(draft, uploaded);
        ApiAnswer answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        string text = Encoding.UTF8.GetString(answer.Body.ToArray());
        try
        {
            _ = request.IsWrite ? Written(answer, request, RequestSecrets.InAnswer(draft)) : null;
            return new RawAnswer(text, null);
        }
        catch (UnexpectedResponseException exception)
        {
            return new RawAnswer(text, exception);
        }
    }

    /// <summary>The items of all pages of a list, lazily.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end.</exception>
    public IAsyncEnumerable<object?> ListAsync(RequestDraft draft, CancellationToken cancellationToken) =>
        new PagedList(transport, draft.Target.Path, draft.Query, $"GET /{draft.Target.Path}") { Secrets = RequestSecrets.InRequest(draft) }
            .ReadJsonAsync(values.Read, cancellationToken);

    private object? Written(ApiAnswer answer, ApiRequest request, bool isSecret)
    {
        using WriteAnswer written = WriteAnswer.Read(answer, request, request.Name, isSecret);
        return written.Document is { } document ? values.Read(document.Payload) : written.Sentence;
    }

    private object? Read(ApiAnswer answer, ApiRequest request, bool isSecret)
    {
        string text = answer.Text();
        if (text.Trim().Length == 0)
        {
            return null;
        }

        // A text that begins like no JSON and no page is what was asked for.
        if (!LenientJson.IsJson(answer.Body) && text.TrimStart()[0] is not ('{' or '[' or '<'))
        {
            return text;
        }

        using ApiDocument document = answer.Document(request.Name, isSecret);
        return values.Read(document.Payload);
    }

    private static ApiRequest Request(RequestDraft draft, Action<long, long?>? uploaded) => new(draft.Method, draft.Target.Path)
    {
        Query = draft.Query,
        Content = Content(draft),
        Uploaded = uploaded,
        Secrets = RequestSecrets.InRequest(draft),
    };

    private static Func<Action<long>, HttpContent>? Content(RequestDraft draft)
    {
        if (draft.Form is { } form)
        {
            return sent => Form(form, sent);
        }

        // A write without a body has an empty one, so that its sending is reported.
        return draft.IsRead ? null : sent => draft.Json is { } json ? FieldContent.Json(json, sent) : new FieldContent([], sent);
    }

    private static MultipartFormDataContent Form(IReadOnlyList<KeyValuePair<string, object>> parts, Action<long> sent)
    {
        FormBody form = new(sent);
        foreach (KeyValuePair<string, object> part in parts)
        {
            // A quote or a line break in a name would end the header that carries it.
            string name = part.Key.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
            if (part.Value is SealedSource file)
            {
                form.AddFile(name, file, TypeOf(file));
            }
            else
            {
                form.Add(name, (string)part.Value);
            }
        }

        return form.Content;
    }

    private static string TypeOf(SealedSource file) => file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "application/octet-stream";
}
