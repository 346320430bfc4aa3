namespace RocketComs;

/// <summary>
/// A line of the journal: a write before it goes (<see cref="RcJournalOutcome.Begun"/>), or how it ended. It holds no number, no text and no
/// secret.
/// </summary>
public sealed record RcJournalEntry
{
    /// <summary>Gets the moment.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets what the lines of one write have in common.</summary>
    public string? WriteId { get; init; }

    /// <summary>Gets the command, such as <c>New-RcBatch</c>.</summary>
    public string? Command { get; init; }

    /// <summary>Gets what is known of the write.</summary>
    public RcJournalOutcome Outcome { get; init; }

    /// <summary>Gets the platform's host, and its port where that is not the usual one.</summary>
    public string? Target { get; init; }

    /// <summary>Gets the beginning of the API key, or the portal user; <see langword="null"/> for an access token.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the batch; of a new one it is known at the end.</summary>
    public string? BatchId { get; init; }

    /// <summary>
    /// Gets the latest change that was seen before the write, by the platform's clock: of the batch, or before a new one of the campaign's
    /// batches. By it a later command sees whether anything came of the write. <see langword="null"/> when nothing was looked at.
    /// </summary>
    public DateTimeOffset? LastChangeSeen { get; init; }

    /// <summary>Gets the campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the caller's own reference.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets what the platform was told to do with a batch; <see langword="null"/> for other writes.</summary>
    public RcBatchAction? Action { get; init; }

    /// <summary>Gets the SHA-256 of what was sent, in 64 hexadecimal digits: of the file as it stands, or of text and recipients; of a call that is none of these, of all of it.</summary>
    public string? ContentHash { get; init; }

    /// <summary>
    /// Gets what the rows say to whom, in 16 hexadecimal digits: the same for every order, quoting, line end, encoding and spelling of numbers;
    /// or what a text, or that of a template, says to which lists; <see langword="null"/> for rows that were not checked, and where the text was not known.
    /// </summary>
    public string? RowsHash { get; init; }

    /// <summary>Gets the name of the file, without its folder.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets how many get a message; <see langword="null"/> when that is not known.</summary>
    public long? RecipientCount { get; init; }

    /// <summary>Gets how many segments are charged; <see langword="null"/> when that is not known.</summary>
    public long? SegmentCount { get; init; }

    /// <summary>Gets the cost; <see langword="null"/> when segments or price are not known.</summary>
    public decimal? EstimatedCost { get; init; }

    /// <summary>Gets who agreed to it.</summary>
    public RcJournalConsent Consent { get; init; }

    /// <summary>Gets how it ended, in a few words.</summary>
    public string? Message { get; init; }
}

/// <summary>What is known of a write.</summary>
public enum RcJournalOutcome : long
{
    /// <summary>It was about to be sent. Without a later line of the same write, the process ended before it was over.</summary>
    Begun,

    /// <summary>The platform has carried it out.</summary>
    Done,

    /// <summary>It was not carried out.</summary>
    Refused,

    /// <summary>It may have been carried out, or not.</summary>
    Unknown,
}

/// <summary>Who agreed to a write.</summary>
public enum RcJournalConsent : long
{
    /// <summary>Nobody had to.</summary>
    NotNeeded,

    /// <summary>Somebody who was asked.</summary>
    Asked,

    /// <summary>Whoever wrote <c>-Force</c> or <c>-Confirm:$false</c>.</summary>
    Force,
}
