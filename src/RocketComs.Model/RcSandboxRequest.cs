namespace RocketComs;

/// <summary>A request as it arrived at the sandbox.</summary>
public sealed record RcSandboxRequest
{
    /// <summary>Gets the number of the connection that it came over, from 1 in the order in which they were accepted.</summary>
    public int ConnectionId { get; init; }

    /// <summary>Gets the method, such as <c>PATCH</c>.</summary>
    public string Method { get; init; } = string.Empty;

    /// <summary>Gets the path without the query, such as <c>/v1/batches/32df8770-…</c>.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Gets the query string as it stood on the wire, without the question mark.</summary>
    public string RawQuery { get; init; } = string.Empty;

    /// <summary>Gets the query parameters, decoded, in order of arrival; a name can come twice.</summary>
    public KeyValuePair<string, string>[] Query { get; init; } = [];

    /// <summary>Gets the headers by name, whatever the case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the parts of a multipart body, in order.</summary>
    public RcSandboxPart[] Parts { get; init; } = [];

    /// <summary>Gets the bytes of any other body; of one that a fault has cut short, those that were received.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Gets the HTTP status of the answer; 0 as long as no byte of an answer has gone out.</summary>
    public int StatusCode { get; init; }

    /// <summary>Gets the fault that it met; <see langword="null"/> for none.</summary>
    public RcSandboxFaultKind? Fault { get; init; }
}

/// <summary>One part of a multipart body as it arrived at the sandbox.</summary>
public sealed record RcSandboxPart
{
    /// <summary>Gets the field name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the file name; <see langword="null"/> for a plain field.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the content type; <see langword="null"/> when none was sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the bytes.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Gets the bytes read as UTF-8.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Content);
}
