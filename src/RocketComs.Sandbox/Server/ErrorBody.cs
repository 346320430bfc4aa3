using System.Globalization;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Server;

/// <summary>The documented error body.</summary>
internal static class ErrorBody
{
    public static Answer For(Refusal refusal, DateTimeOffset now) => Write(refusal.Status, refusal.Message, now) with { Allow = refusal.Allow };

    /// <summary>The answer when the sandbox itself is broken; it says with what, as its user is the one who can report it.</summary>
    public static Answer For(Exception fault, DateTimeOffset now) => Write(500, $"The sandbox failed: {fault.GetType().Name}: {fault.Message}", now);

    private static Answer Write(int status, string message, DateTimeOffset now)
    {
        JsonObject body = new()
        {
            // No list of codes is published. This one cannot be taken for the 0000 of success.
            ["status"] = status.ToString("0000", CultureInfo.InvariantCulture),
            ["traceId"] = WireFormat.Id(Guid.NewGuid()),
            ["message"] = message,
            ["timestamp"] = WireFormat.Moment(now),
        };
        return Answer.Bare(body, status);
    }
}
