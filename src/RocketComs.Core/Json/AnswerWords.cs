using System.Text.RegularExpressions;

namespace RocketComs.Core.Json;

/// <summary>What a sentence says of the change that was asked for.</summary>
internal enum Verdict
{
    /// <summary>It was made.</summary>
    Yes,

    /// <summary>It was not made.</summary>
    No,

    /// <summary>Neither, or both.</summary>
    Unclear,
}

/// <summary>
/// Reads the plain sentences with which this API answers writes: <c>{200 Batch was successfully deleted}</c>, with or without the braces and the
/// number. Who says neither that something was done nor that it was not says nothing.
/// </summary>
/// <remarks>Source: the pages on deletions, single messages and members show a number of HTTP and a sentence within braces.</remarks>
internal static class AnswerWords
{
    private const int Longest = 300;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Done = "success(ful(ly)?)?|ok|okay|done|accept(ed)?|creat(ed|ion)|updat(ed|e)|delet(ed|ion)|remov(ed|al)|sent|added|saved|changed|renamed|loaded|imported"
        + "|scheduled|queued|enqueued|uploaded|received|registered|activated|archived|completed?|processed|submitted|stored|applied|modified|cancell?ed|subscribed|assigned|logged out";

    private const string NotDone = "no|not|non|none|cannot|never|nothing|nobody|neither|nor|\\w+n['\u2019]t|unable|unsuccessful(ly)?|fail\\w*|errors?|erroneous|den(y|ied)|declined?|forbidden|refus\\w*|reject\\w*"
        + "|invalid|illegal|incorrect|wrong|bad|missing|unknown|undefined|unauthori[sz]ed|unauthenticated|unavailable|unsupported|unexpected|unprocess\\w*|maintenance|offline|down|insufficient|exceed\\w*"
        + "|expired|suspended|blocked|disabled|locked|aborted|exception|timed out|timeout|conflict|too many|required?|closed";

    // Words that leave open whether all of it was done, or already.
    private const string Doubtful = "already|later|will|would|should|must|please|may|might|partial(ly)?|partly|some|only|being|pending approval|try|retry|again|warnings?|if|unless|but|except";

    /// <summary>What a sentence says.</summary>
    public static Verdict Judge(string text)
    {
        string sentence = Bare(text);
        if (sentence.Length is 0 or > Longest || sentence[0] is '<' or '{' or '[' || Regex.IsMatch(sentence, "[\"']\\s*:"))
        {
            return Verdict.Unclear;
        }

        // A shorter number before words counts something: "0 messages sent".
        Match number = Regex.Match(sentence, @"^(-?[0-9]{3,6}|-?[0-9]+$)(?![\w,])[\s:.-]*");
        string words = sentence.Substring(number.Length);
        if (number.Success && IsNoCode(number.Groups[1].Value))
        {
            return Verdict.No;
        }

        if (words.Length == 0)
        {
            return IsYesCode(number.Groups[1].Value) ? Verdict.Yes : Verdict.Unclear;
        }

        return SaysNo(words) ? Verdict.No : Has(words, Done) && !Has(words, Doubtful) && !Has(words, "0|zero") ? Verdict.Yes : Verdict.Unclear;
    }

    /// <summary>Whether a text, or a word such as <c>NOT_FOUND</c>, says that something was not done.</summary>
    public static bool SaysNo(string text)
    {
        string words = text.Replace('_', ' ').Replace('-', ' ');
        return Has(Regex.Replace(words, @"\b(no|without|0|zero)( any)? (errors?|failures?|problems?|warnings?)\b", string.Empty, Options), NotDone);
    }

    /// <summary>Whether a code is one of the platform or of HTTP that says no: neither 0000 nor 200 or its like.</summary>
    /// <remarks>"0000" is success; no list of other codes is published.</remarks>
    public static bool IsNoCode(string word) =>
        word.StartsWith("-", StringComparison.Ordinal) ? word.Length > 1 && word.Skip(1).All(char.IsDigit)
        : word.Length is >= 3 and <= 6 && word.All(char.IsDigit) && !IsYesCode(word);

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

    private static bool IsYesCode(string word) =>
        word.Length > 0 && word.All(char.IsDigit) && (word.All(digit => digit == '0') || (word.Length >= 3 && word.StartsWith("20", StringComparison.Ordinal)));

    private static bool Has(string text, string words) => Regex.IsMatch(text, $@"\b({words})\b", Options);
}
