using RocketComs.Core.Api.Calls;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The bulk load of recipients.</summary>
/// <remarks>
/// Source: API page "Create a Recipient Batch". It names no content type and shows the name of a file in JSON; a multipart form with the
/// file in it is assumed, as batches have it.
/// </remarks>
/// <param name="transport">The way to the platform.</param>
public sealed class RecipientsClient(ITransport transport)
{
    /// <summary>The strategy as the API writes it.</summary>
    public static string NameOf(RcRecipientBatchStrategy strategy) => strategy switch
    {
        RcRecipientBatchStrategy.Skip => "SKIP",
        RcRecipientBatchStrategy.Override => "OVERRIDE",
        RcRecipientBatchStrategy.Merge => "MERGE",
        _ => throw new ArgumentOutOfRangeException(nameof(strategy)),
    };

    /// <summary>Loads a file of recipients (<c>POST /v1/recipients/batches</c>).</summary>
    /// <param name="file">The file, with a header row.</param>
    /// <param name="listName">The list to make of them; <see langword="null"/> for none.</param>
    /// <param name="strategy">What to do with recipients who exist already. Always sent: what cannot be undone is never left to a default.</param>
    /// <param name="uploaded">Called with the bytes of the body sent so far, and in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer does not show the result.</exception>
    public async Task<RcRecipientImport> ImportAsync(
        BatchSource file, string? listName, RcRecipientBatchStrategy strategy, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Post, "v1/recipients/batches")
        {
            Content = sent => Form(file, listName, strategy, sent),
            Uploaded = uploaded,
            HowToFindOut = HowToFindOut(listName),
        };
        string path = file.Path ?? file.FileName;
        return await transport.WriteAsync(
            request, $"the recipients of '{path}'", document => LookupJson.RecipientImport(path, document.Object()), cancellationToken).ConfigureAwait(false)
            ?? throw ApiCalls.NotShown($"'{path}'", request.HowToFindOut);
    }

    /// <summary>How to find out what became of a load whose answer was lost.</summary>
    /// <param name="listName">The list that was to be made; <see langword="null"/> for none.</param>
    public static string HowToFindOut(string? listName) => listName is null
        ? "Look at the recipients in the RocketCOMS portal. To load the file again with -BatchStrategy Skip adds only those that are missing."
        : $"List the recipient lists with Get-RcRecipientList and look for '{listName}' before you load the file again: whether another list of that name would be made is not documented.";

    private static MultipartFormDataContent Form(BatchSource file, string? listName, RcRecipientBatchStrategy strategy, Action<long> sent)
    {
        FormBody form = new(sent);
        if (listName is not null)
        {
            form.Add("recipientsListName", listName);
        }

        form.Add("batchStrategy", NameOf(strategy));
        form.AddCsv("file", file);
        return form.Content;
    }
}
