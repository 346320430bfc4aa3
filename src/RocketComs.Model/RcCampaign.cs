namespace RocketComs;

/// <summary>
/// A campaign, to which batches belong. The names are those of the API in PascalCase; what the platform left out is <see langword="null"/>.
/// </summary>
/// <remarks>Sources: API pages "Retrieve a Campaign" and "List All Campaigns". A part of the fields is known from samples only.</remarks>
public sealed record RcCampaign
{
    /// <summary>Gets the id (a UUID): what <c>-CampaignId</c> takes.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Gets what the campaign is for.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the status as it came: <c>ACTIVE</c> (batches are possible), <c>PENDING</c>, <c>DECLINED</c>, <c>DELETED</c> or <c>COMPLETED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets why the registration failed.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>Gets the id of the brand that the campaign belongs to.</summary>
    public string? BrandId { get; init; }

    /// <summary>Gets the id of the business account; a sample of the documentation has one that is not a UUID.</summary>
    public string? BusinessAccountId { get; init; }

    /// <summary>Gets the id of the campaign service provider.</summary>
    public string? CspId { get; init; }

    /// <summary>Gets the number that messages come from.</summary>
    public string? Sender { get; init; }

    /// <summary>Gets the use case, such as <c>MARKETING</c>.</summary>
    public string? Usecase { get; init; }

    /// <summary>Gets the further use cases. Empty when there are none.</summary>
    public string[] SubUsecases { get; init; } = [];

    /// <summary>Gets the ids of the mobile operators. Empty means all of them.</summary>
    public string[] MnoIds { get; init; } = [];

    /// <summary>Gets whether texts hold links.</summary>
    public bool? EmbeddedLink { get; init; }

    /// <summary>Gets whether texts hold phone numbers.</summary>
    public bool? EmbeddedPhone { get; init; }

    /// <summary>Gets whether a pool of numbers is used.</summary>
    public bool? NumberPool { get; init; }

    /// <summary>Gets whether the content is for certain ages only.</summary>
    public bool? AgeGated { get; init; }

    /// <summary>Gets whether the campaign is about loans.</summary>
    public bool? DirectLending { get; init; }

    /// <summary>Gets whether the campaign is affiliate marketing.</summary>
    public bool? AffiliateMarketing { get; init; }

    /// <summary>Gets whether subscribers opt in.</summary>
    public bool? SubscriberOptin { get; init; }

    /// <summary>Gets whether subscribers can opt out.</summary>
    public bool? SubscriberOptout { get; init; }

    /// <summary>Gets whether subscribers get help.</summary>
    public bool? SubscriberHelp { get; init; }

    /// <summary>Gets whether the registration is renewed by itself.</summary>
    public bool? AutoRenewal { get; init; }

    /// <summary>Gets how a subscriber opts in.</summary>
    public string? MessageFlow { get; init; }

    /// <summary>Gets the text that answers a call for help.</summary>
    public string? HelpMessage { get; init; }

    /// <summary>Gets the text about opting in.</summary>
    public string? OptinMessage { get; init; }

    /// <summary>Gets the text about opting out.</summary>
    public string? OptoutMessage { get; init; }

    /// <summary>Gets sample text 1.</summary>
    public string? Sample1 { get; init; }

    /// <summary>Gets sample text 2.</summary>
    public string? Sample2 { get; init; }

    /// <summary>Gets sample text 3.</summary>
    public string? Sample3 { get; init; }

    /// <summary>Gets sample text 4.</summary>
    public string? Sample4 { get; init; }

    /// <summary>Gets sample text 5.</summary>
    public string? Sample5 { get; init; }

    /// <summary>Gets how many messages went out in batches.</summary>
    public int? BatchMessageCount { get; init; }

    /// <summary>Gets how many messages went out one by one.</summary>
    public int? SingleMessageCount { get; init; }

    /// <summary>Gets when the campaign was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the status last changed (UTC).</summary>
    public DateTimeOffset? LastStatusAt { get; init; }

    /// <summary>Gets when the campaign was billed (UTC).</summary>
    public DateTimeOffset? BilledDate { get; init; }

    /// <summary>Gets when the campaign ends (UTC).</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the id, so that a campaign in a message reads as what it is.</summary>
    public override string ToString() => Id ?? string.Empty;
}

/// <summary>A recipient who asked a campaign for no more messages. The names are those of the API in PascalCase.</summary>
/// <remarks>
/// Source: API page "Retrieve Opt-Out Messages". Whether a batch skips such numbers is not documented:
/// <c>Test-RcBatchCsv f.csv -OptOutNumber (Get-RcOptOut $campaign).Number</c> finds them in a file.
/// </remarks>
public sealed record RcOptOut
{
    /// <summary>Gets the id of the campaign (a UUID) that was asked for its opt-outs.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the recipient's number as it came: ten digits in the documentation's sample.</summary>
    public string? Destination { get; init; }

    /// <summary>Gets the same number by the name that batch rows have for it.</summary>
    public string? Number => Destination;

    /// <summary>Gets what the recipient wrote.</summary>
    public string? OptoutText { get; init; }

    /// <summary>Gets when the recipient wrote it (UTC).</summary>
    public DateTimeOffset? OptoutAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the number.</summary>
    public override string ToString() => Number ?? string.Empty;
}
