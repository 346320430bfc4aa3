using System.Globalization;
using System.Text.Json.Nodes;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>Holds what the platform has at the end of a round against what the journal says.</summary>
internal static class BatchSoakJudge
{
    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(16);

    /// <summary>A line of the journal, as it would be if more time had passed since.</summary>
    public static string Aged(string line)
    {
        JsonNode json = JsonNode.Parse(line)!;
        json["time"] = ((DateTimeOffset)json["time"]! - s_age).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return json.ToJsonString();
    }

    /// <summary>What is wrong.</summary>
    /// <param name="sandbox">The platform.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="count">How many batches there must be.</param>
    /// <param name="unknown">The writes that were not known at first.</param>
    /// <param name="told">The creations that stay unknown, though their batch is known.</param>
    public static IReadOnlyList<string> Flaws(TestSandbox sandbox, string journal, int count, out int unknown, out int told)
    {
        List<string> flaws = [];
        JsonNode[][] writes = [.. File.ReadAllLines(journal).Select(line => JsonNode.Parse(line)!).GroupBy(line => (string)line["writeId"]!).Select(lines => lines.ToArray())];
        JsonObject[] batches = [.. SandboxState.ReadAsync(sandbox.BaseUri, "v1/batches").GetAwaiter().GetResult().All];
        if (batches.Length != count || batches.Select(batch => (string)batch["externalId"]!).Distinct().Count() != count)
        {
            flaws.Add($"{batches.Length} batches, of {count}");
        }

        flaws.AddRange(writes.Where(write => (string)write[0]["outcome"]! != "Begun" || write.Length < 2).Select(write => $"a write without its two lines: {write[0]["command"]}"));
        ILookup<string?, JsonNode[]> ofBatch = writes.ToLookup(write => (string?)write[^1]["batchId"]);
        ILookup<string?, JsonNode[]> creations = writes.Where(write => (string)write[0]["command"]! == "New-RcBatch").ToLookup(write => (string?)write[0]["externalId"]);
        int stays = 0;
        foreach (JsonObject batch in batches)
        {
            (string id, string name, string status) = ((string)batch["id"]!, (string)batch["externalId"]!, (string)batch["status"]!);
            int scheduled = ofBatch[id].Count(write => Is(write, "action", "Schedule") && Is(write, "outcome", "Done"));
            if (status != "COMPLETED" || scheduled != 1)
            {
                flaws.Add($"{name} is {status}, and by the journal it was scheduled {scheduled} times");
            }

            // One made it, and the journal says so, or that it is not known.
            JsonNode[][] made = [.. creations[name].Where(write => !Is(write, "outcome", "Refused"))];
            stays += made.Count(write => Is(write, "outcome", "Unknown") && Is(write, "action", "Validate"));
            if (made.Length == 0 || made.Count(write => Is(write, "outcome", "Done")) > 1)
            {
                flaws.Add($"{name} is there, and by the journal nobody or more than one made it");
            }
        }

        unknown = writes.Count(write => write.Any(line => (string)line["outcome"]! == "Unknown"));
        told = stays;
        int left = writes.Count(write => Is(write, "outcome", "Unknown")) - stays;
        flaws.AddRange(left == 0 ? [] : writes.Where(write => Is(write, "outcome", "Unknown") && !(Is(write, "action", "Validate") && Is(write, "command", "New-RcBatch")))
            .Select(write => $"stays unknown: {write[^1].ToJsonString()}"));
        return flaws;
    }

    // Of its last line: that is what holds.
    private static bool Is(JsonNode[] write, string field, string value) => (string?)write[^1][field] == value;
}
