using System.Globalization;
using System.Text;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public sealed class TypographicTableTests
{
    // Modifier letters that are drawn, and typed, as an apostrophe, a quote or a circumflex.
    private const string DrawnAsPunctuation = "\u02B9\u02BA\u02BB\u02BC\u02C6\u02EE";

    [Fact]
    public void Table_leads_from_outside_the_alphabet_into_it()
    {
        foreach ((char character, string replacement) in TypographicTable.Entries)
        {
            Assert.Equal(0, GsmAlphabet.Septets(character));
            Assert.All(replacement, part => Assert.NotEqual(0, GsmAlphabet.Septets(part)));
        }
    }

    [Fact]
    public void Letter_is_replaced_only_by_the_same_letters()
    {
        foreach ((char character, string replacement) in TypographicTable.Entries.Where(entry => char.IsLetter(entry.Key)))
        {
            string plain = DrawnAsPunctuation.Contains(character, StringComparison.Ordinal) ? replacement : character.ToString().Normalize(NormalizationForm.FormKC);
            Assert.Equal((character, plain), (character, replacement));
        }

        Assert.DoesNotContain(DrawnAsPunctuation, character => TypographicTable.Find(character)!.Any(char.IsLetter));
    }

    [Fact]
    public void Every_blank_and_line_break_of_unicode_has_an_entry()
    {
        for (int code = 0x7F; code <= char.MaxValue; code++)
        {
            string? expected = CharUnicodeInfo.GetUnicodeCategory((char)code) switch
            {
                UnicodeCategory.SpaceSeparator => " ",
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
                _ => TypographicTable.Find((char)code),
            };
            Assert.Equal((code, expected), (code, TypographicTable.Find((char)code)));
        }
    }

    [Fact]
    public void Page_and_table_agree()
    {
        Dictionary<char, string> page = [];
        foreach (string[] cells in File.ReadLines(Page()).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Replace("\\|", "\u2502", StringComparison.Ordinal).Split('|')))
        {
            string replacement = Written(cells[1].Trim().Trim('`'));
            foreach (string place in cells[3].Trim().Split(' '))
            {
                string[] ends = place.Split('-');
                for (int code = Code(ends[0]); code <= Code(ends[^1]); code++)
                {
                    page.Add((char)code, replacement == "(the ASCII character)" ? ((char)(code - 0xFEE0)).ToString() : replacement);
                }
            }
        }

        Assert.Equal(TypographicTable.Entries.OrderBy(entry => entry.Key), page.OrderBy(entry => entry.Key));
        Assert.All(page, entry => Assert.Equal(entry.Value, TypographicTable.Find(entry.Key)));
    }

    private static string Written(string cell) => cell switch
    {
        "(space)" => " ",
        "(line break)" => "\n",
        "(nothing)" => string.Empty,
        _ => cell.Replace("\u2502", "|", StringComparison.Ordinal),
    };

    private static int Code(string text)
    {
        Assert.StartsWith("U+", text, StringComparison.Ordinal);
        return int.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static string Page()
    {
        string? directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "RocketComs.psd1")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }

        return Path.Combine(directory, "docs", "segments.md");
    }
}
