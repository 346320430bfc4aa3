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
    public void Sentence_word_or_code_says_yes_no_both_or_nothing(string text, object says) => Assert.Equal(says, AnswerWords.Judge(text, Deed.Any));

    [Theory]
    [InlineData("<p>not found")]
    [InlineData("{not found")]
    [InlineData("[not found")]
    [InlineData("\"error\": rejected")]
    [InlineData("error' : rejected")]
    public void Page_or_broken_json_is_no_sentence(string text) => Assert.Equal(Says.Nothing, AnswerWords.Judge(text, Deed.Any));

    [Theory]
    [InlineData(1000, Says.Yes)]
    [InlineData(1001, Says.Nothing)]
    public void Sentence_has_at_most_a_thousand_characters(int length, object says) =>
        Assert.Equal(says, AnswerWords.Judge("Batch " + new string('x', length - 14) + " deleted", Deed.Remove));

    [Theory]
    [InlineData("deleted", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("isCanceled", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("is_archived", Says.No, Says.No, Says.Yes, Says.Yes)]
    [InlineData("created", Says.Yes, Says.Yes, Says.Yes, Says.Nothing)]
    [InlineData("sent", Says.Yes, Says.Yes, Says.Yes, Says.Nothing)]
    [InlineData("updated", Says.Yes, Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("delete", Says.Nothing, Says.Nothing, Says.Nothing, Says.Nothing)]
    [InlineData("deletedAt", Says.Nothing, Says.Nothing, Says.Nothing, Says.Nothing)]
    public void Name_of_a_deed_is_a_whole_name_and_is_that_of_what_was_asked_for_or_of_its_contrary(string name, object make, object send, object update, object remove) =>
        Assert.Equal([make, send, update, remove], new[] { Deed.Make, Deed.Send, Deed.Update, Deed.Remove }.Select(deed => (object)AnswerWords.OfName(name, deed)));

    [Theory]
    [InlineData("Message was sent successfully", Says.Yes, Says.Yes, Says.Yes, Says.Nothing)]
    [InlineData("Subscription created successfully", Says.Yes, Says.Yes, Says.Yes, Says.Nothing)]
    [InlineData("Batch updated", Says.Yes, Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("Batch was deleted", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("200 Message was canceled", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("Recipient deleted successfully", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("Batch deleted ok", Says.Nothing, Says.Nothing, Says.Nothing, Says.Yes)]
    [InlineData("Password reset successfully", Says.Yes, Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("Registered webhook removed", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("Cancellation accepted", Says.Nothing, Says.Nothing, Says.Nothing, Says.Nothing)]
    [InlineData("CANCELLED", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("Template archived", Says.No, Says.No, Says.Yes, Says.Yes)]
    [InlineData("Message created and canceled", Says.No, Says.No, Says.No, Says.Yes)]
    [InlineData("Message was canceled: rejected by the carrier", Says.No, Says.No, Says.No, Says.Both)]
    [InlineData("Message will be deleted", Says.Nothing, Says.Nothing, Says.Nothing, Says.Nothing)]
    [InlineData("Message sent, it can be canceled", Says.Nothing, Says.Nothing, Says.Nothing, Says.Nothing)]
    [InlineData("Batch was not created", Says.No, Says.No, Says.No, Says.No)]
    [InlineData("Sent, but the rest was rejected", Says.Both, Says.Both, Says.Both, Says.Both)]
    public void Words_are_a_yes_to_what_was_asked_for_alone(string text, object make, object send, object update, object remove) =>
        Assert.Equal([make, send, update, remove], new[] { Deed.Make, Deed.Send, Deed.Update, Deed.Remove }.Select(deed => (object)AnswerWords.Judge(text, deed)));

    [Theory]
    [InlineData("Recipients removed", Says.Yes)]
    [InlineData("Recipients added", Says.Yes)]
    [InlineData("List updated", Says.Yes)]
    public void Members_are_added_and_removed(string text, object says) => Assert.Equal(says, AnswerWords.Judge(text, Deed.Update | Deed.Remove));

    [Theory]
    [InlineData("FAILED", true)]
    [InlineData(" canceled ", true)]
    [InlineData("LENGTH-ERROR", true)]
    [InlineData("INVALID_INPUT", true)]
    [InlineData("UNDELIVERABLE", true)]
    [InlineData("NOT_STARTED", false)]
    [InlineData("ERROR", false)]
    [InlineData("PENDING", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Bad_end_is_one_of_few_statuses(string? status, bool isBad) => Assert.Equal(isBad, AnswerWords.IsBadEnd(status));

    [Theory]
    [InlineData("{ 'x' }", "x")]
    [InlineData("\uFEFF\"{x}\"\r\n", "x")]
    [InlineData("\"", "\"")]
    [InlineData("{x]", "{x]")]
    public void Braces_and_quotes_are_taken_off_in_pairs(string text, string bare) => Assert.Equal(bare, AnswerWords.Bare(text));
}
