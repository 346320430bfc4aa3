using System.Text;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Server.Faults;

/// <summary>Changes an answer as a fault demands.</summary>
internal static class FaultyAnswer
{
    /// <summary>The answer of kind <c>Status</c>, which never looks at the request.</summary>
    public static Answer OfStatus(RcSandboxFault fault, DateTimeOffset now)
    {
        int status = fault.Status ?? 503;
        Answer answer = fault.Body is null
            ? Answer.Error(status, $"The sandbox was told to answer {status}", now)
            : new Answer(status, fault.Body.TrimStart().StartsWith("<", StringComparison.Ordinal) ? "text/html" : "application/json", Encoding.UTF8.GetBytes(fault.Body));
        return answer with { ContentType = fault.ContentType ?? answer.ContentType, RetryAfter = fault.RetryAfter, Location = fault.Location };
    }

    /// <summary>The answer as it is sent; unchanged for most kinds.</summary>
    public static Answer For(RcSandboxFault fault, Answer answer) => fault.Kind switch
    {
        RcSandboxFaultKind.TruncatedJson => answer with { Body = answer.Body.AsSpan(0, answer.Body.Length / 2).ToArray() },
        RcSandboxFaultKind.GarbledJson => answer with { Body = Garbled(answer.Body) },
        RcSandboxFaultKind.ContentType => answer with
        {
            ContentType = fault.ContentType ?? "text/html",
            Body = fault.Body is null ? answer.Body : Encoding.UTF8.GetBytes(fault.Body),
        },
        RcSandboxFaultKind.TotalAsPages => WithTotalAsPages(answer),
        _ => answer,
    };

    private static byte[] Garbled(byte[] body)
    {
        // JSON has no single quotes. Where the body has no quotes at all, the broken last bracket makes it invalid.
        byte[] garbled = Array.ConvertAll(body, value => value == (byte)'"' ? (byte)'\'' : value);
        if (garbled.Length > 0)
        {
            garbled[garbled.Length - 1] = (byte)',';
        }

        return garbled;
    }

    private static Answer WithTotalAsPages(Answer answer)
    {
        // A refusal has no total.
        if (JsonNode.Parse(answer.Body) is not JsonObject root || (root["result"] ?? root) is not JsonObject page || page["total"] is null)
        {
            return answer;
        }

        int items = page["total"]!.GetValue<int>();
        int pageSize = page["pageSize"]!.GetValue<int>();
        page["total"] = (items + pageSize - 1) / pageSize;
        return Answer.Bare(root, answer.Status);
    }
}
