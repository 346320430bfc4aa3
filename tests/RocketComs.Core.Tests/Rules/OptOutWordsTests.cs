using RocketComs.Core.Rules.Texts;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Words by which a text says how to get no more of them, beside those that mean something else.</summary>
public sealed class OptOutWordsTests
{
    [Theory]
    [InlineData("Sale. E.N.D.")]
    [InlineData("Sale. Text quit in reply")]
    [InlineData("Text stop")]
    [InlineData("We text STOP signs")]
    [InlineData("Use HELP STOP anytime")]
    [InlineData("Hi you. STOP. Bye")]
    [InlineData("Hi. STOP . Bye")]
    [InlineData("STOP. Sale is on")]
    [InlineData("Write \"stop\" now")]
    [InlineData("Write 'stop' now")]
    [InlineData("Write *stop* now")]
    [InlineData("Write \u201Cstop\u201D now")]
    [InlineData("Write \u201Estop\u201C now")]
    [InlineData("Write \u00ABstop\u00BB now")]
    [InlineData("\u9000\u8BA2\u56DET")]
    [InlineData("Stop to end")]
    [InlineData("stop=end")]
    [InlineData("You can opt out")]
    [InlineData("Unsubscribe here")]
    public void Way_to_opt_out_is_found(string text) => Assert.True(AreIn(new(), text));

    [Theory]
    [InlineData("Sale. S.T-O.P")]
    [InlineData("Sale. s t o r e")]
    [InlineData("BIG SALE. END. NOW")]
    [InlineData("Text us or stop by")]
    [InlineData("Text us or stop in")]
    [InlineData("Text us or stop over")]
    [InlineData("Sale (end) now")]
    [InlineData("Now \"stop")]
    [InlineData("stop\" now")]
    [InlineData("A STOP. sale")]
    [InlineData("Please reply. Quit smoking now")]
    [InlineData("They text stop signs")]
    [InlineData("To end")]
    [InlineData("2 end")]
    [InlineData("out of stock")]
    [InlineData("")]
    public void Other_use_of_the_words_is_none(string text) => Assert.False(AreIn(new(), text));

    [Theory]
    [InlineData("Reply to BYE", "Sale! Text bye", true)]
    [InlineData("Reply \"bye\"", "Sale! Text bye", true)]
    [InlineData("BYE from ACME", "Sale! Text bye", false)]
    [InlineData("Reply bye", "Sale! Text bye", false)]
    [InlineData("Reply HELP", "Sale! Text help", false)]
    public void Word_that_the_campaign_says_to_reply_with_counts(string message, string text, bool isFound) => Assert.Equal(isFound, AreIn(new() { OptoutMessage = message }, text));

    private static bool AreIn(RcCampaign campaign, string text) => new OptOutWords(campaign).AreIn(text, new TextWords().Of(text));
}
