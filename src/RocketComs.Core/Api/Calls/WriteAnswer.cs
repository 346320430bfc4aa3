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
/// Calls of this API answer a write with the object, bare or in an envelope, with a plain sentence, or with nothing. A gateway answers with a page
/// of its own, and the platform may say no in a success. What cannot be understood is no reason to do the write again.
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

        try
        {
            return LenientJson.IsJson(answer.Body) ? OfJson(answer.Document(what, isSecret), answer, isSecret) : OfText(text, answer, what, isSecret);
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

    private static WriteAnswer OfJson(ApiDocument document, ApiAnswer answer, bool isSecret)
    {
        JsonElement root = document.Root;
        if (root.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.False)
        {
            using (document)
            {
                string word = root.ValueKind == JsonValueKind.String ? LenientJson.Text(root) : root.ValueKind == JsonValueKind.False ? "not done" : root.GetRawText();
                return OfSentence(word, document.Unexpected, answer, isSecret);
            }
        }

        if (JsonVerdict.RefusalOfWrite(root) is { } why)
        {
            using (document)
            {
                throw document.Refused(why, isSecret ? null : answer.Excerpt);
            }
        }

        return new WriteAnswer(document, null);
    }

    private static WriteAnswer OfText(string text, ApiAnswer answer, string what, bool isSecret) =>
        AnswerWords.Judge(text) == Verdict.Unclear
            ? throw ApiDocument.NotJson(answer.Body, what, isSecret ? null : answer.Excerpt)
            : OfSentence(text, why => ApiDocument.Unexpected(what, why, null), answer, isSecret);

    private static WriteAnswer OfSentence(string text, Func<string, UnexpectedResponseException> unexpected, ApiAnswer answer, bool isSecret)
    {
        string quoted = isSecret ? "it says something else" : $"it says '{answer.Excerpt()}'";
        return AnswerWords.Judge(text) switch
        {
            Verdict.Yes => new WriteAnswer(null, AnswerWords.Bare(text)),
            Verdict.No => throw unexpected("HTTP reports success, but " + quoted).WithOutcome(RcJournalOutcome.Refused),
            _ => throw unexpected(quoted + ", which is neither a yes nor a no"),
        };
    }
}
