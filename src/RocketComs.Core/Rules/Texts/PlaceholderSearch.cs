namespace RocketComs.Core.Rules.Texts;

/// <summary>Goes through a text from placeholder to placeholder.</summary>
internal ref struct PlaceholderSearch
{
    private readonly ReadOnlySpan<byte> _text;
    private int _next;
    private int _read;
    private bool _isInUrl;

    /// <summary>Initializes the search.</summary>
    /// <param name="text">The text in UTF-8.</param>
    public PlaceholderSearch(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Gets the index of the placeholder that was found last.</summary>
    public int Start { get; private set; }

    /// <summary>Gets its length in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Goes to the next placeholder.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        for (int offset = IndexOfSign(); offset >= 0; offset = IndexOfSign())
        {
            Start = _next + offset;
            _next = Start + 1;

            // 50%off% is a price, not a placeholder.
            if (_text[Start] == '%' && Start > 0 && _text[Start - 1] is >= (byte)'0' and <= (byte)'9')
            {
                continue;
            }

            ReadToStart();
            Length = Placeholder.Length(_text.Slice(Start), _isInUrl);
            if (Length > 0)
            {
                _next = Start + Length;
                return true;
            }
        }

        return false;
    }

    private readonly int IndexOfSign() => _text.Slice(_next).IndexOfAny((byte)'{', (byte)'%', (byte)'[');

    /// <summary>Notes whether the word at which the search stands is an address: a slash stands in it.</summary>
    private void ReadToStart()
    {
        ReadOnlySpan<byte> read = _text.Slice(_read, Start - _read);
        int end = read.LastIndexOfAny(" \r\n\\"u8);
        _isInUrl = (end < 0 && _isInUrl) || read.Slice(end + 1).IndexOf((byte)'/') >= 0;
        _read = Start;
    }
}
