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

/// <summary>What a write asks for: it decides which words are a yes.</summary>
[Flags]
internal enum Deed
{
    /// <summary>To make something.</summary>
    Make = 1,

    /// <summary>To send something to people.</summary>
    Send = 2,

    /// <summary>To change what is there.</summary>
    Update = 4,

    /// <summary>To remove something, or to stop it.</summary>
    Remove = 8,

    /// <summary>Any of these.</summary>
    Any = Make | Send | Update | Remove,
}

/// <summary>
/// Reads the plain sentences with which this API answers writes: <c>{200 Batch was successfully deleted}</c>, with or without the braces and the
/// number. A yes is a whole sentence of that form that names a deed like the one that was asked for, and nothing else: what is pending, could be done or was
/// only tried out is none. A message that was canceled or a batch that was deleted was not sent, and one that was created was not removed.
/// </summary>
/// <remarks>Source: the pages on deletions, single messages and members show a number of HTTP and a sentence within braces.</remarks>
internal static class AnswerWords
{
    private const int Longest = 1000;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // What any deed may be called, what only making, sending and changing, and what undoes them.
    private const string Whatever = "updated|saved|changed|renamed|accepted|submitted|stored|applied|modified|assigned|logged out";
    private const string Made = "created|sent|added|loaded|imported|scheduled|queued|enqueued|uploaded|registered|activated|subscribed";
    private const string Undone = "deleted|removed|cancell?ed";
    private const string Archived = "archived";
    private const string Well = "ok|okay|done|succe(ss(ful(ly)?)?|eded)";
    private const string All = $"{Well}|{Whatever}|{Made}|{Undone}|{Archived}";

    // Where it ends badly for what was made or sent. What a list or a template is, it may be for good.
    private const string Ends = $"{Undone}|fail(ed|ure)|rejected|refused|declined|denied|blocked|expired|suspended|stopped|aborted|undeliver(ed|able)|invalid( input)?|length error";

    private const string NotDone =
        "no|not|none|cannot|never|nothing|nobody|neither|nor|without|false|\\w+n['\u2019]t|unable|unsuccessful(ly)?|fail\\w*|err(ors?)?|erroneous"
        + "|den(y|ied)|declined|forbidden|refus\\w*|reject\\w*|invalid|illegal|incorrect|unauthori[sz]ed|unauthenticated|unsupported|insufficient"
        + "|exceed\\w*|expired|suspended|blocked|bad request|too many|nok|ko";

    // Words that leave open whether a refusal is of all of it.
    private const string Open = "may|might|could|would|some|few|part\\w*|half|if|unless|already";

    // Words that leave a deed open: it is to come, was tried out, or is a noun.
    private const string NotYet = Open + "|can|will|shall|should|must|to be|being|please|only|almost|nearly|later|soon|pending|dry|test|trial"
        + "|simul\\w*|preview|valid\\w*|deletion|removal|cancell?ation|creation|approval|confirm\\w*|verif\\w*|review|draft|0|zero|[0-9]+ of";

    private const string Helpers = "was|were|is|are|has been|have been|now|successfully";

    // A deed that is denied: "could not be changed", "no message was sent", "deleted: false".
    private const string Denied = "\\b((could|can|would|will|may|might|did|do|does|has|have|was|were|is|are) )?"
        + "(not|never|cannot|\\w+n['\u2019]t|unable|fail(ed|s|ure)?|nothing|nobody|none|no \\w+)( (to|be|been|being|get|yet|was|were|have|has))*( successfully)?"
        + $" ({All})\\b|\\b({All})\\b *[:=]+ *(false|no|0)\\b";

    private const string Processed = "(completed|processed|executed) successfully|successfully (completed|processed|executed)";
    private const string Beginning = "^((ok|success|done)[:,.!]+ *)?([\\w'\u2019\"#+-]+ ){0,8}?" + $"(({Helpers}) )*";
    private const string Ending = "( successfully| now)*"
        + "( (to|for|with|as|on|by|id:?|number|batch|campaign|list|delivery|sending|(?=[\\w+:.-]*[0-9])[\\w+:.-]+))*[.!]*$";

    // "No errors" and "not rejected" deny a no.
    private const string NoTrouble =
        "\\b((with|and) )?(no|not|without|0|zero|never)( any| been)? "
        + "(err\\w*|fail\\w*|problems?|warnings?|reject\\w*|refused|denied|declined|invalid|blocked)\\b";

    /// <summary>What a sentence, a word such as <c>NOT_FOUND</c> or a code in their place says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="deed">What was asked for.</param>
    public static Says Judge(string text, Deed deed)
    {
        string sentence = Bare(text);
        if (sentence.Length is 0 or > Longest || sentence[0] is '<' or '{' or '[' || Regex.IsMatch(sentence, "[\"']\\s*:"))
        {
            return Says.Nothing;
        }

        // A shorter number before words counts something: "0 messages sent".
        Match number = Regex.Match(sentence, @"^(-?[0-9]{3,6}|-[0-9]+)(?![\w,])[\s:.-]*");
        Says code = OfCode(number.Groups[1].Value);
        string words = Spaced(sentence.Substring(number.Length));
        return words.Length == 0 ? code : OfWords(words, deed) | (code == Says.Yes ? Says.Nothing : code);
    }

    /// <summary>What the name of a deed, such as <c>deleted</c>, says where it is true; nothing, where it is no such name or leaves open what was asked for.</summary>
    /// <param name="name">The name.</param>
    /// <param name="deed">What was asked for.</param>
    public static Says OfName(string name, Deed deed) =>
        Regex.IsMatch(name, $"^(is_?)?({Yes(deed)}|{Well})$", Options) ? Says.Yes
        : Regex.IsMatch(name, $"^(is_?)?({No(deed)})$", Options) ? Says.No
        : Says.Nothing;

    /// <summary>Whether the status of something says that it came to a bad end: <c>FAILED</c>, <c>CANCELED</c>.</summary>
    public static bool IsBadEnd(string? status) => status is not null && Regex.IsMatch(Spaced(status.Trim()), $"^({Ends})$", Options);

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

    private static Says OfWords(string words, Deed deed)
    {
        string rest = Regex.Replace(words, NoTrouble, string.Empty, Options).Trim();
        string others = Regex.Replace(rest, Denied, " denied ", Options);
        return Has(others, NotDone) ? (Has(Regex.Replace(others, $@"\b({No(deed)})\b", " ", Options), All) || Has(others, Open) ? Says.Both : Says.No)
            : Has(rest, NotYet) ? Says.Nothing
            : IsYes(rest, deed) ? Says.Yes
            : Regex.IsMatch(rest, $"{Beginning}({No(deed)}){Ending}", Options) ? Says.No
            : Says.Nothing;
    }

    // That it went well says nothing of what was asked for where it is another deed that went well.
    private static bool IsYes(string words, Deed deed) =>
        Regex.Match(words, $"{Beginning}({Yes(deed)}|(?<well>{Well})|{Processed}){Ending}", Options) is { Success: true } match
        && !(match.Groups["well"].Success && Has(words, deed == Deed.Remove ? Made : No(deed)));

    // The pages document "created" for a change, and the members of a list are removed by a change of it.
    private static string Yes(Deed deed) => Whatever
        + (deed == Deed.Remove ? string.Empty : "|" + Made)
        + (deed.HasFlag(Deed.Remove) ? $"|{Undone}|{Archived}" : deed.HasFlag(Deed.Update) ? "|" + Archived : string.Empty);

    // What never stands where nothing denies the deed.
    private static string No(Deed deed) => deed.HasFlag(Deed.Remove) ? "(?!)" : deed.HasFlag(Deed.Update) ? Undone : $"{Undone}|{Archived}";

    // Codes are written with other signs between their words: NOT_FOUND, IN-PROCESS.
    private static string Spaced(string words) => Regex.Replace(words, "(?<=[a-z])[_-](?=[a-z])", " ", Options);

    private static bool Has(string text, string words) => Regex.IsMatch(text, $@"\b({words})\b", Options);
}
