using System.Text.Json.Nodes;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The calls on single messages, and the search for all of them.</summary>
internal sealed class MessageEndpoints(MessageBook book, SandboxClock clock)
{
    private static readonly string[] s_fields = ["id", "campaignId", "createdAt", "destinationNumber", "messageText", "status"];

    /// <summary>Sends one: four fields, all required as documented. The documented answer is a sentence, without an id.</summary>
    /// <remarks>Whether the number has opted out is not asked: the documentation does not say that the platform does.</remarks>
    public Answer Send(RcSandboxRequest request)
    {
        if (!request.HasContentType("application/json"))
        {
            throw Refusal.BadRequest("Content-Type must be application/json");
        }

        RequestJson body = RequestJson.ReadBody(request);
        string number = Required(body, "destinationNumber");
        string campaignId = SeededCampaign.GetUsable(Required(body, "campaignId")).Id;
        if (!ApiFormat.IsMobileNumber(number, fewestDigits: 10))
        {
            throw Refusal.BadRequest("destinationNumber is invalid");
        }

        string text = Required(body, "message");
        if (body.BooleanOrNull("shortlink") is null)
        {
            throw Refusal.BadRequest("shortlink is required: true or false");
        }

        book.Send(new SentMessage(Guid.NewGuid(), campaignId, number, text, clock.UtcNow));
        return Answer.Text("200 Message was sent successfully");
    }

    /// <summary>A page of messages in an envelope.</summary>
    public Answer List(RcSandboxRequest request)
    {
        MessageFilter filter = new(request, clock);
        Paging paging = Paging.Read(request, s_fields);
        return Answer.Enveloped(paging.Cut([.. book.All(clock.UtcNow).Where(filter.Lets)], Write));
    }

    /// <summary>One message, without envelope as documented.</summary>
    public Answer Retrieve(string id)
    {
        ApiFormat.TryId(id, out Guid key);
        MessageEntry? message = book.All(clock.UtcNow).FirstOrDefault(entry => entry.Id == key && entry.Stage != MessageStage.Invalid);
        return Answer.Bare(Write(message ?? throw Refusal.NotFound($"Message {id} was not found")));
    }

    private static string Required(RequestJson body, string name) =>
        body.StringOrNull(name) is { } text && text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{name} is required");

    private static JsonObject Write(MessageEntry message)
    {
        JsonObject status = new() { ["statusCode"] = MessageStages.InSearch(message.Stage) };
        if (message.Stage == MessageStage.Failed)
        {
            status["reasonText"] = FailingNumbers.Reason;
        }

        status["updatedAt"] = ApiFormat.Moment(message.UpdatedAt);
        return new JsonObject
        {
            ["id"] = ApiFormat.Id(message.Id),
            ["campaignId"] = message.CampaignId,
            ["createdAt"] = ApiFormat.Moment(message.CreatedAt),
            ["destinationNumber"] = message.Number,
            ["messageText"] = message.Text,
            ["status"] = status,
        };
    }
}
