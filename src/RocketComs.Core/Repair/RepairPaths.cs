using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Repair;

/// <summary>Refuses places for the repaired file and for the rows that are set aside where something would be lost.</summary>
internal static class RepairPaths
{
    /// <summary>Looks at the places before anything is read or written.</summary>
    /// <param name="source">The file that is repaired.</param>
    /// <param name="options">The places.</param>
    /// <exception cref="InvalidParameterException">A place is the file itself, a folder, the other place, or taken.</exception>
    /// <exception cref="BatchFileException">The folder of a place is missing, or what stands there is in use.</exception>
    public static void Require(BatchSource source, RepairOptions options)
    {
        RequireFree("Destination", options.Destination, source);
        if (options.RejectedPath is { } rejected)
        {
            RequireFree("RejectedPath", rejected, source);

            // Ignoring case: whether the volume does cannot be told before there is a file.
            if (string.Equals(Path.GetFullPath(rejected), Path.GetFullPath(options.Destination), StringComparison.OrdinalIgnoreCase) || SameFile.Is(options.Destination, rejected))
            {
                throw OnePlace(rejected);
            }
        }

        if (File.Exists(options.Destination) && !options.Overwrite)
        {
            throw new InvalidParameterException(
                "Destination", options.Destination, $"'{options.Destination}' already exists.", "Give another path, or -Force to replace the file.");
        }
    }

    /// <summary>Refuses two places that are one through a link to their folder: what is written to one shows in the folder of the other.</summary>
    /// <param name="destination">The repaired file, under way.</param>
    /// <param name="rejected">The rows that are set aside, under way.</param>
    /// <exception cref="InvalidParameterException">They have one place.</exception>
    public static void RequireTwo(ReplacingFile destination, ReplacingFile rejected)
    {
        string seen = Path.Combine(Path.GetDirectoryName(destination.Path)!, Path.GetFileName(rejected.TemporaryPath));
        if (string.Equals(Path.GetFileName(destination.Path), Path.GetFileName(rejected.Path), StringComparison.OrdinalIgnoreCase) && File.Exists(seen))
        {
            throw OnePlace(rejected.Path);
        }
    }

    private static void RequireFree(string parameter, string path, BatchSource source)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidParameterException(parameter, path, $"'{path}' is a folder.", "Give the path of a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new BatchFileException(path, $"There is no folder '{Path.GetDirectoryName(path)}'.", "Make the folder, or give another path.");
        }

        if (source.Path is { } original && SameFile.Is(original, path))
        {
            throw new InvalidParameterException(
                parameter, path, $"-{parameter} is '{original}', the file to repair; it is never overwritten.", "Give another path.");
        }
    }

    private static InvalidParameterException OnePlace(string path) => new(
        "RejectedPath", path, $"-RejectedPath and -Destination are one file, '{path}'; the one would replace the other.", "Give two paths.");
}
