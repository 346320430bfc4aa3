using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Tells the name of a field from a word that people put into the same signs: <c>[First Name]</c> and <c>#FNAME#</c> from <c>[Shop]</c> and
/// <c>#SALE#</c>. All of its words must be such as fields are called by, and the last must be what a value is.
/// </summary>
internal static class FieldNames
{
    private static readonly HashSet<string> s_values = new(StringComparer.Ordinal)
    {
        "name", "fname", "lname", "surname", "nickname", "salutation", "number", "num", "no", "nr", "id", "date", "time", "code", "link", "url", "amount", "balance",
        "address", "email", "mail", "phone", "mobile", "cell", "city", "town", "street", "zip", "postcode", "country", "company", "total", "value", "var", "variable", "field", "placeholder",
    };

    private static readonly HashSet<string> s_owners = new(StringComparer.Ordinal)
    {
        "first", "last", "full", "middle", "given", "family", "nick", "user", "customer", "cust", "client", "contact", "lead", "member", "recipient", "subscriber", "patient", "guest", "student",
        "employee", "agent", "doctor", "dr", "sender", "company", "business", "brand", "store", "shop", "account", "acct", "order", "invoice", "tracking", "booking", "reservation",
        "appointment", "appt", "event", "delivery", "due", "start", "end", "expiry", "birth", "coupon", "promo", "voucher", "discount", "payment", "product", "item", "post", "insert",
        "your", "merge", "custom",
    };

    // A sender puts its own name before a text: "[Company]" may be one, "[First Name]" is not.
    private static readonly HashSet<string> s_people = new(StringComparer.Ordinal) { "name", "fname", "lname", "surname", "firstname", "lastname", "fullname" };

    // The first two letters of all, and the last two of the values. Most words that people put into signs begin or end otherwise.
    private static readonly LetterPairs s_starts = new(s_values.Concat(s_owners).Select(static word => word.Substring(0, 2)));
    private static readonly LetterPairs s_ends = new(s_values.Select(static value => value.Substring(value.Length - 2)));

    /// <summary>Whether a text is the name of a field.</summary>
    /// <param name="text">One to three words, whatever parts them, in UTF-8.</param>
    /// <param name="isOfPerson">Whether it must be the name of a person.</param>
    public static bool Contains(ReadOnlySpan<byte> text, bool isOfPerson = false)
    {
        if (!MayBeOne(text))
        {
            return false;
        }

        List<string> words = Words(Utf8Text.Decode(text));
        if (words.Count == 0 || (words.Count == 1 && words[0] == "no"))
        {
            return false;
        }

        return words.All(word => s_values.Contains(word) || s_owners.Contains(word))
            && s_values.Contains(words[words.Count - 1])
            && (!isOfPerson || s_people.Contains(words[words.Count - 1]));
    }

    // What begins or ends with no letters of ASCII is looked at closer.
    private static bool MayBeOne(ReadOnlySpan<byte> text)
    {
        text = Utf8Text.TrimBlanks(text);
        return text.Length < 2 || (MayBe(s_starts, text[0], text[1]) && MayBe(s_ends, text[text.Length - 2], text[text.Length - 1]));
    }

    private static bool MayBe(LetterPairs pairs, byte first, byte second) => !AsciiCharacters.IsLetter(first) || !AsciiCharacters.IsLetter(second) || pairs.MayHold(first, second);

    /// <summary>The words of <c>First Name</c>, <c>first_name</c>, <c>Contact.FirstName</c> and <c>FIRSTNAME</c>, in small letters.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isSign = i < text.Length && text[i] is ' ' or '_' or '-' or '.';
            bool isHump = i > start && i < text.Length && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (i == text.Length || isSign || isHump)
            {
                Add(words, text.Substring(start, i - start).ToLowerInvariant());
                start = isSign ? i + 1 : i;
            }
        }

        return words;
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Length == 0)
        {
            return;
        }

        for (int cut = word.Length - 2; cut > 1 && !s_values.Contains(word); cut--)
        {
            if (s_owners.Contains(word.Substring(0, cut)) && s_values.Contains(word.Substring(cut)))
            {
                words.Add(word.Substring(0, cut));
                word = word.Substring(cut);
            }
        }

        words.Add(word);
    }
}
