using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api.Requests;

/// <summary>Any call of the API, with the authorization, the retries and the errors of all others.</summary>
public sealed class RequestClient
{
    private readonly ITransport _transport;
    private readonly JsonValues _values;

    /// <summary>Initializes the client.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="values">Makes objects of what comes back.</param>
    public RequestClient(ITransport transport, JsonValues values)
    {
        _transport = transport;
        _values = values;
    }

    /// <summary>Sends a call and reads its answer, without the envelope.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="uploaded">Told, on any thread, of the bytes of the body that have left; from the first word on the platform may have seen a write.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The payload of JSON, the sentence that stands in its place, or <see langword="null"/> when there is nothing.</returns>
    /// <exception cref="UnexpectedResponseException">The answer is a gateway's page, is broken JSON, or says no in a success.</exception>
    public async Task<object?> SendAsync(RequestDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Request(draft, uploaded);
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        string text = Text(answer);
        if (text.Trim().Length == 0)
        {
            return null;
        }

        try
        {
            // "200 Message was sent successfully" begins like a number, but is none.
            bool isSecret = RequestSecrets.InAnswer(draft);
            using ApiDocument? document = WriteAnswer.IsText(answer) && !ApiDocument.IsJson(answer) ? null
                : isSecret ? ApiDocument.ParseSecret(answer, request.Name) : ApiDocument.Parse(answer, request.Name);
            return document is null ? text : _values.Read(document.Payload);
        }
        catch (UnexpectedResponseException exception) when (request.IsWrite)
        {
            throw WriteAnswer.Unclear(exception, request);
        }
    }

    /// <summary>Sends a call and gives the body of its answer as text, exactly as it came.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="uploaded">Told, on any thread, of the bytes of the body that have left.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> SendRawAsync(RequestDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(Request(draft, uploaded), cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(answer.Body.ToArray());
    }

    /// <summary>The items of all pages of a list, lazily.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="doubted">Told, on any thread, why the list may not be whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end.</exception>
    public IAsyncEnumerable<object?> ListAsync(RequestDraft draft, Action<string>? doubted, CancellationToken cancellationToken) =>
        new PagedList(_transport, draft.Target.Path, draft.Query, $"GET /{draft.Target.Path}") { Doubted = doubted, Secrets = RequestSecrets.InRequest(draft) }
            .ReadJsonAsync(_values.Read, cancellationToken);

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
            return sent => RequestForm.Body(form, sent);
        }

        // A write without a body has an empty one, so that its beginning is heard.
        return draft.IsRead ? null : sent => new FieldContent(draft.Json ?? [], sent)
        {
            Headers = { ContentType = draft.Json is null ? null : new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } },
        };
    }

    private static string Text(ApiAnswer answer) => Encoding.UTF8.GetString(answer.Body.ToArray()).TrimStart('\uFEFF');
}
