using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RocketComs.Sandbox.Server.Readings;

/// <summary>Changes an answer as another reading of the documentation would give it.</summary>
internal static class OtherAnswer
{
    private static readonly Regex s_moment = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", RegexOptions.CultureInvariant);
    private static readonly string[] s_dates = ["startDate", "endDate"];
    private static readonly string[] s_times = ["startTime", "endTime"];

    /// <summary>The answer as it is sent; unchanged where the reading is about requests, or about other answers.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="answer">The answer as the module reads the documentation.</param>
    public static Answer For(RcSandboxReading reading, RcSandboxRequest request, Answer answer)
    {
        if (answer.Status is < 200 or >= 300)
        {
            return answer;
        }

        if (reading == RcSandboxReading.RemovalPassedOver && OtherRequest.IsRemoval(request))
        {
            return Answer.Text("200 Batch was successfully deleted");
        }

        JsonNode? root = answer.ContentType == "application/json" ? JsonNode.Parse(answer.Body) : null;
        return root is not null && Change(reading, request, root) is { } changed ? Answer.Bare(changed, answer.Status) : answer;
    }

    private static JsonNode? Change(RcSandboxReading reading, RcSandboxRequest request, JsonNode root) => reading switch
    {
        RcSandboxReading.TotalOfPages => OfPage(root, page => page["total"] = (Count(page["total"]) + Count(page["pageSize"]) - 1) / Count(page["pageSize"])),
        RcSandboxReading.TotalOfPage => OfPage(root, page => page["total"] = page["content"]!.AsArray().Count),
        RcSandboxReading.NoEnvelope => Enveloped(root),
        RcSandboxReading.OtherEnvelope => Enveloped(root) is { } result ? new JsonObject { ["code"] = 0, ["data"] = result } : null,
        RcSandboxReading.ArrayLists => Items(root),
        RcSandboxReading.OptOutsInPages when request.Path.EndsWith("/optouts", StringComparison.Ordinal) => FirstPage(root.AsArray()),
        RcSandboxReading.MomentsWithoutZone => OfTexts(root, (_, text) => s_moment.IsMatch(text) ? text.TrimEnd('Z') : null),
        RcSandboxReading.MomentsAsNumbers => OfTexts(root, (_, text) => s_moment.IsMatch(text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() : null),
        RcSandboxReading.DatesAsMoments => OfTexts(root, (name, text) => s_dates.Contains(name) ? text + "T00:00:00.000Z" : null),
        RcSandboxReading.DatesWithSlashes => OfTexts(root, (name, text) => s_dates.Contains(name) ? Date(text).ToString("MM'/'dd'/'yyyy", CultureInfo.InvariantCulture) : null),
        RcSandboxReading.StartsDayEarlier => OfTexts(root, (name, text) => name == s_dates[0] ? ApiFormat.Date(Date(text).AddDays(-1)) : null),
        RcSandboxReading.TimesOfTwelveHours => OfTexts(root, (name, text) => s_times.Contains(name) ? DateTime.Today.Add(TimeSpan.Parse(text, CultureInfo.InvariantCulture)).ToString("hh':'mm tt", CultureInfo.InvariantCulture) : null),
        RcSandboxReading.LinesFromZero when request.Path.EndsWith("/errors", StringComparison.Ordinal) => OfPage(root, page => Renumber(page["content"]!.AsArray())),
        _ => null,
    };

    private static DateTime Date(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Count(JsonNode? node) => node!.GetValue<int>();

    private static JsonNode? Enveloped(JsonNode root) => root is JsonObject envelope && envelope["status"] is not null && envelope["result"] is { } result ? result.DeepClone() : null;

    private static JsonObject? Page(JsonNode root) => (root is JsonObject envelope ? envelope["result"] ?? root : null) is JsonObject page && page["content"] is JsonArray && page["total"] is not null ? page : null;

    private static JsonNode? Items(JsonNode root) => Page(root)?["content"]!.DeepClone();

    private static JsonNode? OfPage(JsonNode root, Action<JsonObject> change)
    {
        if (Page(root) is not { } page)
        {
            return null;
        }

        change(page);
        return root;
    }

    private static void Renumber(JsonArray errors)
    {
        foreach (JsonObject error in errors.OfType<JsonObject>())
        {
            error["line"] = error["line"]!.GetValue<long>() - 1;
        }
    }

    private static JsonObject FirstPage(JsonArray items) => new()
    {
        ["content"] = new JsonArray([.. items.Take(1).Select(item => item!.DeepClone())]),
        ["page"] = 0,
        ["total"] = items.Count,
        ["pageSize"] = 1,
    };

    // Every text within, by the name of its field.
    private static JsonNode OfTexts(JsonNode node, Func<string, string, JsonNode?> change)
    {
        foreach (KeyValuePair<string, JsonNode?> field in node is JsonObject fields ? fields.ToArray() : [])
        {
            if (field.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            {
                node[field.Key] = change(field.Key, value.GetValue<string>()) ?? value.DeepClone();
            }
            else if (field.Value is not null)
            {
                OfTexts(field.Value, change);
            }
        }

        foreach (JsonNode? item in node is JsonArray items ? items.ToArray() : [])
        {
            _ = item is null ? null : OfTexts(item, change);
        }

        return node;
    }
}
