namespace RocketComs;

/// <summary>A rule that batch files and texts are checked against.</summary>
public sealed record RcRule
{
    /// <summary>Gets the id, such as <c>RC005</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Gets how much its issues weigh.</summary>
    public RcIssueSeverity Severity { get; init; }

    /// <summary>Gets what it looks for, in a few words.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Gets where it is explained, with an example of a bad and a good row.</summary>
    public Uri? HelpUri { get; init; }

    /// <summary>The rule in one line: <c>RC005 Error: The number does not have 10 to 15 digits</c>.</summary>
    public override string ToString() => $"{Id} {Severity}: {Title}";
}
