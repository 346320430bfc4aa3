using RocketComs.Core.Json;
using Xunit;

namespace RocketComs.Core.Tests.Json;

public class AnswerWordsTests
{
    [Theory]
    [InlineData("", Says.Nothing)]
    [InlineData("\"", Says.Nothing)]
    [InlineData("{}", Says.Nothing)]
    [InlineData("Welcome", Says.Nothing)]
    [InlineData("200 Welcome", Says.Nothing)]
    [InlineData("12", Says.Nothing)]
    [InlineData("0 messages sent", Says.Nothing)]
    [InlineData("No errors", Says.Nothing)]
    [InlineData("Batch was deleted", Says.Yes)]
    [InlineData("'200 Batch was deleted'", Says.Yes)]
    [InlineData("(Sent with no errors)", Says.Yes)]
    [InlineData("[OK]", Says.Yes)]
    [InlineData("000", Says.Yes)]
    [InlineData("201", Says.Yes)]
    [InlineData("404", Says.No)]
    [InlineData("-1", Says.No)]
    [InlineData("rejected", Says.No)]
    [InlineData("NOT_FOUND", Says.No)]
    [InlineData("not-found", Says.No)]
    [InlineData("Batch was not deleted", Says.No)]
    [InlineData("500", Says.Both)]
    [InlineData("404 Batch was deleted", Says.Both)]
    [InlineData("Batch was deleted, the list rejected", Says.Both)]
    [InlineData("Some were rejected", Says.Both)]
    public void Sentence_word_or_code_says_yes_no_both_or_nothing(string text, object says) => Assert.Equal(says, AnswerWords.Judge(text));

    [Theory]
    [InlineData("<p>not found")]
    [InlineData("{not found")]
    [InlineData("[not found")]
    [InlineData("\"error\": rejected")]
    [InlineData("error' : rejected")]
    public void Page_or_broken_json_is_no_sentence(string text) => Assert.Equal(Says.Nothing, AnswerWords.Judge(text));

    [Theory]
    [InlineData(1000, Says.Yes)]
    [InlineData(1001, Says.Nothing)]
    public void Sentence_has_at_most_a_thousand_characters(int length, object says) =>
        Assert.Equal(says, AnswerWords.Judge("Batch " + new string('x', length - 14) + " deleted"));

    [Theory]
    [InlineData("deleted", true)]
    [InlineData("isDeleted", true)]
    [InlineData("is_deleted", true)]
    [InlineData("delete", false)]
    [InlineData("deletedAt", false)]
    public void Deed_is_a_whole_name(string name, bool isDeed) => Assert.Equal(isDeed, AnswerWords.IsDeed(name));

    [Theory]
    [InlineData("{ 'x' }", "x")]
    [InlineData("\uFEFF\"{x}\"\r\n", "x")]
    [InlineData("\"", "\"")]
    [InlineData("{x]", "{x]")]
    public void Braces_and_quotes_are_taken_off_in_pairs(string text, string bare) => Assert.Equal(bare, AnswerWords.Bare(text));
}
