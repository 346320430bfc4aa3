using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The body of a call that sends one message: four fields, all required as documented.</summary>
internal sealed record OutgoingMessage(string CampaignId, string Number, string Text, bool ShortLink)
{
    /// <summary>Reads and checks the body. Whether the number has opted out is not asked: the documents do not say that the platform does.</summary>
    public static OutgoingMessage Read(RcSandboxRequest request)
    {
        if (!request.Headers.TryGetValue("Content-Type", out string? contentType)
            || !MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("application/json", System.StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.BadRequest("Content-Type must be application/json");
        }

        JsonObject body = Parse(request.Body);
        string number = Required(body, "destinationNumber");
        return new OutgoingMessage(Campaign(Required(body, "campaignId")), IsNumber(number) ? number : throw Refusal.BadRequest("destinationNumber is invalid"), Required(body, "message"), Flag(body, "shortlink"));
    }

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            JsonObject json = JsonNode.Parse(body) as JsonObject ?? throw Refusal.BadRequest("Body must be a JSON object");

            // The parser notices a name that comes twice only when the object is looked into.
            _ = json.Count;
            return json;
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest("Body must be JSON");
        }
        catch (System.ArgumentException)
        {
            throw Refusal.BadRequest("Body must not have the same name twice");
        }
    }

    private static string Campaign(string id)
    {
        SeededCampaign campaign = Seed.Campaign(id) ?? throw Refusal.BadRequest($"campaignId: campaign {id} does not exist");
        return campaign.IsUsable ? campaign.Id : throw Refusal.BadRequest($"campaignId: campaign {id} is {campaign.Status}, not {ApiWords.Active}");
    }

    private static bool IsNumber(string number)
    {
        string digits = number.StartsWith("+", System.StringComparison.Ordinal) ? number.Substring(1) : number;
        return digits.Length is >= 10 and <= 15 && digits.All(character => character is >= '0' and <= '9');
    }

    private static string Required(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{name} is required");

    private static bool Flag(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : throw Refusal.BadRequest($"{name} is required: true or false");
}
