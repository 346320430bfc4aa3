using System.Text;

namespace RocketComs.Core.Http.Transport;

/// <summary>One call of the API, before it becomes a request on the wire.</summary>
public sealed record ApiRequest
{
    /// <summary>Initializes a call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path without a leading slash, such as <c>v1/batches</c>; escaped already.</param>
    public ApiRequest(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>Gets the method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Gets the path without a leading slash.</summary>
    public string Path { get; }

    /// <summary>Gets the query parameters, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets what makes the body, once for each try; it is told of every byte that leaves.</summary>
    public Func<Action<long>, HttpContent>? Content { get; init; }

    /// <summary>Gets whether the call goes without an <c>Authorization</c> header: login and refresh.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets whether the call changes something, and so must not be repeated when its answer is lost.</summary>
    public bool IsWrite => Method != HttpMethod.Get && Method != HttpMethod.Head && !IsAnonymous;

    /// <summary>Gets what to do when the answer to a write was lost.</summary>
    public string HowToFindOut { get; init; } = "Look at the platform before you send it again.";

    /// <summary>Gets a listener to the bytes of the body that have left, and to how many they are in all (<see langword="null"/> if that is not known).</summary>
    public Action<long, long?>? Uploaded { get; init; }

    /// <summary>Gets a listener to every try, called on any thread.</summary>
    public Action<ClientTrace>? Traced { get; init; }

    /// <summary>Gets the secrets in the body, which no error may show.</summary>
    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the call for messages: method and path, never the query, which can carry message text.</summary>
    public string Name => $"{Method.Method} /{Path}";

    /// <summary>Path and query, relative to the base URI.</summary>
    internal string ToRelativeUri()
    {
        if (Query.Count == 0)
        {
            return Path;
        }

        StringBuilder uri = new(Path);
        char separator = '?';
        foreach (KeyValuePair<string, string> parameter in Query)
        {
            uri.Append(separator).Append(Uri.EscapeDataString(parameter.Key)).Append('=').Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        return uri.ToString();
    }
}
