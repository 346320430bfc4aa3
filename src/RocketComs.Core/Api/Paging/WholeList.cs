using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Paging;

/// <summary>A list that the documentation shows without paging: one request, and what comes is all.</summary>
internal static class WholeList
{
    /// <summary>Reads the list.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="what">What is listed, for errors.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no list of objects, or it says itself that there is more.</exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(ITransport transport, string path, string what, Func<JsonFields, T> read, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await transport.SendAsync(new ApiRequest(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, what);
        ListPage page = new(document);
        if (page.IsOfMore())
        {
            // Half a list of opt-outs would send to those on the other half.
            throw document.Unexpected(FormattableString.Invariant($"it is one page of several: {page.Total}, {page.Items.Length} are listed"));
        }

        return Array.ConvertAll(page.Items, (JsonElement item) => read(new JsonFields(item)));
    }
}
