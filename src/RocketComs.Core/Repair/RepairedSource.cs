using CsvHelper;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Repair;

/// <summary>A batch file as it would be with every row repaired that can be, and without the others: made anew each time it is opened.</summary>
/// <param name="original">The file as it is, in an encoding that can be read.</param>
/// <param name="repairer">What repairs its rows.</param>
/// <param name="cancellationToken">Stops the reading between two rows.</param>
internal sealed class RepairedSource(BatchSource original, RowRepairer repairer, CancellationToken cancellationToken) : BatchSource
{
    public override string? Path => original.Path;

    public override string FileName => original.FileName;

    internal override bool IsGenerated => true;

    public override Stream Open() => new RepairedStream(new BatchRowReader(original), repairer, cancellationToken);
}

/// <summary>A draft of the repaired file: it goes by the name of the original, and is what was written, so nothing of it is guessed.</summary>
/// <param name="written">The draft.</param>
/// <param name="original">The file as it is.</param>
internal sealed class DraftSource(FileSource written, BatchSource original) : BatchSource
{
    public override string? Path => original.Path;

    public override string FileName => original.FileName;

    internal override bool IsGenerated => true;

    public override Stream Open() => written.Open();
}

/// <summary>The bytes of repaired rows, made as they are read.</summary>
internal sealed class RepairedStream : Stream
{
    private const int EnoughBytes = 64 * 1024;

    private readonly BatchRowReader _rows;
    private readonly RowRepairer _repairer;
    private readonly CancellationToken _cancellationToken;
    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _writer;

    /// <param name="rows">The rows; closed with the stream.</param>
    /// <param name="repairer">What repairs them.</param>
    /// <param name="cancellationToken">Stops the reading between two rows: those that cannot be repaired give no bytes, and may be millions.</param>
    public RepairedStream(BatchRowReader rows, RowRepairer repairer, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _rows = rows;
        _repairer = repairer;
        _writer = CsvWriter.Create(_bytes, BatchCsvFormat.WriterOptions, leaveOpen: true);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_bytes.Position == _bytes.Length)
        {
            Fill();
        }

        return _bytes.Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
            _bytes.Dispose();
            _rows.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        _bytes.SetLength(0);
        while (_bytes.Length < EnoughBytes && _rows.Read())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_repairer.TryRepair(_rows, out RepairedRow row))
            {
                BatchCsvFormat.WriteRow(_writer, row.WrittenNumber, row.Message);
            }
        }

        _writer.Flush();
        _bytes.Position = 0;
    }
}
