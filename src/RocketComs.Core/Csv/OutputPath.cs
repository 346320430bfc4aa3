using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>Refuses places for files where something would be lost: what is read, what stands there unasked, and what is no file.</summary>
public static class OutputPath
{
    /// <summary>Looks at a place before anything is written.</summary>
    /// <param name="parameter">The parameter that names it, without a dash.</param>
    /// <param name="path">The full path.</param>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    /// <param name="given">The path as the user wrote it.</param>
    /// <exception cref="InvalidParameterException">The place is taken, or is no place for a file.</exception>
    /// <exception cref="BatchFileException">Its folder is missing, or what stands there is in use.</exception>
    public static void Require(string parameter, string path, bool overwrite, string? given = null)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidParameterException(parameter, given ?? path, $"'{path}' is a folder.", "Give the path of a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new BatchFileException(path, $"There is no folder '{Path.GetDirectoryName(path)}'.", "Make the folder, or give another path.");
        }

        if (!File.Exists(path))
        {
            return;
        }

        if (FileIdentity.Of(path) is { IsRegular: false })
        {
            throw new InvalidParameterException(
                parameter, given ?? path, $"'{path}' is a device or a pipe; only a file can be replaced.", "Give the path of a file.");
        }

        if (!overwrite)
        {
            throw new InvalidParameterException(parameter, given ?? path, $"'{path}' already exists.", "Give another path, or -Force to replace the file.");
        }

        if (!FileIdentity.CanBeOpenedAlone(path))
        {
            throw new BatchFileException(path, $"'{path}' is in use.", "Close the program that holds the file, or give another path.");
        }
    }

    /// <summary>Refuses a place that is a file which is read, by whatever name.</summary>
    /// <param name="parameter">The parameter that names it, without a dash.</param>
    /// <param name="path">The full path.</param>
    /// <param name="input">The full path of the file that is read; <see langword="null"/> for none.</param>
    /// <param name="given">The path as the user wrote it.</param>
    /// <exception cref="InvalidParameterException">It is that file.</exception>
    public static void RequireOther(string parameter, string path, string? input, string? given = null)
    {
        if (input is not null && FileIdentity.AreSame(input, path))
        {
            throw new InvalidParameterException(
                parameter, given ?? path, $"-{parameter} is '{input}', a file that is read; it is never overwritten. It was left as it is.", "Give another path.");
        }
    }
}
