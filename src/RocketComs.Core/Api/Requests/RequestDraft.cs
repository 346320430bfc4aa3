using RocketComs.Core.Errors;

namespace RocketComs.Core.Api.Requests;

/// <summary>A call of the API that the module has no command for, before it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path, with the query that followed it.</param>
public sealed record RequestDraft(HttpMethod Method, RequestPath Target)
{
    // Escaped, one character can take nine.
    private const int MaximumAddressLength = 7000;

    /// <summary>Gets the query parameters beside those of the path.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> MoreQuery { get; init; } = [];

    /// <summary>Gets the JSON body; <see langword="null"/> for none.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Gets the parts of a form, texts and <see cref="Csv.FileSource"/>s; <see langword="null"/> for none.</summary>
    public IReadOnlyList<KeyValuePair<string, object>>? Form { get; init; }

    /// <summary>Gets whether all pages of a list are asked for.</summary>
    public bool FollowsPages { get; init; }

    /// <summary>Gets all query parameters: those of the path first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => [.. Target.Query, .. MoreQuery];

    /// <summary>Gets whether the call changes nothing.</summary>
    public bool IsRead => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Refuses what does not go together, and an address that is too long for any request.</summary>
    /// <exception cref="InvalidParameterException">A change at a path with an empty segment, a body with a method that has none, two bodies, a page of its own beside those that are followed, or a very long query.</exception>
    public void Check()
    {
        // "v1/batches/$id" without an id would change the collection.
        if (!IsRead && Uri.UnescapeDataString(Target.Path).Split('/', '\\').Any(string.IsNullOrWhiteSpace))
        {
            throw new InvalidParameterException(
                "Path",
                Target.Path,
                $"-Path '{Target.Path}' has an empty segment, and {Method.Method} changes what it names. Nothing was sent.",
                "Look for a variable that is empty; remove a slash that is doubled or at the end.");
        }

        if (Json is not null && Form is not null)
        {
            throw new InvalidParameterException("Form", null, "-Body and -Form cannot be used together. Nothing was sent.", "Give one of them: -Body for JSON, -Form for files and fields.");
        }

        if ((Json is not null || Form is not null) && (IsRead || Method == HttpMethod.Delete))
        {
            string name = Json is not null ? "Body" : "Form";
            throw new InvalidParameterException(name, null, $"-{name} cannot be used with {Method.Method}. Nothing was sent.", "Give -Method POST, PUT or PATCH, or put the values into -Query.");
        }

        // Servers take an address of 8,000 bytes or so; past 65,000 .NET makes no Uri of it.
        if (Target.Path.Length + Query.Sum(pair => pair.Key.Length + pair.Value.Length + 2) > MaximumAddressLength)
        {
            throw new InvalidParameterException("Query", null, "Path and query are too long for any request. Nothing was sent.", "Put long values into -Body or -Form, or ask for less at a time.");
        }

        if (FollowsPages && Method != HttpMethod.Get)
        {
            throw new InvalidParameterException("FollowPages", Method.Method, $"-FollowPages cannot be used with {Method.Method}: only a GET is read page by page.", "Leave -FollowPages out.");
        }

        if (FollowsPages && Query.Select(pair => pair.Key).FirstOrDefault(name => name is "page" or "pageSize") is { } own)
        {
            throw new InvalidParameterException("Query", own, $"-FollowPages asks for the pages itself, but the query has a {own} too.", "Leave it out, or ask for the one page without -FollowPages.");
        }
    }
}
