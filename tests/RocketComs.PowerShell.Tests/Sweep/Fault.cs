using System.Collections;
using System.Globalization;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>What goes wrong while one command runs: a fault of the sandbox, or a cut on the way there.</summary>
/// <param name="Name">The kind, or the place of the cut.</param>
/// <param name="Phase">The rest of it, for the line that repeats a run.</param>
internal sealed record Fault(string Name, string Phase)
{
    private static readonly int[] s_statuses = [300, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 422, 425, 429, 429, 500, 500, 501, 502, 503, 503, 504, 505, 507, 520, 522, 524, 599];
    private static readonly string?[] s_waits = [null, null, "0", "0", "1", "60", "121", "-1", "soon", "Fri, 15 Jan 2027 12:00:05 GMT"];

    // A success that was none must say so; one that does not is a lie which nobody can see.
    private static readonly string[] s_refusals = ["{\"error\":\"INSUFFICIENT_BALANCE\"}", "{\"status\":\"ERROR\",\"message\":\"No\"}", "{\"success\":false}", "{400 Batch was rejected}", "We are under maintenance", "<html>Sign in</html>", "{", "\"refused\""];
    private static readonly string[] s_errorBodies = ["", "<html>Bad gateway</html>", "{\"message\":\"No\"}", "{", "null"];
    private static readonly string[] s_parameters = ["startDate", "externalId", "action", "description", "shortlink", "endDate", "endTime"];

    /// <summary>No fault.</summary>
    public static Fault None { get; } = new("none", string.Empty);

    /// <summary>Gets the sandbox's fault; <see langword="null"/> for a cut and for none.</summary>
    public Hashtable? OfSandbox { get; private init; }

    /// <summary>Gets the cut; <see langword="null"/> for a fault of the sandbox and for none.</summary>
    public Cut? Cut { get; private init; }

    /// <summary>One of them by chance.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="kinds">The kinds of the sandbox.</param>
    /// <param name="requests">How many requests the command makes when nothing goes wrong; the last is the write, mostly.</param>
    public static Fault Choose(Random random, IReadOnlyList<string> kinds, int requests)
    {
        int request = random.Next(3) == 0 ? random.Next(requests) : requests - 1 - (random.Next(4) == 0 ? Math.Min(1, requests - 1) : 0);
        if (random.Next(3) == 0)
        {
            CutPlace place = Pick(random, Enum.GetValues<CutPlace>());
            Cut cut = new(request, place, random.Next(5) == 0 ? 1 : random.NextDouble(), Pick(random, Enum.GetValues<CutEnd>()));
            return new Fault("Cut " + place, FormattableString.Invariant($"{cut.End} after {cut.Share:0.000} of it, request {request}")) { Cut = cut };
        }

        // There are more answers than other faults.
        string kind = random.Next(6) == 0 ? "Status" : Pick(random, kinds);
        Hashtable fault = new() { ["Kind"] = kind, ["Times"] = Pick(random, [1, 1, 1, 2, 0]) };
        if (random.Next(20) == 0)
        {
            // A client that goes while its body is unread is not noticed, so that one would be waited for without an end.
            fault["Delay"] = kind == "DropBeforeBody" || random.Next(2) == 0 ? "00:00:00.02" : "-00:00:00.001";
        }

        switch (kind)
        {
            case "Status":
                int status = random.Next(4) == 0 ? random.Next(400, 600) : random.Next(3) == 0 ? Pick(random, [200, 201, 202]) : Pick(random, s_statuses);

                // That something is not there which is would be a lie, which nobody can tell from the truth.
                status = status == 404 ? 405 : status;
                fault["Status"] = status;
                string? body = status < 300 ? Pick(random, s_refusals) : random.Next(3) == 0 ? Pick(random, s_errorBodies) : null;
                Add("Body", body);
                Add("RetryAfter", status is 429 or 503 or 500 or 302 ? Pick(random, s_waits) : null);
                Add("Location", status is >= 300 and < 400 ? "/elsewhere" : null);
                break;
            case "SlowRequest" or "SlowAnswer":
                fault["BytesPerSecond"] = Pick(random, [20_000, 60_000, 200_000]);
                break;
            case "ContentType":
                fault["ContentType"] = Pick(random, ["text/html", "text/plain", string.Empty, "application/xml"]);
                Add("Body", Pick(random, [null, null, "<html>Sign in</html>", "OK", string.Empty]));
                break;
            case "PageSizeCapped":
                fault["PageSize"] = random.Next(1, 4);
                break;
            case "IgnoredParameters":
                fault["Parameters"] = random.Next(3) == 0 ? Array.Empty<string>() : s_parameters.Where(_ => random.Next(2) == 0).ToArray();
                break;
            case "Delay" or "DropBeforeBody" or "DropAfterBody" or "DropAnswer" or "DropInAnswer" or "TruncatedJson" or "GarbledJson" or "RepeatedPage" or "TotalAsPages" or "TotalAsItems":
                break;
            default:
                throw new NotSupportedException($"The sweep does not know the fault {kind}.");
        }

        // Those that meet lists or changes only wait for one anyway.
        if (kind is not ("RepeatedPage" or "TotalAsPages" or "TotalAsItems" or "PageSizeCapped" or "IgnoredParameters"))
        {
            fault["Skip"] = request;
        }

        return new Fault(kind, string.Join(", ", fault.Keys.Cast<string>().Order(StringComparer.Ordinal).Where(key => key != "Kind").Select(key => $"{key}={Text(fault[key])}"))) { OfSandbox = fault };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                fault[name] = value;
            }
        }
    }

    public override string ToString() => $"[{Name} {Phase}]";

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string? Text(object? value) => value is string[] names ? string.Join("+", names) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
