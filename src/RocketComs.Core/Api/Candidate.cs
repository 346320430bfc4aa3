namespace RocketComs.Core.Api;

/// <summary>Something that a parameter could mean.</summary>
/// <param name="Id">What is put into the command: a UUID.</param>
/// <param name="Name">What people know it by; empty when it has no name.</param>
/// <param name="Detail">What else tells it from others, such as its status.</param>
public sealed record Candidate(string Id, string Name, string Detail)
{
    private const int LongestId = 60;

    /// <summary>
    /// A candidate out of what a server says, or none: an id goes into a command line, so nothing but letters, digits and hyphens is taken for one;
    /// what people read has no control characters.
    /// </summary>
    public static Candidate? Of(string? id, string? name, string? detail) =>
        id is { Length: > 0 and <= LongestId } && id.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-')
            ? new Candidate(id, Shown(name), Shown(detail))
            : null;

    /// <summary>Whether it may be meant by what has been typed: the beginning of its id, or any part of its name.</summary>
    /// <param name="typed">What has been typed, possibly nothing.</param>
    public bool Matches(string typed) =>
        Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || Name.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Shown(string? text) => string.Concat((text ?? string.Empty).Select(character => char.IsControl(character) ? ' ' : character)).Trim();
}
