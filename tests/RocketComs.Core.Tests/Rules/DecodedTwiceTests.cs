using System.Text;
using RocketComs.Core.Rules.Texts;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC115.</summary>
public sealed class DecodedTwiceTests
{
    private static readonly Encoding s_windows1252 = Windows(1252);

    // In the order of CodePage.All.
    private static readonly int[] s_codePages = [1252, 1250, 1251, 437, 850, 852, 866, 10000];

    [Theory]
    [InlineData("Itâ€™s", "Itâ€™s", "It’s")]
    [InlineData("Itâ€™s here", "Itâ€™s", "It’s")]
    [InlineData("ItÃ¢â‚¬â„¢s here", "ItÃ¢â‚¬â„¢s", "It’s")]
    [InlineData("Come to the CafÃ© now", "CafÃ©", "Café")]
    [InlineData("Ã¼", "Ã¼", "ü")]
    [InlineData("fÃ¼r alle", "fÃ¼r", "für")]
    [InlineData("â€œSale", "â€œSale", "“Sale")]
    [InlineData("Today â€“ only", "â€“", "–")]
    [InlineData("Waitâ€¦", "Waitâ€¦", "Wait…")]
    [InlineData("Â£5 off", "Â£5", "£5")]
    [InlineData("5 â‚¬ only", "â‚¬", "€")]
    [InlineData("20Â°C", "20Â°C", "20°C")]
    [InlineData("SALEÂ£5", "SALEÂ£5", "SALE£5")]
    [InlineData("HelloÂ\u00A0world", "HelloÂ\u00A0world", "Hello\u00A0world")]
    [InlineData("VoilÃ\u00A0!", "VoilÃ\u00A0!", "Voilà!")]
    [InlineData("Ã‰tÃ© 2027", "Ã‰tÃ©", "Été")]
    [InlineData("MÃ©xico", "MÃ©xico", "México")]
    [InlineData("CÃ³rdoba", "CÃ³rdoba", "Córdoba")]
    [InlineData("Ã–sterreich", "Ã–sterreich", "Österreich")]
    [InlineData("ÃœBER", "ÃœBER", "ÜBER")]
    [InlineData("SÃƒO PAULO", "SÃƒO", "SÃO")]
    [InlineData("NÃƒO", "NÃƒO", "NÃO")]
    [InlineData("FRANÃ‡A", "FRANÃ‡A", "FRANÇA")]
    [InlineData("SeÃ±or Â¿QuÃ©?", "SeÃ±or", "Señor")]
    [InlineData("Ä°stanbul", "Ä°stanbul", "İstanbul")]
    [InlineData("zaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ…", "zaÅ¼Ã³Å‚Ä‡", "zażółć")]
    [InlineData("Å›wiat", "Å›wiat", "świat")]
    [InlineData("È™i", "È™i", "și")]
    [InlineData("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет")]
    [InlineData("Î¤ÎµÎ»Î¹ÎºÎ¬", "Î¤ÎµÎ»Î¹ÎºÎ¬", "Τελικά")]
    [InlineData("Tiáº¿ng Viá»‡t", "Tiáº¿ng", "Tiếng")]
    [InlineData("Ä‘á»“ng", "Ä‘á»“ng", "đồng")]
    [InlineData("ðŸ˜€", "ðŸ˜€", "😀")]
    [InlineData("Hi ðŸŽ‰!", "ðŸŽ‰!", "🎉!")]
    [InlineData("âœ… done", "âœ…", "✅")]
    [InlineData("ä½\u00A0å¥½", "ä½\u00A0å¥½", "你好")]
    [InlineData("ï»¿Hello", "ï»¿Hello", "\uFEFFHello")]
    [InlineData("Zoé, itâ€™s here", "itâ€™s", "it’s")]
    [InlineData("3Ã—4", "3Ã—4", "3×4")]
    [InlineData("ItΓÇÖs", "ItΓÇÖs", "It’s")]
    [InlineData("caf├⌐ Zoé", "caf├⌐", "café")]
    [InlineData("├ëcole", "├ëcole", "École")]
    [InlineData("Γé¼ 5", "Γé¼", "€")]
    [InlineData("Hi ≡ƒÄë!", "≡ƒÄë!", "🎉!")]
    [InlineData("ItÔÇÖs", "ItÔÇÖs", "It’s")]
    [InlineData("ð┐ÐÇð©ð▓ðÁÐé", "ð┐ÐÇð©ð▓ðÁÐé", "привет")]
    [InlineData("It‚Äôs", "It‚Äôs", "It’s")]
    [InlineData("Today ‚Äì only", "‚Äì", "–")]
    [InlineData("caf√©", "caf√©", "café")]
    [InlineData("ItвЂ™s", "ItвЂ™s", "It’s")]
    [InlineData("cafГ©", "cafГ©", "café")]
    [InlineData("РџСЂРёРІРµС‚ РІ РњРѕСЃРєРІРµ", "РџСЂРёРІРµС‚", "Привет")]
    [InlineData("cafĂ©", "cafĂ©", "café")]
    [InlineData("zaĹĽĂłĹ‚Ä‡ gÄ™Ĺ›lÄ…", "zaĹĽĂłĹ‚Ä‡", "zażółć")]
    [InlineData("za┼╝├│┼é─ç", "za┼╝├│┼é─ç", "zażółć")]
    [InlineData("╨┐╤А╨╕╨▓╨╡╤В", "╨┐╤А╨╕╨▓╨╡╤В", "привет")]
    public void Text_decoded_twice_is_a_warning_that_says_what_it_was(string text, string word, string was)
    {
        RcBatchCsvReport report = Check($"2025550100,Hello\n2025550101,\"{text}\"\n");
        RcBatchCsvIssue issue = Single(report, "RC115");
        Assert.Equal((2L, 2L, "Message", RcIssueSeverity.Warning, true), (issue.Line, issue.Row, issue.Column, issue.Severity, report.IsValid));
        Assert.Equal($"The text was decoded twice: {word} was {was}.", issue.Message);
    }

    [Fact]
    public void Suggestion_is_the_whole_text_as_it_was() => Assert.EndsWith(
        ": It’s at the Café “Zoé”, 5 €",
        Single(Check("2025550101,\"Itâ€™s at the CafÃ© â€œZoéâ€\u009D, 5 â‚¬\"\n"), "RC115").Suggestion,
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sound_text_is_no_warning_and_its_misreading_is_one(string sentence)
    {
        Assert.Equal(string.Empty, string.Join(' ', Fired(Check($"2025550101,\"{sentence.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")).Split(' ').Where(rule => rule == "RC115")));
        if (sentence.Any(character => character > '\u007F'))
        {
            string once = s_windows1252.GetString(Encoding.UTF8.GetBytes(sentence));
            foreach (string misread in (string[])[once, s_windows1252.GetString(Encoding.UTF8.GetBytes(once)), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(sentence))])
            {
                Assert.Contains("RC115", Fired(Check($"2025550101,\"{misread.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Code_pages_are_those_that_programs_have()
    {
        for (int page = 0; page < s_codePages.Length; page++)
        {
            Assert.Equal(
                Enumerable.Range(0x80, 0x71),
                Enumerable.Range(0x80, 0x71).Select(value => CodePage.All[page].ByteOf(Misread([(byte)value], s_codePages[page])[0])));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_is_read_back_whatever_code_page_it_was_read_in(string sentence)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(sentence);
        foreach (int codePage in s_codePages.Where(_ => bytes.Length > sentence.Length))
        {
            string misread = Misread(bytes, codePage);
            bool mayBeSound = codePage == 1250 && sentence.StartsWith("ÅRETS", StringComparison.Ordinal);
            Assert.Equal(!mayBeSound, DecodedTwice.MayStandIn(Encoding.UTF8.GetBytes(misread)) && DecodedTwice.Find(misread) is { } found && found.Text != misread);
        }
    }

    [Fact]
    public void Whole_text_is_read_back_once_its_code_page_is_known() => Assert.Equal(
        ("Привет в Москве", "Über Ärger", "Zażółć gęślą jaźń"),
        (DecodedTwice.Find("РџСЂРёРІРµС‚ РІ РњРѕСЃРєРІРµ")?.Text, DecodedTwice.Find("Ăśber Ă„rger")?.Text, DecodedTwice.Find("ZaĹĽĂłĹ‚Ä‡ gÄ™Ĺ›lÄ… jaĹşĹ„")?.Text));

    [Theory]
    [InlineData("PÓŁ CENY NA RÓŻE")]
    [InlineData("PĂŞUNE ŢARĂ… CASĂ–BIROU BRANDĂ® «PÂINĂ»")]
    [InlineData("её… «её» её – С… С» Р»")]
    [InlineData("п’є в’їзд дії… надії» Її")]
    [InlineData("ÚŽASNÉ MŮŽE VÝŠKA též…”")]
    [InlineData("norðæta hliðá suðíð Þjóðólfur")]
    [InlineData("»öffnen« ‚Äpfel‘ „Öl“")]
    [InlineData("oui—à “É” –É «à» cœur œuf")]
    [InlineData("Σήμερα ½ τιμή, Ω≈π")]
    [InlineData("≈£5 √π x²y 5€ 20°C")]
    [InlineData("┌─┐ ════ ░░ ►")]
    [InlineData("TVР… VIPС…")]
    public void Text_of_another_alphabet_is_no_warning(string text) => Assert.DoesNotContain("RC115", Fired(Check($"2025550101,\"{text}\"\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("IRMÃ…")]
    [InlineData("“IRMÃ”")]
    [InlineData("AMANHû e DEPOIS")]
    [InlineData("AMANHÃ – DOMINGO")]
    [InlineData("AMANHÖDOMINGO")]
    [InlineData("MAÇÃ® e LEITE™")]
    [InlineData("CAFÉ”")]
    [InlineData("CAFÉ’S")]
    [InlineData("CAFÉ™ et PÂTÉ®")]
    [InlineData("«\u00A0Café\u00A0» et «\u00A0Voilà\u00A0»")]
    [InlineData("Voilà\u00A0» ")]
    [InlineData("un été…”")]
    [InlineData("l’été”– bien")]
    [InlineData("hâlâ…” dedi")]
    [InlineData("HÂLÂ…")]
    [InlineData("SMÅ – og STORE")]
    [InlineData("på sjø…”")]
    [InlineData("HYVÄ… JÄ”")]
    [InlineData("Úžasné slevy! ÚŽASNÉ!")]
    [InlineData("též…” víš… až…“")]
    [InlineData("¿Qué¡")]
    [InlineData("está¡¡ ya")]
    [InlineData("PÂ\u00ADTÉ")]
    [InlineData("Ø – Ö – Ä")]
    [InlineData("NGÃ… XÃ NGÕ")]
    [InlineData("Nestlé®™ 5€")]
    [InlineData("20° à 5 €, ½ prix")]
    [InlineData("é² + à³")]
    [InlineData("¡Olé¡¡")]
    [InlineData("¡Olé¿¿")]
    [InlineData("¡Olé¡¡ahora")]
    [InlineData("voilàªš")]
    [InlineData("Tiáº¿")]
    [InlineData("JÄ® HYVÄ®Ä®")]
    [InlineData("È™È™È™")]
    [InlineData("«Ð²Ð²»")]
    [InlineData("Ã… E Ã… DOMINGO")]
    [InlineData("AMANHÃ’s e AMANHÃ’S")]
    [InlineData("SMÅ™er")]
    [InlineData("SMÅ\u00A0og SMÅ\u00ADog")]
    [InlineData("Å…og Å–og Å—og Å\u00A0og")]
    [InlineData("Å®ER")]
    [InlineData("Å®àr")]
    public void Near_miss_is_no_warning(string text) => Assert.DoesNotContain("RC115", Fired(Check($"2025550101,\"{text}\"\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ä®Ä‡", "Įć")]
    [InlineData("Ä®Ä‡Ä‡", "Įćć")]
    [InlineData("Ä®Ã‡", "ĮÇ")]
    [InlineData("á»“á»“", "ồồ")]
    [InlineData("á»¿a", "ỿa")]
    [InlineData("áº¿z", "ếz")]
    [InlineData("«Ð²Ð²Ð²»", "«ввв»")]
    [InlineData("de 5 Ã\u00A0 10 €", "de 5 à 10 €")]
    [InlineData("Å®a", "Ůa")]
    [InlineData("Å®z", "Ůz")]
    public void Characters_that_stand_in_sound_texts_too_are_bytes_where_enough_of_them_meet(string text, string was) => Assert.Equal(was, DecodedTwice.Find(text)?.Text);

    [Theory]
    [InlineData("Éa", 1, "Éa")]
    [InlineData("Éa", 2, "Éa")]
    [InlineData("Éa", 3, "Éa")]
    [InlineData("é", 2, "é")]
    [InlineData("é", 3, "é")]
    [InlineData("é", 4, "é")]
    [InlineData("é", 5, "Ã©")]
    [InlineData("’", 3, "’")]
    [InlineData("’", 4, "’")]
    [InlineData("’", 5, "â€™")]
    public void Text_is_undone_as_often_as_it_was_misread_up_to_four_times(string text, int times, string was)
    {
        for (int time = 0; time < times; time++)
        {
            text = s_windows1252.GetString(Encoding.UTF8.GetBytes(text));
        }

        Assert.Equal((0, was), (DecodedTwice.Find(text)?.Index, DecodedTwice.Find(text)?.Text));
    }

    [Theory]
    [InlineData(0x00A0, 0x017F)]
    [InlineData(0x0192, 0x0192)]
    [InlineData(0x0218, 0x021B)]
    [InlineData(0x02C6, 0x02C6)]
    [InlineData(0x02DC, 0x02DC)]
    [InlineData(0x0386, 0x03CE)]
    [InlineData(0x0400, 0x04FF)]
    [InlineData(0x05D0, 0x05EA)]
    [InlineData(0x060C, 0x06D2)]
    [InlineData(0x0900, 0x0EFF)]
    [InlineData(0x1E00, 0x1EFF)]
    [InlineData(0x2010, 0x2BFF)]
    [InlineData(0x3000, 0x30FF)]
    [InlineData(0x4E00, 0x9FFF)]
    [InlineData(0xAC00, 0xD7A3)]
    [InlineData(0xFE0F, 0xFE0F)]
    [InlineData(0xFEFF, 0xFEFF)]
    [InlineData(0xFF01, 0xFF5E)]
    [InlineData(0x1F000, 0x1FAFF)]
    public void Bytes_are_those_of_characters_that_texts_are_written_in(int first, int last)
    {
        Assert.Equal((first, last), (Sequence(first)?.CodePoint, Sequence(last)?.CodePoint));
        Assert.Equal((null, null), (Sequence(first - 1), Sequence(last + 1)));

        static MisreadSequence? Sequence(int codePoint) => MisreadSequence.At(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(codePoint))), 0, CodePage.Windows1252);
    }

    [Theory]
    [InlineData("Ã©", true)]
    [InlineData("Caf\u00C3\u00A9", true)]
    [InlineData("É, Café", false)]
    [InlineData("Cafe", false)]
    [InlineData("ItΓÇÖs", true)]
    [InlineData("It‚Äôs", true)]
    [InlineData("\uF8FFüòÄ", true)]
    [InlineData("it’s Привет Γεια “Hi”", false)]
    [InlineData("Γ", false)]
    public void Look_at_a_text_is_worth_while_where_two_bytes_can_have_become_characters(string text, bool isWorthWhile) =>
        Assert.Equal(isWorthWhile, DecodedTwice.MayStandIn(Encoding.UTF8.GetBytes(text)));

    public static TheoryData<string> Languages() => new(
        "Günstige Schuhe für Groß und Klein – nur heute!", "GRÖSSE ÄNDERN? ÜBER 500 STÜCK…", "„Schöne Grüße“ aus Köln", "Jetzt 20 % auf alles, außer Tiernahrung.",
        "C’est l’été : profitez de 20 % dès aujourd’hui !", "« À bientôt à l’hôtel », dit Zoé.", "PÂTÉ, CRÊPES ET CAFÉ : À VOLONTÉ…", "Où êtes-vous ? Ça alors, Noël arrive déjà…", "CŒUR DE BŒUF À L’HÔTEL",
        "¡Hola! ¿Cómo estás, señor Núñez?", "ÚLTIMOS DÍAS: ¡MAÑANA ACABA!", "Sólo hoy: 5 € de descuento en café…", "“¡Olé!”, gritó José.",
        "SÃO PAULO: NÃO PERCA A PROMOÇÃO DE AMANHÃ!", "IRMÃ, MÃE E AVÓ: PROMOÇÕES DE NATAL", "Não perca: só amanhã às 9h, pães e maçãs…", "“É a última!”, diz a irmã.", "ÀS 9H: LEILÃO, CAMARÃO E FEIJÃO – ATÉ AMANHû",
        "Perché no? È già Natale, più sconti per tutti!", "È L’ULTIMA OCCASIONE: CAFFÈ A METÀ PREZZO", "Città, università e caffè…",
        "Chào bạn, mã giảm giá của bạn là 5.000đ", "XIN CHÀO! MÃ SỐ CỦA BẠN ĐÃ SẴN SÀNG", "ĐÃ GIẢM GIÁ… HÃY ĐẾN NGAY!", "Tiếng Việt có dấu: ã, Ã, â, Â, ô, Ô và ê, Ê.", "ÂM NHẠC – ẤM ÁP",
        "Hâlâ fırsat var! İstanbul’da %50 indirim…", "ŞİMDİ KÂR ZAMANI: GÜNEŞ GÖZLÜĞÜ", "Çok güzel: ışık, ağaç, şölen",
        "Það er ódýrt í dag: ævintýri á Þingvöllum!", "ÚTSALA Í REYKJAVÍK – ALLT AÐ 50 % AFSLÁTTUR", "Gleðileg jól, Ásta og Ólöf…",
        "Καλημέρα! Έκπτωση 20 % σήμερα…", "ΠΡΟΣΦΟΡΑ ΓΙΑ ΕΣΑΣ: «ΩΡΑΙΑ ΡΟΥΧΑ»", "Ευχαριστούμε, τα λέμε αύριο",
        "Úžasné slevy na žluté kabáty – přijď včas!", "TĚŠTE SE: KŮŇ, ŽÁBA A ČÁP…", "„Též,“ řekl Jiří, „až zítra…“",
        "Zażółć gęślą jaźń – święta już jutro!", "WYPRZEDAŻ: ŁÓDŹ, KRAKÓW, GDAŃSK…", "Śpiesz się, każdy ćwierć złotego się liczy",
        "Smørrebrød på øen – i dag kun 50 kr…", "ÅRETS TILBUD: SMÅ PÅ VEJ", "Å være eller ikke være, det er spørsmålet",
        "Älä myöhästy: äiti ja isä, hyvää päivää!", "HYVÄÄ YÖTÄ, PÄÄSIÄINEN TULEE", "Räksmörgås på Öland – bara i dag…",
        "Árvíztűrő tükörfúrógép – most féláron!", "ŐSZI VÁSÁR: CIPŐ ÉS RUHA…", "Și mâine? Reduceri în București, țară și sat", "ÎN FIECARE ZI: CAFEA ȘI PÂINE",
        "Скидка 50 % только сегодня…", "«Привет», – сказал он.", "שלום! מבצע היום בלבד", "مرحبا، خصم اليوم فقط", "今日限り50％オフ…", "你好，欢迎光临！", "오늘만 할인합니다", "สวัสดีค่ะ ลดราคาวันนี้",
        "Õhtul on kõik soodne: müük täna – šokolaad ja žanr", "Ķīmija, šūna un ģērbonis: atlaides!", "Žemaitija, ąžuolas ir šuo – akcija!", "Só 5 € 😀🎉 hoje!");

    // Macs write the letter for the sign of ohms that .NET takes.
    private static string Misread(byte[] bytes, int codePage) => Windows(codePage).GetString(bytes).Replace('\u2126', '\u03A9');

    private static Encoding Windows(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage);
    }
}
