using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace RocketComs.Core.Tests.Repair;

/// <summary>Batch files as people make them: sound rows, rows with noise, and now and then bytes that are nothing at all.</summary>
internal static class NoisyFile
{
    private static readonly string[] s_numbers =
    [
        "2025550101", "2025550102", "12025550101", "+12025550101", "(202) 555-0101", " 2025550101", "202\u2011555\u00A00101\t", "+44 (0)20 7946 0958",
        "2025550101.0", "2.02555E+09", "", "abc", "5550101 / 5550102", "\"2025550103\"", "\" 202 555 0103 \"", "\"2025550104\n\"", "sep=", "Number",
    ];

    private static readonly string[] s_pieces =
    [
        "a", "Hello", " ", "  ", "\t", "\\", "n", "\\n", "\\n ", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "\u2019", "\u200B", "\u2028", "\uFF3C", "e\u0301", "\uD83D\uDE00", "\u00FC",
        "\u0001", "\u00A0", "=1+1", "{name}", "5E10", "message", "\n2025550109,",
    ];

    private static readonly string[] s_starts = ["", "", "", "", "\uFEFF", "Number,Message\n", "Phone;Text\r\n", "sep=;\n", "\n", " \r\n\n"];
    private static readonly string[] s_ends = ["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \t\n"];

    /// <summary>Gets a generator of files.</summary>
    public static Arbitrary<byte[]> Arbitrary { get; } = Arb.From(Gen.Frequency((8, Rows(noise: false)), (8, Rows(noise: true)), (1, Damaged()), (1, RandomBytes())));

    private static Gen<byte[]> Rows(bool noise)
    {
        Gen<string> number = noise ? Gen.Elements(s_numbers) : Gen.Elements(s_numbers.Take(7).ToArray());
        Gen<string> text = Gen.Elements(s_pieces).ListOf().Select(pieces => string.Concat(pieces));
        Gen<string> quoted = text.Select(content => "\"" + content.Replace("\"", "\"\"", System.StringComparison.Ordinal) + "\"");
        Gen<string> plain = Gen.Elements("Hi", " Hi ", "5\" x", "a\\n b", "It\u2019s");
        Gen<string> field = noise ? Gen.Frequency((3, plain), (4, quoted), (2, text)) : Gen.Frequency((1, plain), (1, quoted.Select(content => "\"x" + content.Substring(1).Replace("\u0001", "z", System.StringComparison.Ordinal))));
        Gen<string> file =
            from start in Gen.Elements(s_starts)
            from separator in Gen.Frequency((6, Gen.Constant(",")), (1, Gen.Constant(";")), (1, Gen.Constant("\t")))
            from rows in (from first in number from second in field from end in Gen.Elements(s_ends) select first + separator + second + end).ListOf()
            select start + string.Concat(rows);
        Gen<Encoding> encoding = Gen.Frequency((8, Gen.Constant((Encoding)new UTF8Encoding(false))), (1, Gen.Constant(Encoding.Unicode)), (1, Gen.Constant(Encoding.BigEndianUnicode)));
        return from content in file from how in encoding select (byte[])[.. how.GetPreamble(), .. how.GetBytes(content)];
    }

    private static Gen<byte[]> Damaged() =>
        from bytes in Rows(noise: false)
        from hits in Gen.Choose(0, 10_000).ListOf()
        from value in Gen.Choose(0, 255)
        select Hit(bytes, [.. hits], (byte)value);

    private static Gen<byte[]> RandomBytes() => Gen.Choose(0, 255).Select(value => (byte)value).ListOf().Select(bytes => bytes.ToArray());

    private static byte[] Hit(byte[] bytes, int[] places, byte value)
    {
        foreach (int place in bytes.Length == 0 ? [] : places)
        {
            bytes[place % bytes.Length] = value;
        }

        return bytes;
    }
}
