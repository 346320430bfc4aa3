using System.Text;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Repair;

/// <summary>The file for the rows that are set aside, as they stood, nothing added, so that they can be repaired and sent.</summary>
/// <remarks>Initializes the file.</remarks>
/// <param name="path">The full path of its place.</param>
/// <param name="lineEnd">What ends the lines of the original.</param>
/// <exception cref="Errors.BatchFileException">It cannot be written.</exception>
internal sealed class RejectedRowsFile(string path, string lineEnd) : IDisposable
{
    private readonly byte[] _lineEnd = Encoding.ASCII.GetBytes(lineEnd);

    /// <summary>Gets the file.</summary>
    public ReplacingFile File { get; } = new ReplacingFile(path);

    /// <summary>Adds a row.</summary>
    /// <param name="raw">The row as it stands in the original, without the line break that ends it.</param>
    public void Add(ReadOnlySpan<byte> raw)
    {
        // A quote that is never closed takes in the end of its last line.
        bool hasLineEnd = raw.Length > 0 && raw[raw.Length - 1] is (byte)'\r' or (byte)'\n';
        byte[] row = hasLineEnd ? raw.ToArray() : [.. raw, .. _lineEnd];
        ReplacingFile.Guard(File.Path, () => File.Stream.Write(row, 0, row.Length));
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();
}
