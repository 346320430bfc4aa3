namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Finds the words by which a text says how to get no more of them, in the languages of docs/rules.md, RC118. A word that people also use
/// otherwise (<c>stop by</c>, <c>the end</c>) counts in quotes, where the text says to reply with it, and in capitals where it stands for itself or
/// says what for (<c>STOP to end</c>, <c>STOP au 36111</c>).
/// </summary>
internal sealed class OptOutWords
{
    // From the verb to the word: "reply with the word STOP".
    private const int MostWordsBetween = 3;
    private const int FewestLetters = 3;

    private static readonly HashSet<string> s_keywords =
    [
        "stop", "stopall", "end", "quit", "cancel", "unsubscribe", "optout", "revoke", "remove",
        "alto", "parar", "baja", "cancelar", "detener", "salir", "pare", "sair", "arret", "arrêt", "arreter", "arrêter", "stopp", "ferma", "annulla", "cancella", "basta",
        "rezygnuj", "стоп", "iptal", "huy",
    ];

    // They mean nothing else, in whatever case and place.
    private static readonly HashSet<string> s_unmistakable =
    [
        "unsubscribe", "unsubscribing", "stopall", "optout", "stop2end", "stop2quit", "stop2stop", "abmelden", "abbestellen", "abmeldung", "afmelden", "uitschrijven",
        "désabonner", "desabonner", "désabonnement", "désinscrire", "desinscrire", "désinscription", "desuscribir", "desuscribirse", "desuscribirte", "descadastrar",
        "desinscrever", "disiscriverti", "disiscriversi", "disiscriviti", "отписаться",
    ];

    private static readonly HashSet<string> s_verbs =
    [
        "reply", "replying", "respond", "responding", "text", "texting", "txt", "send", "sending", "sms", "message", "answer", "type",
        "responde", "responda", "responder", "envía", "envia", "envie", "enviar", "manda", "mande", "répondez", "repondez", "répondre", "repondre", "envoyez", "envoyer", "tapez",
        "antworte", "antworten", "sende", "senden", "schicke", "schreibe", "rispondi", "invia", "scrivi", "antwoord", "stuur", "odpowiedz", "wyślij", "wyslij", "svara", "svar",
        "skicka", "ответьте", "отправьте",
    ];

    // What stands between a capital word and what it is for or where it goes to.
    private static readonly HashSet<string> s_purposes = ["to", "2", "for", "au", "an", "al", "a", "para", "per", "pour", "zum", "om", "aby"];

    // Between the verb and the word they say that it is no instruction: "a text about your cancel policy".
    private static readonly HashSet<string> s_articles = ["to", "of", "you", "your", "our", "my", "a", "an"];

    // Whoever of them sends, recipients do not: "we will send".
    private static readonly HashSet<string> s_senders = ["we", "i", "they", "will", "ll"];

    // What the answer to an opt-out offers besides, and no opt-out.
    private static readonly HashSet<string> s_optIns = ["start", "unstop", "yes", "join", "subscribe", "help", "info", "ayuda", "aide", "hilfe"];

    // Of scripts that put no blanks between words.
    private static readonly string[] s_signs = ["退订", "退訂", "取消订阅", "取消訂閱", "配信停止", "配信解除", "수신거부"];

    private readonly HashSet<string> _keywords;

    /// <param name="campaign">The campaign, whose own words count too.</param>
    public OptOutWords(RcCampaign campaign) => _keywords = [.. s_keywords, .. Registered(campaign)];

    /// <summary>Whether one of them stands in a text.</summary>
    /// <param name="text">The text, its line breaks as such.</param>
    /// <param name="words">Its words.</param>
    public bool AreIn(string text, List<TextWord> words)
    {
        bool isShouted = IsShouted(text);
        for (int i = 0; i < words.Count; i++)
        {
            if (s_unmistakable.Contains(words[i].Lower) || IsPair(words, i) || (_keywords.Contains(words[i].Lower) && IsMeant(text, words, i, isShouted)))
            {
                return true;
            }
        }

        return IsSpelledOut(text, words) || Array.Exists(s_signs, sign => text.IndexOf(sign, StringComparison.Ordinal) >= 0);
    }

    // "S.T.O.P.", "S-T-O-P": filters look for the word.
    private bool IsSpelledOut(string text, List<TextWord> words)
    {
        for (int first = 0, end; first < words.Count; first = end)
        {
            end = first + 1;
            while (end < words.Count && IsLetterBeside(words[end - 1], words[end]) && text[words[end - 1].End] == text[words[first].End])
            {
                end++;
            }

            if (end - first >= FewestLetters && _keywords.Contains(string.Concat(words.GetRange(first, end - first).Select(static letter => letter.Lower))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetterBeside(in TextWord one, in TextWord other) => one.Lower.Length == 1 && other.Lower.Length == 1 && other.Start == one.End + 1;

    private static bool IsShouted(string text)
    {
        foreach (char character in text)
        {
            if (char.IsLower(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPair(List<TextWord> words, int index) =>
        index > 0 && (words[index - 1].Lower, words[index].Lower) is ("opt", "out") or ("de", "baja") or ("opting", "out");

    private bool IsMeant(string text, List<TextWord> words, int index, bool isShouted)
    {
        TextWord word = words[index];

        // "STOP by" and "stop in" invite people.
        bool isInvitation = word.Lower == "stop" && index + 1 < words.Count && words[index + 1].Lower is "by" or "in" or "over";
        bool isEmphasized = word.IsUpper && !isShouted;
        return IsQuoted(text, word)
            || (isEmphasized && !isInvitation && (IsAlone(text, word) || IsForSomething(words, index)))
            || (IsAfterVerb(words, index, isStrict: !isEmphasized) && (isEmphasized || !isInvitation))
            || IsEquated(text, words, index);
    }

    private static bool IsQuoted(string text, in TextWord word) =>
        word.Start > 0 && word.End < text.Length && "\"'\u201C\u201D\u2018\u2019\u201E\u00AB\u00BB*".IndexOf(text[word.Start - 1]) >= 0 && "\"'\u201C\u201D\u2018\u2019\u00AB\u00BB*".IndexOf(text[word.End]) >= 0;

    // Between signs, or the ends of the text: "Rates apply. STOP/HELP".
    private static bool IsAlone(string text, in TextWord word)
    {
        (int before, int after) = (word.Start - 1, word.End);
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        while (after < text.Length && text[after] == ' ')
        {
            after++;
        }

        return (before < 0 || !char.IsLetterOrDigit(text[before])) && (after >= text.Length || !char.IsLetterOrDigit(text[after]));
    }

    private static bool IsForSomething(List<TextWord> words, int index) =>
        (index + 1 < words.Count && (s_purposes.Contains(words[index + 1].Lower) || char.IsDigit(words[index + 1].Lower[0]) || s_optIns.Contains(words[index + 1].Lower)))
        || (index > 0 && s_optIns.Contains(words[index - 1].Lower));

    private static bool IsAfterVerb(List<TextWord> words, int index, bool isStrict)
    {
        for (int i = index; i > 0 && index - i <= MostWordsBetween && !(words[i].BeginsSentence && !words[i].IsUpper); i--)
        {
            string word = words[i - 1].Lower;
            if (s_verbs.Contains(word))
            {
                return !(isStrict && i > 1 && s_senders.Contains(words[i - 2].Lower));
            }

            if (isStrict && s_articles.Contains(word))
            {
                return false;
            }
        }

        return false;
    }

    // "Stop to end", "stop=end", "stop 2 quit".
    private bool IsEquated(string text, List<TextWord> words, int index) =>
        (index > 1 && words[index - 1].Lower is "to" or "2" or "para" or "pour" or "zum" && _keywords.Contains(words[index - 2].Lower))
        || (index > 0 && text.IndexOf('=', words[index - 1].End, words[index].Start - words[index - 1].End) >= 0 && _keywords.Contains(words[index - 1].Lower));

    // The words that the campaign's own text about opting out says to reply with, and those that it has in a field.
    private static IEnumerable<string> Registered(RcCampaign campaign)
    {
        string text = campaign.OptoutMessage ?? string.Empty;
        List<TextWord> words = new TextWords().Of(text);
        IEnumerable<string> said = words.Where((word, index) => (word.IsUpper || IsQuoted(text, word)) && IsAfterVerb(words, index, isStrict: false)).Select(word => word.Lower);
        IEnumerable<string> listed = campaign.AdditionalProperties
            .Where(field => string.Equals(field.Key, "optoutKeywords", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value is IEnumerable<object?> many ? many : [field.Value])
            .SelectMany(value => new TextWords().Of(value as string ?? string.Empty)).Select(word => word.Lower);
        return said.Concat(listed).Where(word => !s_optIns.Contains(word));
    }
}
