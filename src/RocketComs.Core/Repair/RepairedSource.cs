using RocketComs.Core.Csv;

namespace RocketComs.Core.Repair;

/// <summary>A batch file as it would be with every row repaired that can be, and without the others: made anew each time it is opened.</summary>
/// <remarks>Initializes the source.</remarks>
/// <param name="original">The file as it is, in an encoding that can be read.</param>
/// <param name="separator">What parts its columns.</param>
/// <param name="repairer">What repairs its rows.</param>
/// <param name="cancellationToken">Stops the reading between two rows.</param>
internal sealed class RepairedSource(BatchSource original, char separator, RowRepairer repairer, CancellationToken cancellationToken) : BatchSource
{
    private readonly BatchSource _original = original;
    private readonly char _separator = separator;
    private readonly RowRepairer _repairer = repairer;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    /// <inheritdoc/>
    public override string? Path => _original.Path;

    /// <inheritdoc/>
    public override string FileName => _original.FileName;

    /// <inheritdoc/>
    internal override bool IsOwn => true;

    /// <inheritdoc/>
    public override Stream Open() => new RepairedStream(new BatchRowReader(_original, _separator), _repairer, _cancellationToken);
}
