using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace RocketComs.Core.Tests.Segments;

/// <summary>Texts that crowd around the borders of segments: plain, with extension characters, with emoji, with anything.</summary>
internal static class GeneratedText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyz ABCDEF 0123456789 .,!?-\n\r@£¥èÇΔΩßÑ";
    private const string Extended = "^{}\\[~]|€\f";
    private const string Narrow = "abcdefgh ijklmжあ’";
    private const string Wide = "’“—… áçŁжあ中\u200B\u0301\uFE0F\u001B\t\0\uFFFF\uD83D\uDE00";

    private const string Rare = "a€\f\u001B\uD83D\uDE00ж";

    // What composes, vanishes or is replaced, and what it must not be confused with.
    private const string Typographic =
        "aeNn1 ~\u0301\u0303\u0308\u0323\u0338\u200B\u00AD\u200E\u202C\uFE0F\u1112\u1161\u11AB\uD558\u212B\u2126\u00B4\u1FEF\u037E\u00B7½½™’–\u00A0\t\uFF2E\uFF11\u05D0\u0958\uFFFE\uD83D\uDE00";

    private static readonly string[] s_pairs = ["😀", "👍🏽", "🇺🇸", "e\u0301", "𝒳", "\\n", "www.a.b", "WwW.A.B", "https://a.b/c"];

    // Units at which a count changes: the whole message, and one to three full parts with either reference.
    private static readonly int[] s_gsmBorders = [0, 1, 152, 153, 159, 160, 161, 304, 305, 306, 307, 456, 457, 459, 460];
    private static readonly int[] s_ucsBorders = [0, 1, 66, 67, 68, 69, 70, 71, 132, 133, 134, 135, 198, 199, 201, 202];

    /// <summary>The texts, with a shrinker.</summary>
    public static Arbitrary<string> Texts { get; } = From(seed =>
    {
        int dice = seed.Next(1000);
        return dice < 2 ? Mixed(seed, seed.Next(6), seed.Next(1000, 6000))
            : dice < 500 ? Mixed(seed, seed.Next(6), seed.Next(0, 480))
            : dice < 750 ? AtBorder(seed, Plain, Extended, s_gsmBorders, seed.Next(2) == 0 ? 153 : 152)
            : dice < 760 ? Of(seed, Rare, seed.Next(0, 3))
            : AtBorder(seed, Narrow, string.Empty, s_ucsBorders, seed.Next(2) == 0 ? 67 : 66);
    });

    /// <summary>Short texts of what transliteration is about.</summary>
    public static Arbitrary<string> TypographicTexts { get; } = From(seed => Of(seed, Typographic, seed.Next(0, 24)));

    /// <summary>Tries a property on many texts; the same ones on every run.</summary>
    public static void ForAll(int count, Action<string> property) => ForAll(Texts, count, property);

    /// <summary>Tries a property on many texts of a kind; the same ones on every run.</summary>
    public static void ForAll(Arbitrary<string> texts, int count, Action<string> property) => Prop.ForAll(texts, property).Try(count);

#pragma warning disable CA5394 // A test wants the same numbers again.
    private static Arbitrary<string> From(Func<Random, string> make) => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select make(new Random(seed)),
        Shrink);

    private static string Mixed(Random random, int mix, int length)
    {
        StringBuilder text = new(length + 4);
        while (text.Length < length)
        {
            int dice = random.Next(100);
            _ = mix switch
            {
                0 => text.Append(Plain[random.Next(Plain.Length)]),
                1 => text.Append(dice < 15 ? Extended[random.Next(Extended.Length)] : Plain[random.Next(Plain.Length)]),
                2 => text.Append(Extended[random.Next(Extended.Length)]),
                3 => dice < 20 ? text.Append(s_pairs[random.Next(s_pairs.Length)]) : text.Append(Plain[random.Next(Plain.Length)]),
                4 => dice < 50 ? text.Append(s_pairs[random.Next(s_pairs.Length)]) : text.Append(Wide[random.Next(Wide.Length)]),
                _ => text.Append(dice < 99 ? Plain[random.Next(Plain.Length)] : (char)random.Next(0x10000)),
            };
        }

        return text.ToString();
    }

    // As many units as a border has, and one time in two a character of two units across the end of a part.
    private static string AtBorder(Random random, string single, string twin, int[] borders, int part)
    {
        int units = borders[random.Next(borders.Length)];
        int across = random.Next(2) == 0 && units > part ? (part * random.Next(1, (units / part) + 1)) - 1 : -1;
        int rarity = random.Next(2) == 0 ? 0 : 30;
        StringBuilder text = new(units);
        for (int used = 0; used < units;)
        {
            bool isTwin = used + 1 < units && (used == across || (used + 1 != across && random.Next(100) < rarity));
            used += isTwin ? 2 : 1;
            _ = !isTwin ? text.Append(single[random.Next(single.Length)])
                : twin.Length > 0 ? text.Append(twin[random.Next(twin.Length)])
                : text.Append(random.Next(8) == 0 ? "\uDE00\uD83D" : "😀");
        }

        return text.ToString();
    }

    private static string Of(Random random, string alphabet, int length)
    {
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = alphabet[random.Next(alphabet.Length)];
        }

        return new string(text);
    }
#pragma warning restore CA5394

    private static IEnumerable<string> Shrink(string text)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        yield return text[..(text.Length / 2)];
        yield return text[(text.Length / 2)..];
        yield return text[1..];
        yield return text[..^1];
    }
}
