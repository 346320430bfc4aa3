using System.Collections.Generic;
using System.Linq;
using System.Net.Http;

namespace RocketComs.Core.Requests;

/// <summary>Which calls spend money or destroy something, and so are asked about first.</summary>
/// <remarks>
/// Sources: API pages "Create a Campaign Batch", "Update a Campaign Batch" (an action that is not given is <c>SCHEDULE</c>), "Send a Message",
/// and those on removals. Paths are judged as a lenient server would read them.
/// </remarks>
public static class RequestRisk
{
    private const string Charged = "It can send messages, which are charged; nothing documented stops them.";

    /// <summary>What is at stake, in a sentence; <see langword="null"/> for nothing.</summary>
    /// <param name="draft">The call.</param>
    public static string? Of(RequestDraft draft)
    {
        if (draft.IsRead)
        {
            return null;
        }

        if (draft.Method == HttpMethod.Delete)
        {
            return "It removes something; nothing documented brings it back.";
        }

        return RequestPath.Segments(draft.Target.Path).SkipWhile(IsVersion).FirstOrDefault() switch
        {
            "batches" when !IsValidation(draft) => Charged,
            "messages" => Charged,
            _ => null,
        };
    }

    // There is none where the base URI has it already.
    private static bool IsVersion(string segment) => segment.Length > 1 && segment[0] == 'v' && segment.Skip(1).All(char.IsDigit);

    // As the platform writes it, and nothing else beside it: what it does not understand may mean the default to it, which schedules.
    private static bool IsValidation(RequestDraft draft)
    {
        IEnumerable<object> query = draft.Query.Where(pair => pair.Key == "action").Select(pair => (object)pair.Value);
        IEnumerable<object> form = (draft.Form ?? []).Where(pair => pair.Key == "action").Select(pair => pair.Value);
        object[] actions = [.. query, .. form];
        return actions.Length > 0 && actions.All(action => action is "VALIDATE");
    }
}
