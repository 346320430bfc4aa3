using System.Text;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Writes the rows with errors as they stood, nothing added, so that they can be repaired and sent.</summary>
/// <remarks>Initializes the writer.</remarks>
/// <param name="target">Where to; <see langword="null"/> for nowhere.</param>
/// <param name="lineEnd">What ends the lines of the file.</param>
internal sealed class RejectedRows(Stream? target, string lineEnd)
{
    private readonly Stream? _target = target;
    private readonly byte[] _lineEnd = Encoding.ASCII.GetBytes(lineEnd);

    /// <summary>Adds a row; <see langword="null"/> for one without errors.</summary>
    public void Add(byte[]? raw)
    {
        if (_target is not null && raw is not null)
        {
            byte[] row = [.. raw, .. _lineEnd];
            _target.Write(row, 0, row.Length);
        }
    }
}
