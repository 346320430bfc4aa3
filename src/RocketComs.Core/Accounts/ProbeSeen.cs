using System.Globalization;
using System.Net;
using System.Text.Json;
using RocketComs.Core.Api;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>The two descriptions of a probe, which tell where the platform reads it.</summary>
/// <param name="InQuery">That in the query string.</param>
/// <param name="InForm">That in the form.</param>
internal sealed record ProbeWords(string InQuery, string InForm)
{
    public static ProbeWords Created { get; } = new("Test-RcAccount query", "Test-RcAccount form");

    public static ProbeWords Updated { get; } = new("Test-RcAccount updated query", "Test-RcAccount updated form");
}

/// <summary>What a probe has seen.</summary>
internal sealed record ProbeSeen
{
    /// <summary>Gets why it ended early, in a few words.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets the batch after its creation.</summary>
    public Seen? Created { get; init; }

    /// <summary>Gets the errors of a sound row.</summary>
    public Seen? CreatedErrors { get; init; }

    /// <summary>Gets the batch after its update.</summary>
    public Seen? Updated { get; init; }

    /// <summary>Gets the errors of a file whose second row has no text.</summary>
    public Seen? UpdatedErrors { get; init; }

    /// <summary>Gets what is there after its removal.</summary>
    public Seen? Removed { get; init; }

    /// <summary>Gets why it could not be removed, in a few words.</summary>
    public string? RemovalFailure { get; init; }

    /// <summary>Gets whether its creation was refused, so that there is nothing.</summary>
    public bool IsRefused => Created is null && Failure?.StartsWith("HTTP 4", StringComparison.Ordinal) == true;

    /// <summary>Gets whether the batch is not found any more. Where it was not found while it had to be there, that shows nothing.</summary>
    public bool HasGone => Removed?.Status == HttpStatusCode.NotFound && Created?.Status != HttpStatusCode.NotFound;

    /// <summary>By when a batch that is left has to be removed, as the end of a sentence. What the platform showed last counts, not what was asked of it.</summary>
    /// <param name="asked">The first day that was asked for.</param>
    public string When(DateTime asked)
    {
        JsonElement? last = new[] { Removed, Updated, Created }.Select(seen => seen?.Payload).FirstOrDefault(payload => payload is { ValueKind: JsonValueKind.Object });
        (string? status, DateTime day) = last is { } batch ? (Seen.Text(batch, "status"), new JsonFields(batch).Date("startDate") ?? asked) : (null, asked);
        string first = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return status is null || IsCreated(status) ? $"before {first}, its first day." : $"at once: it is {StatusWords(status)}, with {first} as its first day, and may be sent and charged.";
    }

    /// <summary>Whether a status is that of a batch that sends nothing.</summary>
    public static bool IsCreated(string? status) => string.Equals(status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase);

    /// <summary>A status as it is shown: one that is no word is not.</summary>
    public static string StatusWords(string status) => status.Length <= 20 && status.All(character => character is '_' or '-' || char.IsLetter(character)) ? status : "of another status";
}
