using System.Collections.Concurrent;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Api;

/// <summary>
/// What was asked of the platform for completion, for a minute: a key press must not wait for it again and again. What cannot be had in
/// time, or at all, is an empty list, and is asked for again sooner.
/// </summary>
public sealed class CandidateMemory
{
    private static readonly TimeSpan s_good = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_bad = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (long ReadAt, TimeSpan GoodFor, IReadOnlyList<Candidate> Candidates)> _known = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly TimeSpan _patience;

    /// <summary>Initializes the memory; it is empty.</summary>
    /// <param name="clock">The clock that it forgets by.</param>
    /// <param name="patience">How long a key press may wait at most.</param>
    public CandidateMemory(TimeProvider clock, TimeSpan patience)
    {
        _clock = clock;
        _patience = patience;
    }

    /// <summary>Gets the candidates of a kind, from memory or from the platform. Never throws.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="read">Asks the platform; it must not need the calling thread.</param>
    public IReadOnlyList<Candidate> Get(string kind, Func<CancellationToken, Task<IReadOnlyList<Candidate>>> read)
    {
        if (_known.TryGetValue(kind, out (long ReadAt, TimeSpan GoodFor, IReadOnlyList<Candidate> Candidates) known) && _clock.GetElapsedTime(known.ReadAt) < known.GoodFor)
        {
            return known.Candidates;
        }

        IReadOnlyList<Candidate>? candidates = TryRead(read);
        _known[kind] = (_clock.GetTimestamp(), candidates is null ? s_bad : s_good, candidates ?? []);
        return candidates ?? [];
    }

    private IReadOnlyList<Candidate>? TryRead(Func<CancellationToken, Task<IReadOnlyList<Candidate>>> read)
    {
        using CancellationTokenSource patience = new(_patience);
        try
        {
            // The caller is a key press: it blocks here, on work that runs elsewhere.
            return Task.Run(() => read(patience.Token)).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is RocketComsException or OperationCanceledException)
        {
            return null;
        }
    }
}
