namespace RocketComs;

/// <summary>
/// What an account shows of one assumption that this module makes where the documentation says nothing, or contradicts itself. It holds no secret, no
/// number, no text and no id, so that it can be sent to somebody else as it is.
/// </summary>
public sealed record RcAccountCheck
{
    /// <summary>Gets what the check is about, such as <c>First page</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets whether the assumption holds on this account.</summary>
    public RcAccountCheckResult Result { get; init; }

    /// <summary>Gets what was seen, or why nothing was.</summary>
    public string Evidence { get; init; } = string.Empty;

    /// <summary>Gets what a contradiction means for what is sent, and what to set or to report; empty where there is nothing to do.</summary>
    public string Advice { get; init; } = string.Empty;

    /// <summary>The check in one line: <c>First page: Confirmed</c>.</summary>
    public override string ToString() => $"{Name}: {Result}";
}

/// <summary>Whether an assumption holds on an account.</summary>
public enum RcAccountCheckResult : long
{
    /// <summary>The account shows that it holds.</summary>
    Confirmed,

    /// <summary>The account shows that it does not hold.</summary>
    Contradicted,

    /// <summary>The account does not show it, or was not asked.</summary>
    NotKnown,
}
