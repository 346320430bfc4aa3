using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Cuts a file of UTF-8 into pieces that end where lines end. A line can end within a quoted text: whether a cut is good shows when
/// the piece before it has been read.
/// </summary>
/// <remarks>Initializes the reader.</remarks>
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
        int length = _restLength;
        int read;
        while (length < _rest.Length && (read = _stream.Read(piece.Bytes, length, _rest.Length - length)) > 0)
        {
            length += read;
        }

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

    // Behind the last line end whose next byte is known: that tells CR from the CR of a CR LF.
    private static int Cut(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.Length - 1;
        while (end > 0)
        {
            end = bytes.Slice(0, end).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            if (end > 0 && !MayBeMark(bytes[end]) && !(bytes[end] == '\n' && bytes[end - 1] == '\r'))
            {
                return end;
            }

            end--;
        }

        return 0;
    }

    // A reader takes a byte order mark (EF BB BF, FF FE, FE FF, 00 00 FE FF) at the start of a piece for one.
    private static bool MayBeMark(byte first) => first is 0xEF or 0xFF or 0xFE or 0;
}
