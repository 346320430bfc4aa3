using System.Text;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Api;

/// <summary>A single message, before it is sent.</summary>
/// <param name="CampaignId">The campaign, a UUID.</param>
/// <param name="Number">The recipient's number, as it shall stand in the request.</param>
/// <param name="Message">The text; <c>\n</c> is a line break, and a real one is sent as that pair.</param>
/// <param name="ShortLink">Whether every URL is sent as a short link.</param>
/// <remarks>Source: API page "Send a Message". All four fields are required there, so the switch is always sent.</remarks>
public sealed record MessageDraft(string CampaignId, string Number, string Message, bool ShortLink)
{
    /// <summary>The body.</summary>
    internal JsonObjectBody ToBody() => new(writer =>
    {
        writer.WriteString("campaignId", CampaignId);
        writer.WriteString("destinationNumber", Number);
        writer.WriteString("message", LineBreakEscape.Escape(Message));
        writer.WriteBoolean("shortlink", ShortLink);
    });

    // The record's own would show the text in logs and errors.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}
