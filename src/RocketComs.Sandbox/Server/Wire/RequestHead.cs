namespace RocketComs.Sandbox.Server.Wire;

/// <summary>What stands before the body of a request: RFC 9112, sections 2 to 6.</summary>
internal sealed record RequestHead
{
    /// <summary>Gets the method as it was sent; methods are case-sensitive.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the request target as it stood in the request line: ASCII without blanks, nothing decoded.</summary>
    public required string Target { get; init; }

    /// <summary>Gets whether the client speaks HTTP/1.1; otherwise it speaks HTTP/1.0.</summary>
    public required bool IsHttp11 { get; init; }

    /// <summary>Gets the headers by name, whatever the case; the values of one that came twice are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the bytes of the body; <see langword="null"/> when it comes in chunks.</summary>
    public long? ContentLength { get; init; } = 0;

    /// <summary>Gets whether the body comes in chunks.</summary>
    public bool IsChunked => ContentLength is null;

    /// <summary>Gets whether the client waits with the body until it is told to go on.</summary>
    public bool ExpectsContinue { get; init; }

    /// <summary>Gets whether the connection ends with this request. Here it always does for HTTP/1.0.</summary>
    public bool IsLast => !IsHttp11 || HasToken("Connection", "close");

    private bool HasToken(string name, string token) =>
        Headers.TryGetValue(name, out string? value)
        && Array.Exists(value.Split([',']), item => item.Trim().Equals(token, StringComparison.OrdinalIgnoreCase));
}
