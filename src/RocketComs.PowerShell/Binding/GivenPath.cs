namespace RocketComs.PowerShell.Binding;

/// <summary>A path as it was given; two spellings of one file are equal.</summary>
/// <param name="text">The path.</param>
/// <param name="fullPath">Makes it absolute.</param>
internal sealed class GivenPath(string text, Func<string, string> fullPath)
{
    /// <summary>Gets the path as it was given.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GivenPath other && (Text == other.Text || PathResolver.Comparer.Equals(fullPath(Text), fullPath(other.Text)));

    /// <inheritdoc/>
    public override int GetHashCode() => PathResolver.Comparer.GetHashCode(fullPath(Text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
