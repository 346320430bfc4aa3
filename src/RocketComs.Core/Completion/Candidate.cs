using System;

namespace RocketComs.Core.Completion;

/// <summary>Something that a parameter could mean.</summary>
/// <param name="Id">What is put into the command: a UUID.</param>
/// <param name="Name">What people know it by; empty when it has no name.</param>
/// <param name="Detail">What else tells it from others, such as its status.</param>
public sealed record Candidate(string Id, string Name, string Detail)
{
    /// <summary>Whether it may be meant by what has been typed: the beginning of its id, or any part of its name.</summary>
    /// <param name="typed">What has been typed, possibly nothing.</param>
    public bool Matches(string typed) =>
        Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || Name.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0;
}
