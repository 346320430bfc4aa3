using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Splitting;

/// <summary>Where the parts and their plan stand, and what must not be lost there.</summary>
/// <param name="source">The file that is split.</param>
/// <param name="options">Where to.</param>
internal sealed class SplitPlaces(BatchSource source, BatchSplitOptions options)
{
    private const string Parameter = nameof(options.Destination);

    // A reference that begins like a formula is another one after a spreadsheet has had the plan.
    private readonly string _name = Path.GetFileNameWithoutExtension(source.FileName).TrimStart('=', '+', '-', '@', '\t', '\r', ' ') is { Length: > 0 } name ? name : "part";
    private readonly string _extension = Path.GetExtension(source.FileName) is { Length: > 0 } extension ? extension : ".csv";
    private readonly List<string> _made = [];

    /// <summary>The full path of the plan.</summary>
    public string Plan => Path.Combine(options.Destination, BatchSplitOptions.PlanFileName);

    /// <summary>The reference of a part.</summary>
    /// <param name="name">What tells it from the others.</param>
    public string ExternalId(string name) => $"{_name}-{name}";

    /// <summary>The full path of a part.</summary>
    /// <param name="name">What tells it from the others.</param>
    public string PathOf(string name) => Path.Combine(options.Destination, ExternalId(name) + _extension);

    /// <summary>Looks at the folder and the plan before anything is read or written.</summary>
    /// <exception cref="InvalidParameterException">The folder is a file, or the plan is taken or the file itself.</exception>
    public void RequirePlan()
    {
        if (File.Exists(options.Destination))
        {
            throw new InvalidParameterException(Parameter, options.Destination, $"'{options.Destination}' is a file, and the parts need a folder.", "Give the path of a folder; it is made if it is not there.");
        }

        RequireAll([Plan]);
    }

    /// <summary>Looks at the places of files.</summary>
    /// <exception cref="InvalidParameterException">One of them is taken, or the file that is split.</exception>
    public void RequireAll(IEnumerable<string> paths)
    {
        if (!Directory.Exists(options.Destination))
        {
            return;
        }

        foreach (string path in paths)
        {
            OutputPath.RequireOther(Parameter, path, source.Path);
            OutputPath.Require(Parameter, path, options.Overwrite);
        }
    }

    /// <summary>Makes the folder, if it is not there.</summary>
    /// <exception cref="BatchFileException">It cannot be made.</exception>
    public void MakeFolder() => ReplacingFile.Guard(options.Destination, () =>
    {
        string full = Path.GetFullPath(options.Destination).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        for (string? folder = full; !string.IsNullOrEmpty(folder) && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            _made.Add(folder);
        }

        Directory.CreateDirectory(options.Destination);
    });

    /// <summary>Removes the folder, and those above it, if they were made for nothing.</summary>
    public void RemoveFolder()
    {
        foreach (string folder in _made.TakeWhile(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>The names of parts from before, however the file was split then, that are none now.</summary>
    /// <param name="paths">The parts that there are now.</param>
    public string[] Leftovers(IEnumerable<string> paths)
    {
        if (!Directory.Exists(options.Destination))
        {
            return [];
        }

        HashSet<string> now = [.. paths.Select(path => Path.GetFileName(path)!)];
        return
        [
            .. Directory.EnumerateFiles(options.Destination)
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !now.Contains(name) && IsPart(name))
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
    }

    private bool IsPart(string name) =>
        name.StartsWith(_name + "-", StringComparison.Ordinal)
        && name.EndsWith(_extension, StringComparison.Ordinal)
        && name.Length > _name.Length + _extension.Length + 1
        && RowChoice.IsName(name.Substring(_name.Length + 1, name.Length - _name.Length - 1 - _extension.Length));
}
