using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Connections;

/// <summary>Refuses credentials that would reach the platform as others than were given. None is ever shown: the halves get mixed up easily.</summary>
internal static class CredentialText
{
    private const int ShownCharacters = 4;
    private const int ShortestCut = 8;

    /// <summary>The beginning of an API key, by which its owner knows it: what is shown, exported or written to a journal may be read by others.</summary>
    /// <param name="key">The key. Of a short one nothing is shown.</param>
    public static string Shown(string key) => (key.Length < ShortestCut ? string.Empty : key.Substring(0, ShownCharacters)) + "…";

    /// <summary>Refuses an empty text, control characters such as the line end of a file, and halves of characters.</summary>
    /// <param name="source">The parameter or environment variable.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidParameterException">It cannot be sent as it is.</exception>
    public static void Check(string source, string what, string text)
    {
        string? fault = text.Length == 0 ? "is empty"
            : text.Any(char.IsControl) ? "holds a control character, such as a line end or a tab"
            : LoneSurrogate.IndexIn(text) >= 0 ? "holds half of a character, which cannot be sent"
            : null;
        if (fault is not null)
        {
            throw new InvalidParameterException(source, null, $"The {what} {fault}. Nothing was sent.", $"Give the {what} exactly as it was issued; of a text from a file, Trim() takes the line end away.");
        }
    }
}
