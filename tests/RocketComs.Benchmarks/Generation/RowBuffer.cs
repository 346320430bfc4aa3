using System.Text;

namespace RocketComs.Benchmarks.Generation;

/// <summary>Gathers the bytes of rows and writes them in large pieces. It has room for one more row at any time.</summary>
internal sealed class RowBuffer
{
    private const int PieceLength = 256 * 1024;
    private const int LongestRow = 8 * 1024;

    private readonly byte[] _bytes = new byte[PieceLength + LongestRow];
    private readonly Stream _target;
    private int _length;

    /// <summary>Initializes an empty buffer.</summary>
    /// <param name="target">Where the rows go; the caller closes it.</param>
    public RowBuffer(Stream target) => _target = target;

    /// <summary>Adds a byte.</summary>
    public void Add(byte value) => _bytes[_length++] = value;

    /// <summary>Adds characters as UTF-8.</summary>
    public void Add(ReadOnlySpan<char> characters) => _length += Encoding.UTF8.GetBytes(characters, _bytes.AsSpan(_length));

    /// <summary>Adds a number of ten digits.</summary>
    public void AddNumber(long number)
    {
        for (int i = 9; i >= 0; i--)
        {
            _bytes[_length + i] = (byte)('0' + (number % 10));
            number /= 10;
        }

        _length += 10;
    }

    /// <summary>Adds a text as a field: in quotes, with its quotes doubled, where RFC 4180 wants it.</summary>
    public void AddField(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(',', '"') < 0)
        {
            Add(text);
            return;
        }

        Add((byte)'"');
        for (int quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            Add(text[..(quote + 1)]);
            Add((byte)'"');
            text = text[(quote + 1)..];
        }

        Add(text);
        Add((byte)'"');
    }

    /// <summary>Ends the row with a line feed.</summary>
    public void EndRow()
    {
        Add((byte)'\n');
        if (_length >= PieceLength)
        {
            Flush();
        }
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        _target.Write(_bytes, 0, _length);
        _length = 0;
    }
}
