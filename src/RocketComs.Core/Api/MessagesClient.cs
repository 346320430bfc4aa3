using System.Text;
using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Api;

/// <summary>The endpoints of single messages, and the search for messages of all kinds.</summary>
/// <param name="transport">The way to the platform.</param>
/// <remarks>Sources: API pages "Send a Message", "Search Messages" and "Retrieve a Message".</remarks>
public sealed class MessagesClient(ITransport transport)
{
    private const string Root = "v1/messages";

    /// <summary>Says how to find a message that may have been sent: the platform gives it no id that its sender learns.</summary>
    /// <param name="campaignId">The campaign.</param>
    public static string HowToFind(string campaignId) => $"Look with 'Get-RcMessage -CampaignId {campaignId} -SingleOnly' for number and text before you send it again.";

    /// <summary>Gets a message (<c>GET /v1/messages/{id}</c>).</summary>
    /// <param name="id">The message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no message, or another one.</exception>
    public Task<RcMessage> GetAsync(string id, CancellationToken cancellationToken) => transport.GetAsync(
        Root + "/" + Uri.EscapeDataString(id),
        $"message {id}",
        document =>
        {
            RcMessage message = MessageJson.Message(document.Object());
            return (message.Id ?? message.DestinationNumber ?? message.MessageText) is null
                ? throw document.Unrecognized()
                : message with { Id = document.SameId(id, message.Id) };
        },
        cancellationToken);

    /// <summary>Searches for messages lazily, page by page (<c>GET /v1/messages</c>).</summary>
    /// <param name="filter">Which ones; it must have been checked.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcMessage> ListAsync(
        MessageFilter filter, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(transport, Root, [.. filter.Query(), .. sorting], "the list of messages").ReadAsync(MessageJson.Message, cancellationToken);

    /// <summary>Sends a message (<c>POST /v1/messages/outgoing</c>).</summary>
    /// <param name="draft">The message; it must have been checked.</param>
    /// <param name="begun">Called, on any thread, when the platform may have seen the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OutcomeUnknownException">The answer was lost.</exception>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public Task SendAsync(MessageDraft draft, Action? begun, CancellationToken cancellationToken)
    {
        byte[] json = draft.ToJson();
        ApiRequest request = new(HttpMethod.Post, Root + "/outgoing")
        {
            Content = sent => FieldContent.Json(json, sent),
            Uploaded = (_, _) => begun?.Invoke(),
            HowToFindOut = HowToFind(draft.CampaignId),
        };
        return transport.WriteAsync(request, "the message", id: null, cancellationToken);
    }
}

/// <summary>A single message, before it is sent.</summary>
/// <param name="CampaignId">The campaign, a UUID.</param>
/// <param name="Number">The recipient's number, as it is to be sent.</param>
/// <param name="Message">The text; <c>\n</c> is a line break, and a real one is sent as that pair.</param>
/// <param name="ShortLink">Whether every URL is sent as a short link.</param>
/// <remarks>Source: API page "Send a Message". All four fields are required there, so the switch is always sent.</remarks>
public sealed record MessageDraft(string CampaignId, string Number, string Message, bool ShortLink)
{
    internal byte[] ToJson() =>
        JsonBody.OfFields(("campaignId", CampaignId), ("destinationNumber", Number), ("message", LineBreakEscape.Escape(Message)), ("shortlink", ShortLink));

    // The record's own would show the text in logs and errors.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}

/// <summary>Which messages to search for; what is <see langword="null"/> is not asked for.</summary>
/// <remarks>Source: API page "Search Messages". It does not say in which time zone its days are.</remarks>
public sealed record MessageFilter
{
    /// <summary>Gets the campaign, a UUID.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the batch, a UUID.</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the first day on which they were sent; its time of day does not count.</summary>
    public DateTime? From { get; init; }

    /// <summary>Gets the last such day.</summary>
    public DateTime? To { get; init; }

    /// <summary>Gets the status. It is sent in capitals, and the platform refuses one that it does not know.</summary>
    public string? Status { get; init; }

    /// <summary>Gets whether only messages that belong to no batch are asked for.</summary>
    public bool? SingleOnly { get; init; }

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="InvalidParameterException">An id is not a UUID, the last day is before the first, or only single messages of a batch are asked for.</exception>
    public void Check()
    {
        InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), CampaignId);
        InvalidParameterException.ThrowIfNotUuid(nameof(BatchId), BatchId);
        if (To?.Date < From?.Date)
        {
            throw new InvalidParameterException(nameof(To), To, $"-To {BatchParameters.Date(To)} is before -From {BatchParameters.Date(From)}.", "Give a last day that is not before the first.");
        }

        if (BatchId is not null && SingleOnly == true)
        {
            throw new InvalidParameterException(
                nameof(SingleOnly), BatchId, "-SingleOnly and -BatchId cannot be used together: a single message belongs to no batch.", "Leave one of them out.");
        }
    }

    /// <summary>The query, in the order of the documentation.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Query()
    {
        (string Name, string? Value)[] fields =
        [
            ("campaignId", CampaignId),
            ("batchId", BatchId),
            ("from", BatchParameters.Date(From)),
            ("to", BatchParameters.Date(To)),
            ("status", Status?.ToUpperInvariant()),
            ("singleOnly", SingleOnly is { } single ? (single ? "true" : "false") : null),
        ];
        return [.. fields.Where(field => field.Value is not null).Select(field => new KeyValuePair<string, string>(field.Name, field.Value!))];
    }
}

/// <summary>The statuses that the documentation has for a message; others can come.</summary>
/// <remarks>Source: API page "Message". Those of a message within a batch are others, with hyphens.</remarks>
public static class MessageStatuses
{
    /// <summary>Gets the statuses, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Documented { get; } = ["PENDING", "IN_PROCESS", "CANCELED", "SENT", "DELIVERED", "FAILED"];
}
