namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>A method and path that is served. <c>{id}</c> in the template stands for a UUID.</summary>
internal sealed record Route(string Method, string Template, Func<RcSandboxRequest, string, Answer> Endpoint)
{
    private static readonly char[] s_slash = ['/'];
    private readonly string[] _segments = Template.Split(s_slash);

    /// <summary>Whether the path is open to callers without credentials.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The id in the path (empty when the template has none); <see langword="null"/> when the path does not match.</summary>
    public string? Match(string path)
    {
        string id = string.Empty;
        string[] segments = path.Split(s_slash);
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        for (int i = 0; i < segments.Length; i++)
        {
            if (_segments[i] == "{id}" && ApiFormat.TryId(segments[i], out Guid value))
            {
                id = ApiFormat.Id(value);
            }
            else if (_segments[i] != segments[i])
            {
                return null;
            }
        }

        return id;
    }
}
