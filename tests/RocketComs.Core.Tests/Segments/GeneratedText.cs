using System;
using System.Collections.Generic;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace RocketComs.Core.Tests.Segments;

/// <summary>Texts that crowd around the borders of segments: plain, with extension characters, with emoji, with anything.</summary>
internal static class GeneratedText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyz ABCDEF 0123456789 .,!?-\n\r@£¥èÇΔΩßÑ";
    private const string Extended = "^{}\\[~]|€\f";
    private const string Wide = "’“—… áçŁжあ中\u200B\u0301\uFE0F\u001B\t\0\uFFFF\uD83D\uDE00";

    private static readonly string[] s_pairs = ["😀", "👍🏽", "🇺🇸", "e\u0301", "𝒳", "\\n"];

    /// <summary>The texts, with a shrinker.</summary>
    public static Arbitrary<string> Texts { get; } = Arb.From(
        from mix in Gen.Choose(0, 5)
        from length in Gen.Choose(0, 480)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(mix, length, seed),
        Shrink);

    /// <summary>Tries a property on many texts; the same ones on every run.</summary>
    public static void ForAll(int count, Func<string, bool> property) => Prop.ForAll(Texts, property).Check(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithReplay(20261123UL, 4243UL));

    private static string Make(int mix, int length, int seed)
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(seed);
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
#pragma warning restore CA5394

        return text.ToString();
    }

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
