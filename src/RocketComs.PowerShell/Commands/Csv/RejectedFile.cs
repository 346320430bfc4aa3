using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>The file for rows with errors. It takes its place when all is checked, and never the place of a file that was checked.</summary>
/// <param name="given">The path as the user wrote it.</param>
/// <param name="path">The full path.</param>
internal sealed class RejectedFile(string given, string path) : IDisposable
{
    private readonly ReplacingFile _file = new(path);

    public Stream Stream => _file.Stream;

    /// <summary>Refuses a file that would be overwritten with its own bad rows.</summary>
    /// <param name="checkedPath">The full path of a file that is to be checked.</param>
    /// <exception cref="InvalidParameterException">It is this file's place.</exception>
    public void RequireOther(string checkedPath)
    {
        if (string.Equals(_file.Path, checkedPath, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                "RejectedPath", given, $"-RejectedPath is '{checkedPath}', a file that is checked; it would be overwritten. It was left as it is.", "Give another file.");
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit() => _file.Commit(overwrite: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
