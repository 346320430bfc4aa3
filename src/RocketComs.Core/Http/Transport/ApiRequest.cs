using System.Text.RegularExpressions;
using RocketComs.Core.Json;

namespace RocketComs.Core.Http.Transport;

/// <summary>One call of the API, before it becomes a request on the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path without a leading slash, such as <c>v1/batches</c>; escaped already.</param>
public sealed record ApiRequest(HttpMethod Method, string Path)
{
    /// <summary>Gets the query parameters, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets what makes the body, once for each try. It is given what to call with the number of bytes just sent.</summary>
    public Func<Action<long>, HttpContent>? Content { get; init; }

    /// <summary>Gets whether the call goes without an <c>Authorization</c> header: login and refresh.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets whether the call changes something, and so must not be repeated when its answer is lost.</summary>
    public bool IsWrite => Method != HttpMethod.Get && Method != HttpMethod.Head && !IsAnonymous;

    /// <summary>Gets what a write asks for, by its method and its path: the members of a list are removed, and what is on its way is stopped, by a POST.</summary>
    internal Deed Deed => Method.Method switch
    {
        "DELETE" => Deed.Remove,
        "POST" when Regex.IsMatch(Path, "/(members|cancel)/?$") => Deed.Update | Deed.Remove,
        "POST" when Regex.IsMatch(Path, "(^|/)messages/") => Deed.Send,
        "POST" => Deed.Make,
        _ => Deed.Update,
    };

    /// <summary>Gets what to do when the answer to a write was lost.</summary>
    public string HowToFindOut { get; init; } = "Check on the platform before you send it again.";

    /// <summary>Gets what is called, on any thread, with the bytes of the body sent so far and in all (<see langword="null"/> if that is not known).</summary>
    public Action<long, long?>? Uploaded { get; init; }

    /// <summary>Gets what is called after every try and before every pause, on any thread.</summary>
    public Action<ClientTrace>? Traced { get; init; }

    /// <summary>Gets the secrets in the body, which no error may show.</summary>
    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the call for messages: method and path, never the query, which can carry message text.</summary>
    public string Name => $"{Method.Method} /{Path}";

    /// <summary>Path and query, relative to the base URI.</summary>
    internal string ToRelativeUri() => Query.Count == 0
        ? Path
        : $"{Path}?{string.Join("&", Query.Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"))}";
}
