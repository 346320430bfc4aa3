using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Runtime.InteropServices;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Finds the files that a path means: the file of that very name first, then those that its wildcards match.</summary>
internal static class PathResolver
{
    /// <summary>Gets what tells whether two full paths are spelled for one file: Linux alone is strict about letter case.</summary>
    public static StringComparer Comparer { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The full paths of the files.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="fullPath">The same, made absolute and taken literally.</param>
    /// <exception cref="BatchFileException">No file matches.</exception>
    public static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, string path, string fullPath)
    {
        if (File.Exists(fullPath) || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [fullPath];
        }

        Collection<string> matches;
        try
        {
            matches = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException)
        {
            matches = [];
        }

        List<string> files = [];
        foreach (string match in matches)
        {
            if (File.Exists(match))
            {
                files.Add(match);
            }
        }

        return files.Count > 0 ? files : throw new BatchFileException(path, $"No file matches '{path}'.", "Check the path; a relative one begins at the current location.");
    }
}
