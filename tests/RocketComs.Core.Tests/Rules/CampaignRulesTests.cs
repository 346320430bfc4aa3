using System.Globalization;
using System.Text;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC116 to RC119: the texts against what the registration of the campaign says.</summary>
public sealed class CampaignRulesTests
{
    private static readonly RcCampaign s_none = new() { Id = "05ee2300-51cd-4021-b28d-11597cf9a175", EmbeddedLink = false, EmbeddedPhone = false };
    private static readonly RcCampaign s_promises = new() { SubscriberOptout = true };

    [Theory]
    [InlineData("See https://example.com/sale", "https://example.com/sale")]
    [InlineData("See HTTPS://EXAMPLE.COM", "HTTPS://EXAMPLE.COM")]
    [InlineData("See www.example.com.", "www.example.com")]
    [InlineData("See example.com, today", "example.com")]
    [InlineData("SEE EXAMPLE.COM", "EXAMPLE.COM")]
    [InlineData("See shop.example.co.uk/x?y=1", "shop.example.co.uk/x?y=1")]
    [InlineData("bit.ly/3xYz", "bit.ly/3xYz")]
    [InlineData("Pay at acme.us/p", "acme.us/p")]
    [InlineData("https://müller.example/x", "https://müller.example/x")]
    [InlineData("http://10.0.0.1/x", "http://10.0.0.1/x")]
    [InlineData(@"Hi\nexample.com", "example.com")]
    [InlineData("See joe.pizza/menu", "joe.pizza/menu")]
    [InlineData("ACME.LIFE/DEAL", "ACME.LIFE/DEAL")]
    [InlineData("At 10.0.0.1/a", "10.0.0.1/a")]
    [InlineData("Get ftp://x.y now", "ftp://x.y")]
    [InlineData("Order at amazon.in today", "amazon.in")]
    [InlineData("amazon.in", "amazon.in")]
    [InlineData("All at Amazon.in.", "Amazon.in")]
    [InlineData("Visit Flipkart.in for more", "Flipkart.in")]
    [InlineData("SHOP AT FLIPKART.IN TODAY", "FLIPKART.IN")]
    [InlineData("from shop.acme.it with love", "shop.acme.it")]
    [InlineData("New: 7-eleven.be and acme2.me", "7-eleven.be")]
    [InlineData("our acme2.me is new", "acme2.me")]
    [InlineData("Meet acme.de today", "acme.de")]
    [InlineData("Get xn--e1afmkfd.xn--p1ai now", "xn--e1afmkfd.xn--p1ai")]
    [InlineData("Visit ibm.be now", "ibm.be")]
    [InlineData("Ends at 10.0.0.100/a", "10.0.0.100/a")]
    [InlineData("Go 24.us/p", "24.us/p")]
    [InlineData("It is all amazon.in\nnow", "amazon.in")]
    [InlineData(@"It is all amazon.in\nnow", "amazon.in")]
    [InlineData("It is all here (amazon.in)", "amazon.in")]
    [InlineData("It is all amazon.in, today", "amazon.in")]
    [InlineData("It is all amazon.in; today", "amazon.in")]
    [InlineData("It is all amazon.in! Today", "amazon.in")]
    [InlineData("Is it all amazon.in? It is", "amazon.in")]
    [InlineData("asp.net is a site, ASP.NET/core too", "asp.net")]
    public void Link_is_found(string text, string link)
    {
        RcBatchCsvIssue issue = Assert.Single(Check(s_none, text).Issues, issue => issue.RuleId == "RC116");
        Assert.Equal(RcIssueSeverity.Warning, issue.Severity);
        Assert.Equal("Message", issue.Column);
        Assert.Contains($"the link {link}, but", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb\nsee example.com", 3, "example.com")]
    [InlineData("\u00e9\n\u00e9\nget ftp://x.y now", 3, "ftp://x.y")]
    [InlineData("\u00e9\nhttps://m\u00fcller.example/x", 2, "https://m\u00fcller.example/x")]
    [InlineData("whatsapp://send\nsoon", 1, "whatsapp://send")]
    [InlineData("See www.m\u00fcller.example now", 1, "www.m\u00fcller.example")]
    public void Link_is_shown_on_its_line(string text, int line, string link)
    {
        RcBatchCsvIssue issue = Assert.Single(Check(s_none, text).Issues, issue => issue.RuleId == "RC116");
        Assert.Equal((line, $"The text contains the link {link}, but the campaign is registered without links (EmbeddedLink)."), ((int)issue.Line, issue.Message));
    }

    [Theory]
    [InlineData("://x and x://")]
    [InlineData("a :// b")]
    public void Colon_and_slashes_alone_are_no_link(string text) => Assert.DoesNotContain("RC116", Check(s_none, text).IssueSummary.Keys);

    // Each text says how to opt out (+) or not (-), and each is unlike the sample.
    [Theory]
    [InlineData("-", "The text does not say how to opt out, ", "The text resembles none of the samples ")]
    [InlineData("--", "None of the 2 texts says how to opt out, ", "None of the 2 texts resembles any of the samples ")]
    [InlineData("+-", "1 of the 2 texts does not say how to opt out, ", "None of the 2 texts resembles any of the samples ")]
    [InlineData("+--", "2 of the 3 texts do not say how to opt out, ", "None of the 3 texts resembles any of the samples ")]
    [InlineData("+a-a", "1 of the 4 texts does not say how to opt out, ", "2 of the 4 texts resemble none of the samples ")]
    [InlineData("aa-", "1 of the 3 texts does not say how to opt out, ", "1 of the 3 texts resembles none of the samples ")]
    public void Texts_against_the_registration_are_counted_in_words(string texts, string optOut, string unlike)
    {
        string file = string.Concat(texts.Select((text, row) => $"202555444{row},{text switch { '+' => "Win a cruise. Reply STOP to end", '-' => "Win a cruise", _ => "Doors open at nine. Reply STOP to end" }}\n"));
        RcBatchCsvReport report = BytesSource.Check(file, new CheckOptions { Campaign = new RcCampaign { SubscriberOptout = true, Sample1 = "Doors open at nine" } });
        Assert.StartsWith(optOut, BytesSource.Single(report, "RC118").Message, StringComparison.Ordinal);
        Assert.StartsWith(unlike, BytesSource.Single(report, "RC119").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_without_what_they_compare_with_are_told()
    {
        RcCampaign full = s_none with { SubscriberOptout = true, Sample1 = "Hello" };
        Assert.Equal(["RC012", "RC116", "RC117", "RC118", "RC119"], BytesSource.Check("2025550123,Hi\n", new CheckOptions()).UncheckedRules);
        Assert.Empty(BytesSource.Check("2025550123,Hi\n", new CheckOptions { Campaign = full, OptOutNumbers = ["2025550124"] }).UncheckedRules);
        Assert.Empty(BytesSource.Check("2025550123,Hi\n", new CheckOptions { Campaign = full with { EmbeddedLink = true, EmbeddedPhone = true, SubscriberOptout = false }, OptOutNumbers = ["2025550124"] }).UncheckedRules);
        Assert.Equal(
            ["RC012", "RC117", "RC118", "RC119"],
            BytesSource.Check("2025550123,Hi\n", new CheckOptions { Campaign = new RcCampaign { EmbeddedLink = false } }).UncheckedRules);
    }

    [Fact]
    public void Texts_of_more_segments_are_counted_too()
    {
        string file = "2025554440,Win a cruise\n2025554441,Win a trip\n2025554442," + new string('x', 200) + "\n";
        Assert.StartsWith("None of the 3 texts says", BytesSource.Single(BytesSource.Check(file, new CheckOptions { Campaign = s_promises }), "RC118").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Doors open at 9.30")]
    [InlineData("Doors open at 9.am")]
    [InlineData("Mail info@example.com")]
    [InlineData("We moved.Come and see. Sale.Com in.It is on")]
    [InlineData("e.g. shoes, i.e. boots, U.S. sizes, St.John")]
    [InlineData("It costs 1.299.00 or $1.50, v2.0")]
    [InlineData("see us.we are open")]
    [InlineData("Open today.in store only, closed tomorrow.it is cold. CALL NOW.IT IS FREE")]
    [InlineData("Please check.in at the desk, sign.in here, 9 a.m.to noon")]
    [InlineData("Ask for Maria.it is free, learn ASP.NET and VB.NET with us")]
    [InlineData("either/or, 24/7, w/o")]
    [InlineData("Mr.Smith/Jones, Dr.med./PhD, 1.5/2.5, v2.0/x, Mon.-Fri./Sat")]
    [InlineData("We park.be on time")]
    [InlineData("Row nine.no tickets needed")]
    [InlineData("Bring water.it will be hot")]
    [InlineData("Text yes.us team")]
    [InlineData("Go to acme.x/1, a 1.25/2.50 odd")]
    [InlineData("acme.v2/x and acme.v2 are out")]
    [InlineData("Please check.in")]
    [InlineData("Ready, set, go.to")]
    [InlineData("our e.shop.it soon")]
    [InlineData("All amazon.in,today")]
    [InlineData("All amazon.in: new")]
    [InlineData("At 10.0.0.x/a, 10.0.0.999/a or 10.0.0.0010/a")]
    [InlineData("either joe.pizza/ or not")]
    [InlineData("Sale .com")]
    public void What_is_no_link_is_passed_over(string text) => Assert.DoesNotContain("RC116", Check(s_none, text).IssueSummary.Keys);

    [Theory]
    [InlineData("Call 202-555-0100 now", "202-555-0100")]
    [InlineData("Call (202) 555-0100.", "(202) 555-0100")]
    [InlineData("Call 202.555.0100", "202.555.0100")]
    [InlineData("Call 202 555 0100", "202 555 0100")]
    [InlineData("Call 2025550100", "2025550100")]
    [InlineData("Call +12025550100!", "+12025550100")]
    [InlineData("Call 1-800-555-0199", "1-800-555-0199")]
    [InlineData("1-800-FLOWERS has roses", "1-800-FLOWERS")]
    [InlineData("800-FLOWERS has roses", "800-FLOWERS")]
    [InlineData("Ring +44 20 7946 0958", "+44 20 7946 0958")]
    [InlineData("Order by phone: 2025550100", "2025550100")]
    [InlineData("Our new number is 2025550100", "2025550100")]
    [InlineData(@"Questions?\n202-555-0100", "202-555-0100")]
    [InlineData("tel 202 555 01 99", "202 555 01 99")]
    [InlineData("at 202/555/0199", "202/555/0199")]
    [InlineData("2 0 2 5 5 5 0 1 9 9", "2 0 2 5 5 5 0 1 9 9")]
    [InlineData("Dial 212-555-HELP", "212-555-HELP")]
    public void Phone_number_is_found(string text, string phone)
    {
        RcBatchCsvIssue issue = Assert.Single(Check(s_none, text).Issues, issue => issue.RuleId == "RC117");
        Assert.Equal(RcIssueSeverity.Warning, issue.Severity);
        Assert.Contains($"the phone number {phone}, but", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From $1,299.00 to $2,000,000.00")]
    [InlineData("Open 2027-01-31 09:00-17:00")]
    [InlineData("01/31/2027 to 02/28/2027, 31.01.2027")]
    [InlineData("Order 2025550100 has shipped")]
    [InlineData("Order no. 2025550100")]
    [InlineData("Your order number is 2025550100")]
    [InlineData("Your OTP is 2025550100")]
    [InlineData("No. 2025550100 is ready")]
    [InlineData("2027-01-31 2027-02-01 10.12.2027 14.30")]
    [InlineData("Order #2025550100")]
    [InlineData("Flight 2025550199 lands")]
    [InlineData("Call by 2027-01-31 10 12")]
    [InlineData("1 2 3 4 5 6 7 8 9 0, 100/200/3000")]
    [InlineData("Order 114-3941689-8772232 has shipped")]
    [InlineData("Your code is 482913")]
    [InlineData("Your code: 2025550100")]
    [InlineData("Reply STOP to 12345 or 123456")]
    [InlineData("Tracking 1Z999AA10123456784")]
    [InlineData("Tracking number 9400111899223100001234")]
    [InlineData("Card 4111 1111 1111 1111")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00")]
    [InlineData("https://example.com/p/2025550100")]
    [InlineData("SKU 12345-67890, 10% off 2 for 1")]
    [InlineData("20207946 points, 1000000000 thanks")]
    public void What_is_no_phone_number_is_passed_over(string text) => Assert.DoesNotContain("RC117", Check(s_none, text).IssueSummary.Keys);

    [Fact]
    public void Number_of_the_region_is_found()
    {
        const string Text = "Ring 020 7946 0958";
        Assert.DoesNotContain("RC117", Check(s_none, Text).IssueSummary.Keys);
        Assert.Contains("RC117", BytesSource.Check($"+442079460958,{Text}\n", new CheckOptions { Campaign = s_none, DefaultRegion = "GB" }).IssueSummary.Keys);
    }

    [Theory]
    [InlineData("Sale. Reply STOP to end")]
    [InlineData("Sale. Txt stop 2 quit")]
    [InlineData("Sale. Text stop to 12345")]
    [InlineData("Stop to end")]
    [InlineData("STOP=END")]
    [InlineData("Sale. Reply with the word \"stop\"")]
    [InlineData("SALE. REPLY STOP TO END")]
    [InlineData("Sale. Opt out: QUIT")]
    [InlineData("Sale. To opt-out, reply N")]
    [InlineData("Unsubscribe: https://example.com/u")]
    [InlineData("Oferta. Responda ALTO")]
    [InlineData("Oferta. Responde baja")]
    [InlineData("Promo. Répondez STOP")]
    [InlineData("Angebot. Abmelden mit STOPP")]
    [InlineData("回复退订")]
    [InlineData("退订回T")]
    [InlineData(@"Sale\nReply STOP to end")]
    [InlineData("Promo. STOP au 36111")]
    [InlineData("Sale. Rates apply. HELP/STOP")]
    [InlineData("Sale. Msg rates apply. STOP to cancel")]
    [InlineData("Sale. To leave reply with the word stop")]
    [InlineData("Sale. Reply S.T.O.P.")]
    [InlineData("Sale. Txt S-T-O-P")]
    [InlineData("Sale. s t o p to end")]
    public void Opt_out_word_is_found(string text) => Assert.DoesNotContain("RC118", Check(s_promises, text).IssueSummary.Keys);

    [Theory]
    [InlineData("Doors open at nine")]
    [InlineData("Stop by our store")]
    [InlineData("STOP BY OUR STORE")]
    [InlineData("STOP by our store")]
    [InlineData("Our sale will end on Friday; cancel your plans")]
    [InlineData("Text us. Stop in today")]
    [InlineData("Nonstop fun at the weekend")]
    [InlineData("Bus STOP on Main")]
    [InlineData("Plan B. S.T.O.R.E. and U.S.A. only")]
    [InlineData("REMOVE before flight")]
    [InlineData("We will send you a cancel notice")]
    [InlineData("Type of cancel policy")]
    [InlineData("Please reply to cancel appointment")]
    public void Text_without_an_opt_out_word_is_counted(string text)
    {
        RcBatchCsvReport report = Check(s_promises, text);
        RcBatchCsvIssue issue = Assert.Single(report.Issues, issue => issue.RuleId == "RC118");
        Assert.Equal((RcIssueSeverity.Information, 0, 0), (issue.Severity, report.ErrorCount, report.WarningCount));
        Assert.StartsWith("The text does not say how to opt out", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To leave, reply WEG at any time.", "Sale! Reply weg to leave", true)]
    [InlineData("ACME: you are unsubscribed. Reply START to rejoin.", "Sale at ACME. Reply START", false)]
    [InlineData(null, "Sale! Text BYE", false)]
    public void Word_of_the_campaign_counts(string? optOutMessage, string text, bool isFound) =>
        Assert.Equal(isFound, !Check(s_promises with { OptoutMessage = optOutMessage }, text).IssueSummary.ContainsKey("RC118"));

    [Fact]
    public void Keyword_field_of_the_campaign_counts()
    {
        RcCampaign campaign = s_promises with { AdditionalProperties = new Dictionary<string, object?> { ["optoutKeywords"] = "STOP,BYE" } };
        Assert.DoesNotContain("RC118", Check(campaign, "Sale! Text BYE").IssueSummary.Keys);
    }

    [Fact]
    public void Files_are_told_once_where_the_first_text_is()
    {
        RcCampaign campaign = new() { SubscriberOptout = true, Sample1 = "Hi {name}, your order {id} has shipped: {link}. Reply STOP to opt out" };
        const string File = "2025554440,\"Hi Ann, your order 12 has shipped: https://example.com/1. Reply STOP to opt out\"\n"
            + "2025554441,Win a free cruise to the islands. Reply STOP to opt out\n2025554442,Win a free cruise to the islands\n(202) 555-4443,Not sent\n";
        RcBatchCsvReport report = BytesSource.Check(File, new CheckOptions { Campaign = campaign });
        RcBatchCsvIssue optOut = Assert.Single(report.Issues, issue => issue.RuleId == "RC118");
        RcBatchCsvIssue unlike = Assert.Single(report.Issues, issue => issue.RuleId == "RC119");
        Assert.Equal((3L, 3L, 1L), (optOut.Line, optOut.Row, report.IssueSummary["RC118"]));
        Assert.StartsWith("1 of the 3 texts does not say how to opt out", optOut.Message, StringComparison.Ordinal);
        Assert.Equal((2L, 2L, "Message"), (unlike.Line, unlike.Row, unlike.Column));
        Assert.StartsWith("2 of the 3 texts resemble none of the samples", unlike.Message, StringComparison.Ordinal);
        Assert.Equal("Win a free cruise to the islands. Reply STOP to opt out", unlike.Value);
    }

    [Theory]
    [InlineData("Spring sale at {store}: 20% off all shoes until Sunday. Reply STOP to opt out", "Summer sale at ACME! 30% off dresses this weekend", true)]
    [InlineData("Your verification code is {code}", "Your code is 123456", true)]
    [InlineData("Your verification code is {code}", "Your ACME verification code: 4711", true)]
    [InlineData("Hi John, your appointment with Dr. Smith is on May 3 at 9:00.", "Hi Maria, your appointment with Dr. Gonzales is on June 12 at 14:30.", true)]
    [InlineData("Hi John, your appointment with Dr. Smith is on May 3 at 9:00.", "Big weekend sale! Everything must go. Reply STOP to opt out", false)]
    [InlineData("Your order {#var#} has shipped. Reply STOP to opt out, HELP for help", "Vote on Tuesday! Reply STOP to opt out, HELP for help", false)]
    [InlineData("您的订单已发货，请查收", "您的订单已发货，明天送达", true)]
    [InlineData("您的订单已发货，请查收", "周末大促销全场五折", false)]
    [InlineData("{#var#}", "Anything at all", true)]
    [InlineData("Your order has shipped", "12345", true)]
    public void Likeness_is_of_words_without_names_numbers_and_links(string sample, string text, bool isAlike) =>
        Assert.Equal(isAlike, !Check(new RcCampaign { Sample3 = sample }, text).IssueSummary.ContainsKey("RC119"));

    [Fact]
    public void What_the_registration_does_not_say_is_no_issue() => Assert.Empty(
        Check(new RcCampaign { EmbeddedLink = null, EmbeddedPhone = true, SubscriberOptout = false, Sample1 = " " }, "Win! https://example.com or 202-555-0100").Issues);

    [Fact]
    public void Several_threads_and_pieces_tell_the_same()
    {
        RcCampaign campaign = s_none with { SubscriberOptout = true, Sample1 = "Doors open at nine" };
        StringBuilder file = new();
        for (int row = 0; row < 3000; row++)
        {
            file.AppendFormat(CultureInfo.InvariantCulture, "2025{0},{1}\n", 500_000 + row, (row % 7) switch { 2 => "See example.com. Reply STOP", 3 => "Call 202-555-0100", 5 => "\"Doors, open\"", _ => "Doors open at nine" });
        }

        byte[] bytes = Encoding.UTF8.GetBytes(file.ToString());
        RcBatchCsvReport parsed = BytesSource.Check(bytes, new CheckOptions { Campaign = campaign, CutsRecords = false, Threads = 1 });
        Assert.Equal((429L, 429L, 1L, 1L), (parsed.IssueSummary["RC116"], parsed.IssueSummary["RC117"], parsed.IssueSummary["RC118"], parsed.IssueSummary["RC119"]));
        foreach ((int threads, int piece) in ((int, int)[])[(1, 256 * 1024), (3, 4_000), (4, 999)])
        {
            RcBatchCsvReport cut = BytesSource.Check(bytes, new CheckOptions { Campaign = campaign, Threads = threads, PieceBytes = piece });
            Assert.Equal(parsed.Issues, cut.Issues);
            Assert.Equal(parsed.IssueSummary, cut.IssueSummary);
            Assert.Equal(parsed.SegmentHistogram, cut.SegmentHistogram);
        }
    }

    private static RcBatchCsvReport Check(RcCampaign campaign, string text) =>
        BytesSource.Check($"2025554444,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n", new CheckOptions { Campaign = campaign });
}
