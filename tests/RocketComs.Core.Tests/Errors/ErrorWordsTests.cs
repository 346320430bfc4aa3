using System.Net;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Errors;

/// <summary>What an error says and advises, and whether it ends the command.</summary>
public class ErrorWordsTests
{
    [Theory]
    [InlineData("/data/a.csv", "/data/a.csv")]
    [InlineData("/data/my files/a.csv", "'/data/my files/a.csv'")]
    [InlineData("/data/Ann's.csv", "'/data/Ann''s.csv'")]
    [InlineData("/data/a(1).csv", "'/data/a(1).csv'")]
    [InlineData("/data/a[1].csv", "'/data/a[1].csv'")]
    [InlineData("(1).csv", "'(1).csv'")]
    public void Path_in_a_command_to_copy_is_quoted_where_a_shell_needs_it(string path, string quoted)
    {
        BatchCsvInvalidException exception = new(Report(path, 1));
        Assert.Equal($"Run 'Test-RcBatchCsv {quoted} -AsIssue' to see every issue with its suggestion, repair the file, and run the command again.", exception.RecommendedAction);
        Assert.Equal($"'{path}' has 1 error. Nothing was sent. Line 11: Bad 1 (RC001).", exception.Message);
    }

    [Fact]
    public void First_three_errors_are_told_by_line_or_by_row()
    {
        RcBatchCsvReport report = Report("a.csv", 4) with { ErrorCount = 1234 };
        Assert.Equal("'a.csv' has 1,234 errors. Nothing was kept. Line 11: Bad 1 (RC001). Line 12: Bad 2 (RC002). Line 13: Bad 3 (RC003).", new BatchCsvInvalidException(report, "Mend it.", "Nothing was kept.").Message);
        BatchCsvInvalidException rows = new(Report(null, 2));
        Assert.Equal("The rows have 2 errors. Nothing was sent. Row 1: Bad 1 (RC001). Row 2: Bad 2 (RC002).", rows.Message);
        Assert.Equal("Pipe the same rows to Test-RcBatchCsv to see every issue with its suggestion, repair them, and run the command again.", rows.RecommendedAction);
        Assert.Equal(
            ("No row of 'a.csv' can be sent as it is or be repaired. Nothing was written to 'b.csv'. Line 11: Bad 1 (RC001).", "a.csv"),
            new BatchCsvUnusableException("a.csv", "b.csv", Report("a.csv", 1).Issues[1..]) is var unusable ? (unusable.Message, unusable.Path) : default);
    }

    [Theory]
    [InlineData(null, null, null, "GET /x was answered with HTTP 401 Unauthorized.")]
    [InlineData("0401", "No.", null, "GET /x was answered with HTTP 401 Unauthorized: No. Status 0401.")]
    [InlineData(null, null, "t-1", "GET /x was answered with HTTP 401 Unauthorized. TraceId t-1.")]
    public void Answer_is_told_with_what_it_says(string? status, string? message, string? trace, string told) =>
        Assert.Equal(told, new ApiException(HttpStatusCode.Unauthorized, "GET /x", new ApiErrorBody(status, message, trace), null, "x").Message);

    [Fact]
    public void Only_what_no_other_request_could_mend_ends_a_command()
    {
        Assert.True(new ApiException(HttpStatusCode.Unauthorized, "r", new ApiErrorBody(null, null, null), null, "a").EndsCommand);
        Assert.False(new ApiException(HttpStatusCode.Forbidden, "r", new ApiErrorBody(null, null, null), null, "a").EndsCommand);
        UnexpectedResponseException unexpected = new("m", "a");
        Assert.Equal((false, true), (unexpected.EndsCommand, unexpected.AboutAnother().EndsCommand));
        Assert.True(new InsecureUriException(new Uri("http://a.test/b?c")).EndsCommand);
        Assert.True(new ConnectionClosedException(new Uri("https://a.test/")).EndsCommand);
        Assert.False(new RequestTimeoutException("r", TimeSpan.FromSeconds(1.5)).EndsCommand);
    }

    [Fact]
    public void Unexpected_answer_to_a_write_is_unknown_unless_it_was_a_no_and_keeps_the_rest()
    {
        InvalidOperationException inner = new("i");
        UnexpectedResponseException unexpected = new UnexpectedResponseException("Odd.", "Look.", inner).AboutAnother();
        UnexpectedResponseException write = unexpected.OfWrite("Find out.");
        Assert.Equal(("Odd. Whether the change was made is not known.", "Find out.", RcJournalOutcome.Unknown, true, inner), (write.Message, write.RecommendedAction, write.Outcome, write.IsAboutAnother, write.InnerException));
        UnexpectedResponseException no = unexpected.WithOutcome(RcJournalOutcome.Refused);
        Assert.Equal(("Odd.", RcJournalOutcome.Refused, true, inner), (no.Message, no.Outcome, no.IsAboutAnother, no.InnerException));
        Assert.Equal(("Odd. Nothing documented says that it was carried out.", RcJournalOutcome.Refused), (no.OfWrite("x").Message, no.OfWrite("x").Outcome));
        Assert.Equal(RcJournalOutcome.Done, unexpected.WithOutcome(RcJournalOutcome.Done).AboutAnother().OfWrite("x").Outcome);
    }

    [Theory]
    [InlineData("CampaignId", null, "; 'Get-RcCampaign -Name' finds it.")]
    [InlineData("BatchId", null, "; 'Get-RcBatch -ExternalId' finds it.")]
    [InlineData("MessageTemplateId", null, "; 'Get-RcMessageTemplate -Name' finds it.")]
    [InlineData("RecipientListId", null, "; 'Get-RcRecipientList -Name' finds it.")]
    [InlineData("RecipientListId", "Get-Other", "; 'Get-Other' finds it.")]
    [InlineData("Id", null, ".")]
    public void Id_that_is_none_is_told_with_what_finds_one(string name, string? finder, string advice)
    {
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => InvalidParameterException.ThrowIfNotUuid(name, "x", finder));
        Assert.Equal($"Give an id such as 32df8770-ee48-46e7-a8c7-9ec478883076, or the object that has it{advice}", exception.RecommendedAction);
        InvalidParameterException.ThrowIfNotUuid(name, null, finder);
        InvalidParameterException.ThrowIfNotUuid(name, "32DF8770-ee48-46e7-a8c7-9ec478883076", finder);
        Assert.Throws<InvalidParameterException>(() => InvalidParameterException.ThrowIfNotUuid(name, "32df8770-ee48-46e7-a8c7-9ec47888307x", finder));
    }

    [Theory]
    [InlineData("\u007E\u00A0\u2027\u202F\u2065\u206A\u200E\u200F", "\u007E\u00A0\u2027\u202F\u2065\u206A\u200E\u200F")]
    [InlineData("\u001F\u007F\u009F\u2028\u202E\u2066\u2069", "<U+001F><U+007F><U+009F><U+2028><U+202E><U+2066><U+2069>")]
    [InlineData("\r", "<U+000D>")]
    [InlineData("a\r\nb\r", "a\r\nb<U+000D>")]
    [InlineData("\uD83D\uDE00\u0007\uD83D\uDE00x", "\uD83D\uDE00<U+0007>\uD83D\uDE00x")]
    public void What_a_screen_obeys_is_hidden_to_the_bounds(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    // No attribute holds half a character.
    [Fact]
    public void Half_characters_are_hidden_and_whole_ones_beside_them_stay()
    {
        Assert.Equal("<U+D83D>", ShownText.Of("\uD83D"));
        Assert.Equal("<U+DE00>a", ShownText.Of("\uDE00a"));
        Assert.Equal("<U+D83D>\uD83D\uDE00<U+DE00>", ShownText.Of("\uD83D\uD83D\uDE00\uDE00"));
    }

    [Theory]
    [InlineData(1, "segment", "1 segment")]
    [InlineData(0, "row", "0 rows")]
    [InlineData(1_200, "day", "1,200 days")]
    [InlineData(2, "more reply", "2 more replies")]
    [InlineData(1, "more batch", "1 more batch")]
    [InlineData(3, "batch", "3 batches")]
    [InlineData(2, "status", "2 statuses")]
    public void Count_has_its_noun_in_the_number_that_it_wants(long count, string noun, string shown) => Assert.Equal(shown, ShownText.Count(count, noun));

    [Theory]
    [InlineData("a\r\nb\rc\nd\te", "a\\nb\\nc\\nd\te")]
    [InlineData("plain", "plain")]
    public void One_line_stays_one_line(string text, string shown) => Assert.Equal(shown, ShownText.OneLine(text));

    [Fact]
    public void Batch_without_a_status_is_said_to_be_without()
    {
        Assert.StartsWith("Batch b is without a status, and only a batch that is CREATED", Assert.Throws<BatchNotUpdatableException>(() => BatchesClient.RequireCreated(new RcBatch { Status = "" }, "b")).Message, StringComparison.Ordinal);
        Assert.StartsWith("It has been sent", BatchNotUpdatableException.AdviceAbout("b", "delivered"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Look with -WhatIf")]
    [InlineData("Do this.", "Do this.")]
    public void Ceiling_advises_what_it_is_told_to(string? advice, string told)
    {
        CeilingExceededException exception = new(5, "Too much.", advice);
        Assert.Equal((5, "Too much. Nothing was sent."), (exception.Limit, exception.Message));
        Assert.StartsWith(told, exception.RecommendedAction, StringComparison.Ordinal);
    }

    private static RcBatchCsvReport Report(string? path, int errors) => new()
    {
        Path = path,
        ErrorCount = errors,
        Issues =
        [
            new RcBatchCsvIssue { Severity = RcIssueSeverity.Warning, Message = "Only a warning.", RuleId = "RC100", Path = path },
            .. Enumerable.Range(1, errors).Select(i => new RcBatchCsvIssue { Severity = RcIssueSeverity.Error, Message = $"Bad {i}.", RuleId = $"RC00{i}", Path = path, Line = 10 + i, Row = i }),
        ],
    };
}
