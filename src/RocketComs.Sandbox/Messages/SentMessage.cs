namespace RocketComs.Sandbox.Messages;

/// <summary>A single message that was sent.</summary>
internal sealed record SentMessage(Guid Id, string CampaignId, string Number, string Text, DateTimeOffset CreatedAt);
