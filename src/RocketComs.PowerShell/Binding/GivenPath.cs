namespace RocketComs.PowerShell.Binding;

/// <summary>A path as it was given; two spellings of one file are equal.</summary>
/// <param name="text">The path.</param>
/// <param name="fullPath">Makes it absolute.</param>
internal sealed class GivenPath(string text, Func<string, string> fullPath)
{
    /// <summary>Gets the path as it was given.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a text is the path of another file: one that is there, or of the same kind.</summary>
    /// <param name="text">The text.</param>
    public bool IsOtherFile(string text) =>
        text.Length > 0
        && (string.Equals(Path.GetExtension(text), Path.GetExtension(Text), StringComparison.OrdinalIgnoreCase) || File.Exists(fullPath(text)))
        && !Equals(new GivenPath(text, fullPath));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GivenPath other && (Text == other.Text || PathResolver.Comparer.Equals(fullPath(Text), fullPath(other.Text)));

    /// <inheritdoc/>
    public override int GetHashCode() => PathResolver.Comparer.GetHashCode(fullPath(Text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
