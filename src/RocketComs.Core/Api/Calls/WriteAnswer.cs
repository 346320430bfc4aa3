using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>
/// The answer to a write whose HTTP status is a success. There are three outcomes: it was done, and then there is one of these; it was refused, or
/// that is not known, and then there is an <see cref="UnexpectedResponseException"/> that says which. The one place that decides it.
/// </summary>
/// <remarks>
/// Calls of this API answer a write with the object, bare or in an envelope, with the code 0000, with a plain sentence, or with nothing: one of these
/// is a yes, and nothing else is. Which sentence is one depends on what was asked for. A gateway answers with a page of its own, and the platform may say no in a success. A no without any yes is a
/// refusal; what says neither or both is no reason to do the write again.
/// </remarks>
internal sealed class WriteAnswer : IDisposable
{
    private WriteAnswer(ApiDocument? document, string? sentence)
    {
        Document = document;
        Sentence = sentence;
    }

    /// <summary>Gets the JSON of the answer; <see langword="null"/> for a sentence or nothing.</summary>
    public ApiDocument? Document { get; }

    /// <summary>Gets the sentence, without the braces around it; <see langword="null"/> for JSON or nothing.</summary>
    public string? Sentence { get; }

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer, of HTTP status 2xx.</param>
    /// <param name="request">The write.</param>
    /// <param name="what">What is written, for errors.</param>
    /// <param name="isSecret">Whether the body holds secrets, so that no part of it may be shown.</param>
    /// <exception cref="UnexpectedResponseException">It was refused, or whether it was done is not known.</exception>
    public static WriteAnswer Read(ApiAnswer answer, ApiRequest request, string what, bool isSecret = false)
    {
        string text = answer.Text();
        if (text.Trim().Length == 0)
        {
            return new WriteAnswer(null, null);
        }

        Func<string>? excerpt = isSecret ? null : answer.Excerpt;
        try
        {
            return LenientJson.IsJson(answer.Body) ? OfJson(ApiDocument.Parse(answer.Body, what, excerpt), request.Deed, what, excerpt) : OfText(text, answer, request.Deed, what, excerpt);
        }
        catch (UnexpectedResponseException exception)
        {
            throw exception.OfWrite(request.HowToFindOut);
        }
    }

    /// <summary>Reads the object that the answer shows.</summary>
    /// <param name="request">The write.</param>
    /// <param name="read">Reads it; gives <see langword="null"/> for an object of another kind.</param>
    /// <returns><see langword="null"/> when the write was done, but the answer does not show the object.</returns>
    /// <exception cref="UnexpectedResponseException">The answer is about another object.</exception>
    public T? Shown<T>(ApiRequest request, Func<ApiDocument, T?> read)
        where T : class
    {
        try
        {
            return Document?.Payload.ValueKind == JsonValueKind.Object ? read(Document) : null;
        }
        catch (UnexpectedResponseException exception)
        {
            throw exception.OfWrite(request.HowToFindOut);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Document?.Dispose();

    private static WriteAnswer OfJson(ApiDocument document, Deed deed, string what, Func<string>? excerpt)
    {
        (Says says, string? why) = JsonVerdict.OfWrite(document.Root, deed);
        if (says == Says.Yes && document.Root.ValueKind != JsonValueKind.String)
        {
            return new WriteAnswer(document, null);
        }

        using (document)
        {
            return says switch
            {
                Says.Yes => new WriteAnswer(null, AnswerWords.Bare(LenientJson.Text(document.Root))),
                Says.No => throw document.Refused(why!, excerpt),
                _ => throw Unclear(says, what, excerpt),
            };
        }
    }

    private static WriteAnswer OfText(string text, ApiAnswer answer, Deed deed, string what, Func<string>? excerpt) => AnswerWords.Judge(text, deed) switch
    {
        Says.Yes => new WriteAnswer(null, AnswerWords.Bare(text)),
        Says.No => throw ApiDocument.Unexpected(what, "HTTP reports success, but it says no" + Quoted(excerpt)).WithOutcome(RcJournalOutcome.Refused),
        Says.Nothing => throw ApiDocument.NotJson(answer.Body, what, excerpt),
        Says both => throw Unclear(both, what, excerpt),
    };

    private static UnexpectedResponseException Unclear(Says says, string what, Func<string>? excerpt) => ApiDocument.Unexpected(
        what,
        (says == Says.Both ? "it says both that it was done and that it was not" : "it says neither that it was done nor that it was not") + Quoted(excerpt));

    private static string Quoted(Func<string>? excerpt) => excerpt is null ? string.Empty : $": '{excerpt()}'";
}
