using RocketComs.Core.Errors;

namespace RocketComs.Core.Repair;

/// <summary>Tells whether two paths mean one file.</summary>
internal static class SameFile
{
    /// <summary>Whether two paths mean one file, also through links, or in another letter case where the volume makes no difference of it.</summary>
    /// <exception cref="BatchFileException">A program holds the other file, so that it cannot be told.</exception>
    /// <remarks>
    /// No call that both targets have gives the identity of a file. A lock does: it is on the file, whatever the path (on Windows through
    /// the sharing mode, elsewhere through the advisory lock that .NET takes for it). What can be opened alone, but no more when the first
    /// is open, is the first.
    /// </remarks>
    public static bool Is(string one, string other)
    {
        if (string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal))
        {
            return true;
        }

        if (!File.Exists(one) || !File.Exists(other))
        {
            return false;
        }

        if (!CanBeOpenedAlone(other))
        {
            throw new BatchFileException(other, $"'{other}' is in use.", "Close the program that holds the file, or give another path.");
        }

        try
        {
            using FileStream held = new(one, FileMode.Open, FileAccess.Read, FileShare.Read);
            return !CanBeOpenedAlone(other);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be opened is neither read nor replaced: its own opening says so in better words.
            return false;
        }
    }

    private static bool CanBeOpenedAlone(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            // The first can be read, so this is another.
            return true;
        }
    }
}
