using System.Runtime.ExceptionServices;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A piece of a file, cut at the end of a line, and what the check of its rows came to. Used again for another piece.</summary>
/// <param name="capacity">The bytes that it can take.</param>
internal sealed class FilePiece(int capacity)
{
    /// <summary>Its bytes, up to <see cref="Length"/>; what follows is of no use.</summary>
    public byte[] Bytes { get; private set; } = new byte[capacity];

    public int Length { get; set; }

    /// <summary>Where it begins in the file, in bytes.</summary>
    public long Offset { get; set; }

    /// <summary>The physical line on which it begins, from 1.</summary>
    public long Line { get; set; }

    /// <summary>The physical line on which what follows it begins.</summary>
    public long NextLine { get; set; }

    public bool IsLast { get; set; }

    /// <summary>Where its last record begins, when that goes on after the piece; -1 when it ends with the piece.</summary>
    public int OpenFrom { get; set; }

    /// <summary>Where its first record begins: 1 where the end of the line before is in front.</summary>
    public int Lead { get; set; }

    /// <summary>What the rows that end in it come to.</summary>
    public CheckedRows Rows { get; } = new();

    /// <summary>Whether it has been checked.</summary>
    public bool IsChecked { get; set; }

    /// <summary>What went wrong when it was read or checked.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    /// <summary>Puts the end of the piece before it in front: the record that was cut.</summary>
    /// <param name="before">The piece before, which has such a record.</param>
    public void Prepend(FilePiece before)
    {
        // With the end of the line before it, if there is one: else a reader could take the first bytes for a byte order mark.
        Lead = before.OpenFrom > 0 ? 1 : 0;
        int from = before.OpenFrom - Lead;
        int length = before.Length - from;
        byte[] joined = new byte[Math.Max(Bytes.Length, length + Length)];
        Buffer.BlockCopy(before.Bytes, from, joined, 0, length);
        Buffer.BlockCopy(Bytes, 0, joined, length, Length);
        Bytes = joined;
        Length += length;
        Offset = before.Offset + from;
        Line = before.Rows.NextLine - Lead;
    }
}

/// <summary>
/// Cuts a file of UTF-8 into pieces that end where lines end. A line can end within a quoted text: whether a cut is good shows when
/// the piece before it has been read.
/// </summary>
/// <param name="stream">The file, at its start.</param>
/// <param name="pieceLength">The most bytes that a piece takes.</param>
internal sealed class FilePieceReader(Stream stream, int pieceLength)
{
    private readonly Stream _stream = stream;
    private readonly byte[] _rest = new byte[pieceLength];
    private int _restLength;
    private long _offset;
    private long _line = 1;
    private bool _hasEnded;

    /// <summary>The most bytes that a piece takes.</summary>
    public int PieceLength { get; } = pieceLength;

    /// <summary>Reads the next piece.</summary>
    /// <param name="piece">What it is read into; it takes the length given at least.</param>
    /// <returns>Whether there was one. Not at the end, nor where and after no line ends: then the file is no batch file, or has odd rows.</returns>
    public bool TryRead(FilePiece piece)
    {
        if (_hasEnded)
        {
            return false;
        }

        Buffer.BlockCopy(_rest, 0, piece.Bytes, 0, _restLength);
        int length = BatchSource.Fill(_stream, piece.Bytes, _restLength, _rest.Length);
        bool isLast = length < _rest.Length;
        int cut = isLast ? length : Cut(piece.Bytes.AsSpan(0, length));
        _hasEnded = isLast || cut == 0;
        if (cut == 0)
        {
            return false;
        }

        _restLength = length - cut;
        Buffer.BlockCopy(piece.Bytes, cut, _rest, 0, _restLength);
        piece.Length = cut;
        piece.Lead = 0;
        piece.Offset = _offset;
        piece.Line = _line;
        piece.IsLast = isLast;
        _offset += cut;
        _line += Utf8Text.CountLineBreaks(piece.Bytes.AsSpan(0, cut));
        piece.NextLine = _line;
        return true;
    }

    // After the last line end whose next byte is known: that tells CR from the CR of a CR LF.
    private static int Cut(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.Length - 1;
        while (end > 0)
        {
            end = bytes.Slice(0, end).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            if (end > 0 && !PieceRecords.MayBeMark(bytes[end]) && !(bytes[end] == '\n' && bytes[end - 1] == '\r'))
            {
                return end;
            }

            end--;
        }

        return 0;
    }
}
