using RocketComs.Core.Csv;

namespace RocketComs.Core.Repair;

/// <summary>A batch file as it would be with every row mended that can be, and without the others: made anew each time it is opened.</summary>
internal sealed class MendedSource : BatchSource
{
    private readonly BatchSource _original;
    private readonly char _separator;
    private readonly RowMender _mender;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Initializes the source.</summary>
    /// <param name="original">The file as it is, in an encoding that can be read.</param>
    /// <param name="separator">What parts its columns.</param>
    /// <param name="mender">What mends its rows.</param>
    /// <param name="cancellationToken">Stops the reading between two rows.</param>
    public MendedSource(BatchSource original, char separator, RowMender mender, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _original = original;
        _separator = separator;
        _mender = mender;
    }

    /// <inheritdoc/>
    public override string? Path => _original.Path;

    /// <inheritdoc/>
    public override string FileName => _original.FileName;

    /// <inheritdoc/>
    internal override bool IsOwn => true;

    /// <inheritdoc/>
    public override Stream Open() => new MendedStream(new BatchRowReader(_original, _separator), _mender, _cancellationToken);
}
