namespace RocketComs.Core.Rules.Texts;

/// <summary>Goes through a text from placeholder to placeholder, filled with what is no value or not at all.</summary>
internal ref struct PlaceholderSearch(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;
    private int _read;
    private bool _isInUrl;

    /// <summary>The index of the placeholder that was found last.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether it is what a program writes where it has no value.</summary>
    public bool IsMissingValue { get; private set; }

    public bool MoveNext()
    {
        for (int offset = IndexOfSign(); offset >= 0; offset = IndexOfSign())
        {
            Start = _next + offset;
            _next = Start + 1;

            ReadToStart();
            Length = Placeholder.Length(_text, Start, _isInUrl);
            IsMissingValue = Length == 0;
            if (IsMissingValue)
            {
                (Start, Length) = MissingValue.Find(_text, Start);
            }

            if (Length > 0)
            {
                _next = Start + Length;
                return true;
            }
        }

        return false;
    }

    private readonly int IndexOfSign() => Placeholder.IndexOfSign(_text.Slice(_next));

    /// <summary>Notes whether the word at which the search stands is an address: a slash stands in it.</summary>
    private void ReadToStart()
    {
        ReadOnlySpan<byte> read = _text.Slice(_read, Start - _read);
        int end = read.LastIndexOfAny(" \r\n\\"u8);
        _isInUrl = (end < 0 && _isInUrl) || read.Slice(end + 1).IndexOf((byte)'/') >= 0;
        _read = Start;
    }
}
