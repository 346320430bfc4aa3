using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The calls on single messages, and the search for all of them.</summary>
internal sealed class MessageEndpoints
{
    private static readonly string[] s_fields = ["id", "campaignId", "createdAt", "destinationNumber", "messageText", "status"];

    private readonly MessageBook _book;
    private readonly SentMessages _singles;
    private readonly SandboxClock _clock;

    public MessageEndpoints(MessageBook book, SentMessages singles, SandboxClock clock)
    {
        _book = book;
        _singles = singles;
        _clock = clock;
    }

    /// <summary>Sends one. As documented the answer is a sentence, without an id.</summary>
    public Answer Send(RcSandboxRequest request)
    {
        OutgoingMessage message = OutgoingMessage.Read(request);
        _singles.Add(new SentMessage(Guid.NewGuid(), message.CampaignId, message.Number, message.Text, _clock.UtcNow));
        return Answer.Text("200 Message was sent successfully");
    }

    /// <summary>A page of messages in an envelope.</summary>
    public Answer List(RcSandboxRequest request)
    {
        MessageFilter filter = new(request, _clock);
        Paging paging = Paging.Read(request, s_fields);
        return Answer.Enveloped(paging.Cut([.. _book.All(_clock.UtcNow).Where(filter.Lets)], Write));
    }

    /// <summary>One message, without envelope as documented.</summary>
    public Answer Retrieve(string id)
    {
        WireFormat.TryId(id, out Guid key);
        MessageEntry? message = _book.All(_clock.UtcNow).FirstOrDefault(entry => entry.Id == key && entry.Stage != MessageStage.Invalid);
        return Answer.Bare(Write(message ?? throw Refusal.NotFound($"Message {id} was not found")));
    }

    private static JsonObject Write(MessageEntry message)
    {
        JsonObject status = new() { ["statusCode"] = MessageStages.InSearch(message.Stage) };
        if (message.Stage == MessageStage.Failed)
        {
            status["reasonText"] = FailingNumbers.Reason;
        }

        status["updatedAt"] = WireFormat.Moment(message.UpdatedAt);
        return new JsonObject
        {
            ["id"] = WireFormat.Id(message.Id),
            ["campaignId"] = message.CampaignId,
            ["createdAt"] = WireFormat.Moment(message.CreatedAt),
            ["destinationNumber"] = message.Number,
            ["messageText"] = message.Text,
            ["status"] = status,
        };
    }
}
