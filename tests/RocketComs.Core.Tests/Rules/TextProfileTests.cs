using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The words of texts, and how much of two texts is in both.</summary>
public sealed class TextProfileTests
{
    [Theory]
    [InlineData("one. two")]
    [InlineData("one! two")]
    [InlineData("one? two")]
    [InlineData("one: two")]
    [InlineData("one\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\u2026 two")]
    [InlineData("one\u3002two")]
    [InlineData("one.. two")]
    [InlineData("one, two", false)]
    [InlineData("one; two", false)]
    [InlineData("one (two)", false)]
    public void Sentence_begins_after_what_ends_one(string text, bool begins = true) => Assert.Equal([true, begins], Words(text).Select(word => word.BeginsSentence));

    [Theory]
    [InlineData("azAZ09", "azAZ09")]
    [InlineData("a@b[c`d{e/f:g", "a b c d e f g")]
    [InlineData("caf\u00E9 cafe\u0301 \u0967\u0968 5\u20AC", "caf\u00E9 cafe\u0301 \u0967\u0968 5")]
    [InlineData("Aa BB Aa", "Aa BB Aa")] // Of one hash.
    [InlineData("", "")]
    public void Words_are_letters_and_digits_without_a_sign_between_them(string text, string words)
    {
        TextWord[] found = Words(text);
        Assert.Equal(words, string.Join(' ', found.Select(word => word.Word.Spelled)));
        Assert.All(found, word => Assert.Equal((word.Word.Spelled, word.Word.Spelled.ToLowerInvariant()), (text[word.Start..word.End], word.Lower)));
    }

    [Theory]
    [InlineData("STOP", true, false)]
    [InlineData("Stop", false, true)]
    [InlineData("stop", false, false)]
    [InlineData("sTOP", false, false)]
    [InlineData("A", false, true)]
    [InlineData("A1", true, false)]
    [InlineData("12", false, false)]
    public void Word_is_in_capitals_or_begins_with_one(string spelled, bool isUpper, bool isTitle)
    {
        KnownWord word = new(spelled);
        Assert.Equal((isUpper, isTitle), (word.IsUpper, word.IsTitle));
    }

    [Theory]
    [InlineData("orders", "order")]
    [InlineData("order", "order")]
    [InlineData("sale", "sale")]
    [InlineData("car", "car")]
    [InlineData("go", null)]
    [InlineData("please", null)]
    [InlineData("b2b", null)]
    [InlineData("\u8BA2\u5355\u5DF2\u53D1\u8D27\u4E86", "\u8BA2\u5355\u5DF2\u53D1\u8D27\u4E86")]
    [InlineData("a\u8BA2", null)]
    [InlineData("\u8BA2a", "\u8BA2a")]
    [InlineData("\u0DFF", null)]
    [InlineData("\u0E00", "\u0E00")]
    [InlineData("\u0EFF", "\u0EFF")]
    [InlineData("\u0F00", null)]
    [InlineData("\u303F", null)]
    [InlineData("\u3040", "\u3040")]
    [InlineData("\u30FF", "\u30FF")]
    [InlineData("\u3100", null)]
    [InlineData("\u33FF", null)]
    [InlineData("\u3400", "\u3400")]
    [InlineData("\u9FFF", "\u9FFF")]
    [InlineData("\uA000", null)]
    public void Word_is_compared_by_its_beginning(string word, string? stem) => Assert.Equal(stem, TextProfile.StemOf(word));

    // Of so many words on either side the square of the share that both have.
    [Theory]
    [InlineData("doors open nine", "doors open late", 4, 9)]
    [InlineData("doors open nine", "doors opening nine", 4, 9)]
    [InlineData("doors opened nine", "doors opening nine", 4, 9)]
    [InlineData("doors opens9 nine", "doors nine", 1, 1)]
    [InlineData("visit Anna today", "visit Anna", 4, 6)]
    [InlineData("visit Anna today", "visit today", 1, 1)]
    [InlineData("visit anna today", "visit Anna", 4, 6)]
    [InlineData("visit Anna", "visit anna today", 4, 6)]
    [InlineData("Visit Anna Today", "visit today", 2, 3)]
    [InlineData("Visit Anna today again", "visit today again", 1, 1)]
    [InlineData("anna visits Anna", "visit anna", 1, 1)]
    [InlineData("visit. Anna today", "visit today", 2, 3)]
    [InlineData("visit {first person} today", "visit today", 1, 1)]
    [InlineData("visit [first person] today", "visit today", 1, 1)]
    [InlineData("visit <first person> today", "visit today", 1, 1)]
    [InlineData("visit *|person|* today", "visit today", 1, 1)]
    [InlineData("visit %person% today", "visit today", 1, 1)]
    [InlineData("visit 50% or 20% today", "visit % today", 1, 1)]
    [InlineData("sale 20%", "sale 30%", 1, 1)]
    [InlineData("sale 20%", "sale", 1, 2)]
    [InlineData("$5 sale", "sale 7$", 1, 1)]
    [InlineData("sale 5\u20AC", "sale 5\u00A3", 1, 4)]
    [InlineData("sale 5\u00A5", "sale \u00A59", 1, 1)]
    [InlineData("\u60A8\u7684\u8BA2\u5355", "\u8BA2\u5355", 1, 3)]
    [InlineData("\u60A8\u7684\u8BA2\u5355", "\u53D1\u8D27", 0, 3)]
    [InlineData("doors open", "cars drive", 0, 4)]
    public void Share_of_what_two_texts_have_is_known(string one, string other, int shared, int all)
    {
        Assert.Equal(Math.Sqrt((double)shared / all), Profile(one).SharedWith(Profile(other)), 12);
        Assert.Equal(Math.Sqrt((double)shared / all), Profile(other).SharedWith(Profile(one)), 12);
    }

    [Theory]
    [InlineData("12345", true)]
    [InlineData("Hi, please reply to 5", true)]
    [InlineData("", true)]
    [InlineData("$5", false)]
    [InlineData("sale", false)]
    public void Text_without_a_word_that_counts_says_nothing(string text, bool isEmpty) => Assert.Equal(isEmpty, Profile(text).IsEmpty);

    [Theory]
    [InlineData("alpha delta gamma", true)]
    [InlineData("alpha delta gamma omega", false)]
    [InlineData("delta gamma omega", false)]
    [InlineData("12345", true)]
    public void Text_resembles_a_sample_of_which_it_has_a_third(string text, bool isResembled)
    {
        Assert.Equal(isResembled, new TextLikeness(["zulu zulus", "alpha bravo charlie"]).IsResembledBy(Profile(text)));
        Assert.True(new TextLikeness(["zulu", "{#var#}"]).IsResembledBy(Profile(text)));
    }

    [Fact]
    public void Samples_are_those_that_say_something() => Assert.Equal(
        ["one", "three", "five"], TextLikeness.SamplesOf(new RcCampaign { Sample1 = "one", Sample2 = " ", Sample3 = "three", Sample4 = null, Sample5 = "five" }));

    [Fact]
    public void Profile_is_of_the_last_text_alone()
    {
        TextProfile profile = Profile("doors open Anna");
        TextWords words = new();
        profile.Take("cars drive", words.Of("cars drive"), words);
        Assert.Equal((1.0, 0.0), (profile.SharedWith(Profile("cars drive")), profile.SharedWith(Profile("doors open Anna"))));
    }

    private static TextWord[] Words(string text) => [.. new TextWords().Of(text)];

    private static TextProfile Profile(string text)
    {
        TextProfile profile = new();
        TextWords words = new();
        profile.Take(text, words.Of(text), words);
        return profile;
    }
}
