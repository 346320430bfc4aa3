using System.Text.RegularExpressions;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Tells texts that resemble one of the registered samples from those that have little in common with any: by the beginnings of their words. Names,
/// numbers, links, placeholders and the words that every text has do not count. See docs/rules.md, RC119.
/// </summary>
internal sealed class TextLikeness
{
    // Of the words of both texts, the shared ones: the cosine of the angle between them.
    private const double LeastShared = 1.0 / 3;

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

    private readonly Profile[] _samples;

    /// <param name="samples">The samples.</param>
    public TextLikeness(IEnumerable<string> samples) => _samples = [.. samples.Select(sample => Profile.Of(LinkFreeText.Of(System.Text.Encoding.UTF8.GetBytes(sample))))];

    /// <summary>The registered samples of a campaign that say something.</summary>
    public static string[] SamplesOf(RcCampaign campaign) =>
        [.. new[] { campaign.Sample1, campaign.Sample2, campaign.Sample3, campaign.Sample4, campaign.Sample5 }.Where(sample => !string.IsNullOrWhiteSpace(sample)).Select(sample => sample!)];

    /// <summary>Whether a text resembles a sample. One without a word that counts cannot be told from any.</summary>
    /// <param name="text">The text, without links.</param>
    public bool Resembles(string text)
    {
        Profile profile = Profile.Of(text);
        return profile.IsEmpty || Array.Exists(_samples, sample => sample.IsEmpty || profile.SharedWith(sample) >= LeastShared);
    }

    // A name counts only where the other text has it too.
    private sealed record Profile(HashSet<string> Words, HashSet<string> Names)
    {
        public bool IsEmpty => Words.Count == 0;

        public static Profile Of(string text)
        {
            string plain = text.IndexOfAny(['{', '[', '<', '%', '*']) < 0 ? text : s_placeholder.Replace(text, " x ");
            List<TextWord> words = TextWords.Of(plain);
            Profile profile = new([], []);
            bool hasNames = words.Count(word => word.IsTitle) * 2 <= words.Count;
            foreach (TextWord word in words)
            {
                if (IsOfNoBlanks(word.Lower))
                {
                    AddPairs(profile.Words, word.Lower);
                }
                else if (word.Lower.Length >= ShortestWord && !word.Lower.Any(char.IsDigit) && !s_common.Contains(word.Lower))
                {
                    bool isName = hasNames && word.IsTitle && !word.BeginsSentence;
                    (isName ? profile.Names : profile.Words).Add(word.Lower.Substring(0, Math.Min(word.Lower.Length, StemLength)));
                }
            }

            AddSigns(profile.Words, plain);
            profile.Names.ExceptWith(profile.Words);
            return profile;
        }

        public double SharedWith(Profile sample)
        {
            int words = Words.Count(sample.Words.Contains);
            int names = Names.Count(sample.Words.Contains);
            int other = Words.Count(sample.Names.Contains);
            int both = Names.Count(sample.Names.Contains);
            double size = Math.Sqrt((double)(Words.Count + names + both) * (sample.Words.Count + other + both));
            return (words + names + other + both) / size;
        }

        // What a sale or a bill is known by, whatever the figure.
        private static void AddSigns(HashSet<string> words, string text)
        {
            foreach (char sign in "%$€£¥")
            {
                if (text.IndexOf(sign) >= 0)
                {
                    words.Add(sign.ToString());
                }
            }
        }

        // Chinese, Japanese, Thai: what is a word shows in no blank, but in two characters that stand together.
        private static bool IsOfNoBlanks(string word) => word.Any(character => character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'));

        private static void AddPairs(HashSet<string> words, string run)
        {
            for (int i = 0; i + 1 < run.Length; i++)
            {
                words.Add(run.Substring(i, 2));
            }
        }
    }
}
