using System.Text.Json;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>Reads <c>namedRecipientsListIds</c>, in any of the ways in which an array goes into a form.</summary>
internal static class RecipientListIds
{
    private static readonly char[] s_comma = [','];

    public static IReadOnlyList<string> Parse(IReadOnlyList<string> texts, OrderedStore<StoredList> lists)
    {
        string[] ids = [.. texts.SelectMany(Split)];
        foreach (string id in ids)
        {
            if (!WireFormat.TryId(id, out _))
            {
                throw Refusal.BadRequest($"{BatchParameters.ListIds} must be UUIDs, not '{id}'");
            }

            if (lists.Find(id) is null)
            {
                throw Refusal.BadRequest($"{BatchParameters.ListIds}: recipient list {id} does not exist");
            }
        }

        return [.. ids.Select(id => lists.Get(id).Id)];
    }

    private static IEnumerable<string> Split(string text) =>
        text.TrimStart().StartsWith("[", StringComparison.Ordinal)
            ? ParseArray(text)
            : text.Split(s_comma, StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim()).Where(id => id.Length > 0);

    private static IEnumerable<string> ParseArray(string text)
    {
        try
        {
            return [.. JsonNode.Parse(text)!.AsArray().Select(node => node?.ToString() ?? string.Empty)];
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest($"{BatchParameters.ListIds} is not a JSON array");
        }
    }
}
