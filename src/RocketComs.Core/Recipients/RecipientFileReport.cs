namespace RocketComs.Core.Recipients;

/// <summary>What the check of a file of recipients found.</summary>
public sealed record RecipientFileReport
{
    /// <summary>The most errors that are kept.</summary>
    public const int MostErrors = 1000;

    /// <summary>Gets the file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Gets how many recipients the file has: rows, without header and blank lines.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets how many errors there are, also beyond <see cref="MostErrors"/>.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Gets the first errors.</summary>
    public IReadOnlyList<RcRecipientError> Errors { get; init; } = [];

    /// <summary>Gets what can be meant, but is worth a word: a sentence a kind, with its count and the first line.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Gets whether the file can be sent.</summary>
    public bool IsValid => ErrorCount == 0;
}
