using System.Text.RegularExpressions;

namespace RocketComs.Core.Rules.Texts;

/// <summary>By what a text is compared with another: the beginnings of its words, and its names, which count only where the other text has them too.</summary>
internal sealed class TextProfile
{
    // "orders" and "ordered" are one word.
    private const int StemLength = 5;
    private const int ShortestWord = 3;

    private static readonly Regex s_placeholder = new(@"\{+[^{}]*\}+|\[+[^\[\]]*\]+|<[^<>]*>|%[\p{L}_][\p{L}\p{Nd}_]*%|\*\|[^|]*\|\*", RegexOptions.CultureInvariant);

    // Words that say nothing about what a text is about, and those about replying, which stand in all of them.
    private static readonly HashSet<string> s_common =
    [
        .. ("the and you your yours our ours for are was were has have had not but can will would with from this that these those they them their there here his her its who what "
            + "when where why how all any get got let may please just now out off about into over than then also too very more most been being does did "
            + "hello hey dear reply text txt send sms stop opt optout end quit cancel unsubscribe help info msg msgs message messages data rate rates apply freq varies "
            + "los las una uno del con por para que sus tus más mas como hola este esta les des une est aux vous votre vos nous notre nos pour avec dans sur par pas "
            + "der die das den dem des ein eine einen und oder mit für von zum zur ist sind wir sie ihr ihre ihren uns hallo").Split(' '),
    ];

    private static readonly string[] s_signs = ["%", "$", "€", "£", "¥"];
    private static readonly char[] s_placeholderSigns = ['{', '[', '<', '*'];

    private readonly HashSet<string> _words = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Gets whether nothing in the text counts.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>By what a word is compared; <see langword="null"/> where it says nothing of what a text is about.</summary>
    /// <param name="lower">The word, in small letters.</param>
    public static string? StemOf(string lower) =>
        IsOfNoBlanks(lower) ? lower
        : lower.Length < ShortestWord || lower.Any(char.IsDigit) || s_common.Contains(lower) ? null
        : lower.Substring(0, Math.Min(lower.Length, StemLength));

    /// <summary>Takes another text.</summary>
    /// <param name="text">The text, without links.</param>
    /// <param name="words">Its words.</param>
    /// <param name="again">Takes it apart again, where it has placeholders; the words are no longer good then.</param>
    public void Take(string text, List<TextWord> words, TextWords again)
    {
        _words.Clear();
        _names.Clear();
        if (text.IndexOfAny(s_placeholderSigns) >= 0 || text.IndexOf('%') != text.LastIndexOf('%'))
        {
            text = s_placeholder.Replace(text, " x ");
            words = again.Of(text);
        }

        int titles = 0;
        foreach (TextWord word in words)
        {
            titles += word.Word.IsTitle ? 1 : 0;
        }

        bool hasNames = titles * 2 <= words.Count;
        foreach (TextWord word in words)
        {
            if (word.Word.Stem is { } stem)
            {
                Add(word, stem, hasNames && word.Word.IsTitle && !word.BeginsSentence);
            }
        }

        AddSigns(text);
        _names.ExceptWith(_words);
    }

    /// <summary>How much of two texts is in both: the cosine of the angle between them, from 0 to 1.</summary>
    public double SharedWith(TextProfile other)
    {
        int names = Count(_names, other._words);
        int otherNames = Count(_words, other._names);
        int both = Count(_names, other._names);
        double size = Math.Sqrt((double)(_words.Count + names + both) * (other._words.Count + otherNames + both));
        return (Count(_words, other._words) + names + otherNames + both) / size;
    }

    private void Add(in TextWord word, string stem, bool isName)
    {
        if (!IsOfNoBlanks(stem))
        {
            (isName ? _names : _words).Add(stem);
            return;
        }

        for (int i = 0; i + 1 < word.Lower.Length; i++)
        {
            _words.Add(word.Lower.Substring(i, 2));
        }
    }

    // What a sale or a bill is known by, whatever the figure.
    private void AddSigns(string text)
    {
        foreach (string sign in s_signs)
        {
            if (text.IndexOf(sign[0]) >= 0)
            {
                _words.Add(sign);
            }
        }
    }

    private static int Count(HashSet<string> words, HashSet<string> others)
    {
        int count = 0;
        foreach (string word in words)
        {
            count += others.Contains(word) ? 1 : 0;
        }

        return count;
    }

    // Chinese, Japanese, Thai: what is a word shows in no blank, but in two characters that stand together.
    private static bool IsOfNoBlanks(string word) => word[0] >= '\u0E00' && word.Any(character => character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'));
}
