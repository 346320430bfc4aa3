namespace RocketComs.Benchmarks.Generation;

/// <summary>
/// Makes marketing texts, of one segment unless other lengths are asked for: 40 to 155 characters, 40 to 70 where a character makes the text
/// UCS-2.
/// </summary>
internal sealed class MessageTexts
{
    private const int LongestText = 1024;
    private const int LeastUcs2Length = 54;
    private const int Ucs2LengthSpread = 15;
    private const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly SeededRandom _random;
    private readonly int _leastLength;
    private readonly int _lengthSpread;
    private readonly char[] _text = new char[LongestText];
    private int _length;

    /// <summary>Initializes the maker.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="leastLength">The least length that a text is cut to, at the last word that has room.</param>
    /// <param name="lengthSpread">How many lengths there are from there on.</param>
    public MessageTexts(SeededRandom random, int leastLength = 52, int lengthSpread = 103)
    {
        _random = random;
        _leastLength = leastLength;
        _lengthSpread = lengthSpread;
    }

    /// <summary>Draws the traits of a text as they are shared out in the clean file.</summary>
    public TextTraits DrawTraits()
    {
        TextTraits traits = _random.Happens(perThousand: 150) ? TextTraits.Commas : TextTraits.None;
        traits |= traits == TextTraits.Commas && _random.Happens(perThousand: 200) ? TextTraits.Quotes : 0;
        traits |= _random.Happens(perThousand: 40) ? TextTraits.LineBreaks : 0;
        traits |= _random.Next(1000) switch
        {
            < 10 => TextTraits.NonGsm,
            < 40 => TextTraits.Url,
            < 80 => TextTraits.Extension,
            _ => 0,
        };
        return traits;
    }

    /// <summary>Makes a text.</summary>
    /// <param name="traits">What it has besides words.</param>
    /// <returns>The text, without blanks at its ends; valid until the next is made.</returns>
    public ReadOnlySpan<char> Make(TextTraits traits)
    {
        _length = 0;
        string end = DrawEnd(traits);
        int limit = (traits.HasFlag(TextTraits.NonGsm) ? LeastUcs2Length + _random.Next(Ucs2LengthSpread) : _leastLength + _random.Next(_lengthSpread)) - end.Length;
        AddSpecial(traits, hasEnd: end.Length > 0);
        while (AddWords(_random.Pick(Phrases.Offers), traits, limit))
        {
        }

        TrimEnd(keepsComma: end.Length > 0);
        Add(end);
        return _text.AsSpan(0, _length);
    }

    private string DrawEnd(TextTraits traits)
    {
        if (traits.HasFlag(TextTraits.Url))
        {
            Span<char> code = stackalloc char[6];
            foreach (ref char letter in code)
            {
                letter = CodeLetters[_random.Next(CodeLetters.Length)];
            }

            return string.Concat(_random.Pick(Phrases.Addresses), code);
        }

        if (traits.HasFlag(TextTraits.NonGsm) && _random.Happens(perThousand: 500))
        {
            return _random.Pick(Phrases.Emoji);
        }

        return string.Empty;
    }

    // What gives the text its traits comes first or behind a greeting, so that it is never cut off.
    private void AddSpecial(TextTraits traits, bool hasEnd)
    {
        if (traits.HasFlag(TextTraits.Commas))
        {
            Add(_random.Pick(Phrases.Greetings));
            Add(", ");
        }

        if (traits.HasFlag(TextTraits.Quotes))
        {
            Add("\"");
            Add(_random.Pick(Phrases.QuotedNames));
            Add("\"");
            AddSeparator(traits);
        }

        if (traits.HasFlag(TextTraits.Extension))
        {
            Add(_random.Pick(Phrases.ExtendedOffers));
            AddSeparator(traits);
        }

        if (traits.HasFlag(TextTraits.NonGsm) && !hasEnd)
        {
            Add(_random.Pick(Phrases.TypographicOffers));
            AddSeparator(traits);
        }
    }

    /// <summary>Adds a phrase, or as many of its words as there is room for.</summary>
    /// <returns>Whether all of it had room.</returns>
    private bool AddWords(string phrase, TextTraits traits, int limit)
    {
        ReadOnlySpan<char> rest = phrase;
        while (!rest.IsEmpty)
        {
            int blank = rest.IndexOf(' ');
            ReadOnlySpan<char> word = blank < 0 ? rest : rest[..blank];
            if (_length + word.Length > limit)
            {
                return false;
            }

            Add(word);
            rest = blank < 0 ? default : rest[(blank + 1)..];
            if (!rest.IsEmpty)
            {
                Add(" ");
            }
        }

        AddSeparator(traits);
        return true;
    }

    private void AddSeparator(TextTraits traits)
    {
        bool isBreak = traits.HasFlag(TextTraits.LineBreaks) && _random.Happens(perThousand: 500);
        bool isComma = traits.HasFlag(TextTraits.Commas) && _random.Happens(perThousand: 300);
        Add(isBreak ? ".\\n" : isComma ? ", " : _random.Next(4) switch { 0 => "! ", 1 => " - ", _ => ". " });
    }

    // A greeting may go straight on to a URL; else a text does not end with a comma.
    private void TrimEnd(bool keepsComma)
    {
        if (_text.AsSpan(0, _length).EndsWith("\\n"))
        {
            _length -= 2;
        }

        while (_text[_length - 1] is ' ' or '-' || (_text[_length - 1] == ',' && !keepsComma))
        {
            _length--;
        }
    }

    private void Add(ReadOnlySpan<char> characters)
    {
        characters.CopyTo(_text.AsSpan(_length));
        _length += characters.Length;
    }
}
