namespace RocketComs;

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
