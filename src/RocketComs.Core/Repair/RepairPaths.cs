using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Repair;

/// <summary>Refuses places for the repaired file and for the rows that are set aside where something would be lost.</summary>
internal static class RepairPaths
{
    /// <summary>Looks at the places before anything is read or written.</summary>
    /// <exception cref="InvalidParameterException">A place is the file itself, no place for a file, the other place, or taken.</exception>
    /// <exception cref="BatchFileException">The folder of a place is missing, or what stands there is in use.</exception>
    public static void Require(BatchSource source, RepairOptions options)
    {
        OutputPath.RequireOther("Destination", options.Destination, source.Path);
        if (options.RejectedPath is { } rejected)
        {
            OutputPath.RequireOther("RejectedPath", rejected, source.Path);

            // Ignoring case: whether the volume does cannot be told before there is a file.
            if (string.Equals(Path.GetFullPath(rejected), Path.GetFullPath(options.Destination), StringComparison.OrdinalIgnoreCase)
                || FileIdentity.AreSame(options.Destination, rejected))
            {
                throw OnePlace(rejected);
            }

            OutputPath.Require("RejectedPath", rejected, options.Overwrite);
        }

        OutputPath.Require("Destination", options.Destination, options.Overwrite);
    }

    /// <summary>Refuses two places that are one through a link to their folder: what is written to one shows in the folder of the other.</summary>
    /// <exception cref="InvalidParameterException">They have one place.</exception>
    public static void RequireTwo(ReplacingFile destination, ReplacingFile rejected)
    {
        string seen = Path.Combine(Path.GetDirectoryName(rejected.Path)!, Path.GetFileName(destination.TemporaryPath));
        if (string.Equals(Path.GetFileName(destination.Path), Path.GetFileName(rejected.Path), StringComparison.OrdinalIgnoreCase) && File.Exists(seen))
        {
            throw OnePlace(rejected.Path);
        }
    }

    private static InvalidParameterException OnePlace(string path) => new(
        "RejectedPath", path, $"-RejectedPath and -Destination are one file, '{path}'; the one would replace the other.", "Give two paths.");
}
