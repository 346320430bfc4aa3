using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The recipient list endpoints.</summary>
/// <remarks>
/// Sources: API pages "Retrieve a Recipient List", "List All Recipient Lists", "Create a Recipient List", "Rename a Recipient List" and
/// "Manage Recipient List Members". There is no call that deletes a list.
/// </remarks>
/// <param name="transport">The way to the platform.</param>
public sealed class RecipientListsClient(ITransport transport)
{
    private const string Root = "v1/recipients/lists";

    /// <summary>Gets a list (<c>GET /v1/recipients/lists/{id}</c>); who is on it the platform documents no call for.</summary>
    /// <param name="id">The list.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no list, or another one.</exception>
    public Task<RcRecipientList> GetAsync(string id, CancellationToken cancellationToken) => transport.GetAsync(
        PathOf(id),
        $"recipient list {id}",
        document => List(document) is { } list ? list with { Id = document.SameId(id, list.Id) } : throw document.Unrecognized(),
        cancellationToken);

    /// <summary>Lists all lists lazily, page by page (<c>GET /v1/recipients/lists</c>); the platform has no filter for them.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcRecipientList> ListAsync(CancellationToken cancellationToken) =>
        new PagedList(transport, Root, [], "the recipient lists").ReadAsync(LookupJson.RecipientList, cancellationToken);

    /// <summary>Creates a list (<c>POST /v1/recipients/lists</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="recipientIds">Who is on it; none: nobody yet, and the field is not sent.</param>
    /// <param name="uploaded">Called when the request is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer does not show the list; whether there is one now, the message says.</exception>
    public async Task<RcRecipientList> CreateAsync(string name, IReadOnlyList<string> recipientIds, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        byte[] json = JsonBody.OfFields(("name", name), ("recipientIds", recipientIds));
        ApiRequest request = Write(HttpMethod.Post, Root, json, uploaded, $"List the recipient lists with Get-RcRecipientList and look for '{name}' before you create it again.");
        return await transport.WriteAsync(
            request, "the new recipient list", document => List(document) is { Id: not null } list ? list : null, cancellationToken).ConfigureAwait(false)
            ?? throw ApiCalls.NotShown("The new recipient list", request.HowToFindOut);
    }

    /// <summary>Renames a list (<c>PATCH /v1/recipients/lists/{id}</c>).</summary>
    /// <param name="id">The list.</param>
    /// <param name="name">Its new name.</param>
    /// <param name="uploaded">Called when the request is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is about another list, or is no answer of the platform.</exception>
    public async Task<RcRecipientList> RenameAsync(string id, string name, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Write(
            ApiCalls.Patch, PathOf(id), JsonBody.OfFields(("name", name)), uploaded, $"Run 'Get-RcRecipientList {id}': its Name tells whether it was renamed.");
        return await transport.WriteAsync(
            request,
            $"recipient list {id}",
            document => List(document) is { } list ? list with { Id = document.OwnId(id) } : null,
            cancellationToken).ConfigureAwait(false)
            ?? await ApiCalls.ReadBackAsync($"The new name of recipient list {id}", request.HowToFindOut, () => GetAsync(id, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Adds recipients to a list, and removes others (<c>POST /v1/recipients/lists/{id}/members</c>).</summary>
    /// <param name="id">The list.</param>
    /// <param name="added">Who is added.</param>
    /// <param name="removed">Who is removed.</param>
    /// <param name="uploaded">Called when the request is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public Task ChangeMembersAsync(string id, IReadOnlyList<string> added, IReadOnlyList<string> removed, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        byte[] json = JsonBody.OfFields(("recipientsToAdd", added), ("recipientsToRemove", removed));
        ApiRequest request = Write(
            HttpMethod.Post, PathOf(id) + "/members", json, uploaded, $"Run 'Get-RcRecipientList {id}': UpdatedAt and RecipientsAmount tell whether the members were changed.");
        return transport.WriteAsync(request, $"the members of recipient list {id}", id, cancellationToken);
    }

    /// <summary>Gets a list whose members were changed just now.</summary>
    /// <param name="id">The list.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">It cannot be had; the change itself was accepted.</exception>
    public Task<RcRecipientList> ReadBackAsync(string id, CancellationToken cancellationToken) => ApiCalls.ReadBackAsync(
        $"The change of the members of recipient list {id}",
        $"Look with 'Get-RcRecipientList {id}'.",
        () => GetAsync(id, cancellationToken));

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);

    private static RcRecipientList? List(ApiDocument document)
    {
        RcRecipientList list = LookupJson.RecipientList(document.Object());
        return (list.Id ?? list.Name) is null && list.RecipientsAmount is null ? null : list;
    }

    private static ApiRequest Write(HttpMethod method, string path, byte[] json, Action<long, long?>? uploaded, string howToFindOut) =>
        new(method, path) { Content = sent => FieldContent.Json(json, sent), Uploaded = uploaded, HowToFindOut = howToFindOut };
}
