using System.Collections.Concurrent;
using RocketComs.Core.Errors;

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

    private static string Shown(string? text) => ShownText.Of(string.Concat((text ?? string.Empty).Select(character => char.IsControl(character) ? ' ' : character)).Trim());
}

/// <summary>
/// Keeps what the platform answered for completion for a minute: a key press must not wait for it again and again. What cannot be had in
/// time, or at all, is an empty list, and is asked for again sooner.
/// </summary>
/// <param name="clock">The clock that it forgets by.</param>
/// <param name="patience">How long a key press may wait at most.</param>
public sealed class CandidateMemory(TimeProvider clock, TimeSpan patience)
{
    private static readonly TimeSpan s_good = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_bad = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (long ReadAt, TimeSpan GoodFor, IReadOnlyList<Candidate> Candidates)> _known = new(StringComparer.Ordinal);

    /// <summary>Gets the candidates of a kind, from memory or from the platform. Never throws.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="read">Asks the platform; it must not need the calling thread.</param>
    public IReadOnlyList<Candidate> Get(string kind, Func<CancellationToken, Task<IReadOnlyList<Candidate>>> read)
    {
        if (_known.TryGetValue(kind, out (long ReadAt, TimeSpan GoodFor, IReadOnlyList<Candidate> Candidates) known) && clock.GetElapsedTime(known.ReadAt) < known.GoodFor)
        {
            return known.Candidates;
        }

        IReadOnlyList<Candidate>? candidates = TryRead(read);
        _known[kind] = (clock.GetTimestamp(), candidates is null ? s_bad : s_good, candidates ?? []);
        return candidates ?? [];
    }

    private IReadOnlyList<Candidate>? TryRead(Func<CancellationToken, Task<IReadOnlyList<Candidate>>> read)
    {
        using CancellationTokenSource stop = new(patience);
        try
        {
            // The caller is a key press: it blocks here, on work that runs elsewhere.
            return Task.Run(() => read(stop.Token)).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is RocketComsException or OperationCanceledException)
        {
            return null;
        }
    }
}
