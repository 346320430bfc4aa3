using System.Text.RegularExpressions;

namespace RocketComs.Core.Json;

/// <summary>What an answer, or a part of one, says of the change that was asked for.</summary>
[Flags]
internal enum Says
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>It was made.</summary>
    Yes = 1,

    /// <summary>It was not made.</summary>
    No = 2,

    /// <summary>The one and the other: nobody knows.</summary>
    Both = Yes | No,
}

/// <summary>
/// Reads the plain sentences with which this API answers writes: <c>{200 Batch was successfully deleted}</c>, with or without the braces and the
/// number. A yes is a whole sentence of that form, and nothing else: what is pending, could be done or was only tried out is none.
/// </summary>
/// <remarks>Source: the pages on deletions, single messages and members show a number of HTTP and a sentence within braces.</remarks>
internal static class AnswerWords
{
    private const int Longest = 1000;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Done = "created|updated|deleted|removed|sent|added|saved|changed|renamed|loaded|imported|scheduled|queued|enqueued|uploaded|registered"
        + "|activated|archived|accepted|submitted|stored|applied|modified|cancell?ed|subscribed|assigned|logged out|ok|okay|done|succe(ss(ful(ly)?)?|eded)";

    private const string NotDone =
        "no|not|none|cannot|never|nothing|nobody|neither|nor|without|false|\\w+n['\u2019]t|unable|unsuccessful(ly)?|fail\\w*|err(ors?)?|erroneous"
        + "|den(y|ied)|declined|forbidden|refus\\w*|reject\\w*|invalid|illegal|incorrect|unauthori[sz]ed|unauthenticated|unsupported|insufficient"
        + "|exceed\\w*|expired|suspended|blocked|bad request|too many|nok|ko";

    // Words that leave open whether a refusal is of all of it.
    private const string Open = "may|might|could|would|some|few|part\\w*|half|if|unless|already";

    // Words that leave a deed open: it is to come, was tried out, or is a noun.
    private const string NotYet = Open + "|can|will|shall|should|must|to be|being|please|only|almost|nearly|later|soon|pending|dry|test|trial"
        + "|simul\\w*|preview|valid\\w*|deletion|removal|creation|approval|confirm\\w*|verif\\w*|review|draft|0|zero|[0-9]+ of";

    private const string Helpers = "was|were|is|are|has been|have been|now|successfully";

    // A deed that is denied: "could not be changed", "no message was sent", "deleted: false".
    private const string Denied = "\\b((could|can|would|will|may|might|did|do|does|has|have|was|were|is|are) )?"
        + "(not|never|cannot|\\w+n['\u2019]t|unable|fail(ed|s|ure)?|nothing|nobody|none|no \\w+)( (to|be|been|being|get|yet|was|were|have|has))*( successfully)?"
        + $" ({Done})\\b|\\b({Done})\\b *[:=]+ *(false|no|0)\\b";

    private const string Sentence = "^((ok|success|done)[:,.!]+ *)?([\\w'\u2019\"#+-]+ ){0,8}?" + $"(({Helpers}) )*"
        + $"({Done}|(completed|processed|executed) successfully|successfully (completed|processed|executed))( successfully| now)*"
        + "( (to|for|with|as|on|by|id:?|number|batch|campaign|list|delivery|sending|(?=[\\w+:.-]*[0-9])[\\w+:.-]+))*[.!]*$";

    // "No errors" and "not rejected" deny a no.
    private const string NoTrouble =
        "\\b((with|and) )?(no|not|without|0|zero|never)( any| been)? "
        + "(err\\w*|fail\\w*|problems?|warnings?|reject\\w*|refused|denied|declined|invalid|blocked)\\b";

    /// <summary>What a sentence, a word such as <c>NOT_FOUND</c> or a code in their place says.</summary>
    public static Says Judge(string text)
    {
        string sentence = Bare(text);
        if (sentence.Length is 0 or > Longest || sentence[0] is '<' or '{' or '[' || Regex.IsMatch(sentence, "[\"']\\s*:"))
        {
            return Says.Nothing;
        }

        // A shorter number before words counts something: "0 messages sent".
        Match number = Regex.Match(sentence, @"^(-?[0-9]{3,6}|-[0-9]+)(?![\w,])[\s:.-]*");
        Says code = OfCode(number.Groups[1].Value);
        string words = Regex.Replace(sentence.Substring(number.Length), "(?<=[a-z])[_-](?=[a-z])", " ", Options);
        return words.Length == 0 ? code : OfWords(words) | (code == Says.Yes ? Says.Nothing : code);
    }

    /// <summary>Whether a name is that of a deed: <c>deleted</c>.</summary>
    public static bool IsDeed(string name) => Regex.IsMatch(name, $"^(is_?)?({Done})$", Options);

    /// <summary>A sentence without the braces, quotes or blanks around it.</summary>
    public static string Bare(string text)
    {
        string bare = text.Trim('\uFEFF', ' ', '\t', '\r', '\n');
        while (bare.Length > 1 && (bare[0], bare[bare.Length - 1]) is ('{', '}') or ('"', '"') or ('\'', '\'') or ('[', ']') or ('(', ')'))
        {
            bare = bare.Substring(1, bare.Length - 2).Trim();
        }

        return bare;
    }

    // "0000" and the 2xx of HTTP are yes; no list of other codes is published. A server in trouble may have done it all the same.
    private static Says OfCode(string code) =>
        code.Length == 0 ? Says.Nothing
        : Regex.IsMatch(code, "^(0{3,}|20[0-9]+)$") ? Says.Yes
        : Regex.IsMatch(code, "^5[0-9]{2}$") ? Says.Both
        : Says.No;

    private static Says OfWords(string words)
    {
        string rest = Regex.Replace(words, NoTrouble, string.Empty, Options).Trim();
        bool isSentence = Regex.IsMatch(rest, Sentence, Options) && !Has(rest, NotYet);
        string others = Regex.Replace(rest, Denied, " denied ", Options);
        return !Has(others, NotDone) ? (isSentence ? Says.Yes : Says.Nothing)
            : Has(others, Done) || Has(others, Open) ? Says.Both
            : Says.No;
    }

    private static bool Has(string text, string words) => Regex.IsMatch(text, $@"\b({words})\b", Options);
}
