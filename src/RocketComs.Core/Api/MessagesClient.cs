using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;
using RocketComs.Core.Sending;

namespace RocketComs.Core.Api;

/// <summary>The endpoints of single messages, and the search for messages of all kinds.</summary>
/// <remarks>Sources: API pages "Send a Message", "Search Messages" and "Retrieve a Message".</remarks>
public sealed class MessagesClient
{
    private const string Root = "v1/messages";

    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public MessagesClient(ITransport transport) => _transport = transport;

    /// <summary>Says how to find a message that may have been sent: the platform gives it no id that its sender learns.</summary>
    /// <param name="campaignId">The campaign.</param>
    public static string HowToFind(string campaignId) => $"Look with 'Get-RcMessage -CampaignId {campaignId} -SingleOnly' for number and text before you send it again.";

    /// <summary>Gets a message (<c>GET /v1/messages/{id}</c>).</summary>
    /// <param name="id">The message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no message, or another one.</exception>
    public async Task<RcMessage> GetAsync(string id, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(new ApiRequest(HttpMethod.Get, Root + "/" + Uri.EscapeDataString(id)), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, $"message {id}");
        RcMessage message = MessageJson.Message(document.Object());
        return message with { Id = LookupJson.SameId(document, id, message.Id, (message.Id ?? message.DestinationNumber ?? message.MessageText) is not null) };
    }

    /// <summary>Searches for messages lazily, page by page (<c>GET /v1/messages</c>).</summary>
    /// <param name="filter">Which ones; it must have been checked.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcMessage> ListAsync(MessageFilter filter, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(_transport, Root, [.. filter.Query(), .. sorting], "the list of messages").ReadAsync(MessageJson.Message, cancellationToken);

    /// <summary>Sends a message (<c>POST /v1/messages/outgoing</c>). Success is a 2xx with words, with JSON that does not say no, or with nothing.</summary>
    /// <param name="draft">The message; it must have been checked with <see cref="MessageRules"/>.</param>
    /// <param name="begun">Told, on any thread, that the platform may have seen the request from now on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OutcomeUnknownException">The answer was lost.</exception>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public async Task SendAsync(MessageDraft draft, Action? begun, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Post, Root + "/outgoing")
        {
            Content = draft.ToBody().Content,
            Uploaded = (_, _) => begun?.Invoke(),
            HowToFindOut = HowToFind(draft.CampaignId),
        };
        WriteAnswer.RequireSuccess(await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false), request, "the message");
    }
}
