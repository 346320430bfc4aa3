using RocketComs.Core.Api;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class AnswerComparisonTests
{
    private const string Id = TestClient.BatchId;

    private static readonly BatchDraft s_draft = new()
    {
        Operation = BatchOperation.MessageTemplate,
        CampaignId = Id,
        ExternalId = "a7896",
        Description = "Spring",
        StartDate = new DateTime(2027, 1, 31, 8, 0, 0),
        EndDate = new DateTime(2027, 2, 1),
        StartTime = new TimeSpan(9, 0, 0),
        EndTime = new TimeSpan(17, 0, 0),
        MessageTemplateId = Id,
        ShortLink = true,
        RecipientListIds = ["b-2", "a-1"],
    };

    private static readonly RcBatch s_echo = new()
    {
        Id = Id,
        CampaignId = Id.ToUpperInvariant(),
        ExternalId = "a7896",
        Description = "Spring",
        StartDate = new DateTime(2027, 1, 31),
        EndDate = new DateTime(2027, 2, 1),
        StartTime = new TimeSpan(9, 0, 0),
        EndTime = new TimeSpan(17, 0, 0),
        OperationType = "MESSAGE_TEMPLATE",
        MessageTemplateId = Id,
        NamedRecipientsListIds = ["A-1", "b-2"],
        Status = "PENDING",
    };

    private static readonly RcBatch s_created = s_echo with { Status = "CREATED" };

    [Fact]
    public void Faithful_answer_deserves_no_warning() => Assert.Empty(AnswerComparison.Warnings(s_draft, s_echo, s_created));

    [Fact]
    public void What_was_not_sent_is_not_missed() => Assert.Empty(AnswerComparison.Warnings(new BatchDraft { Operation = BatchOperation.MessageTemplate }, s_echo, s_created));

    [Theory]
    [InlineData("ERROR", RcBatchAction.Schedule, "Get-RcBatchError")]
    [InlineData("CREATED", RcBatchAction.Schedule, "whether it goes out is not known")]
    [InlineData("ERROR", RcBatchAction.Validate, null)]
    [InlineData("PENDING", RcBatchAction.Validate, "MAY BE GOING OUT")]
    public void Status_that_was_not_to_be_is_told(string status, RcBatchAction action, string? words)
    {
        IReadOnlyList<string> warnings = AnswerComparison.Warnings(s_draft with { Action = action }, s_echo with { Status = status }, null);
        Assert.Equal(words is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains(words!, warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("REJECTED")]
    [InlineData("failed")]
    [InlineData("CANCELLED")]
    [InlineData("ERROR")]
    public void Schedule_that_came_to_a_bad_end_is_told(string status) => Assert.Equal(
        [$"Batch {Id} was to be scheduled, but is {status}: see what is wrong with 'Get-RcBatchError {Id}'. What of it goes out is not documented."],
        AnswerComparison.Warnings(s_draft, s_echo with { Status = status }, s_created));

    [Theory]
    [InlineData(RcBatchAction.Schedule, "PENDING", "VALIDATE", "was to be scheduled, but shows the action VALIDATE")]
    [InlineData(RcBatchAction.Validate, "CREATED", "SCHEDULE", "MAY BE GOING OUT: VALIDATE WAS SENT, BUT ITS ACTION IS SCHEDULE.")]
    [InlineData(RcBatchAction.Schedule, "PENDING", "schedule", null)]
    [InlineData(RcBatchAction.Validate, "CREATED", "VALIDATE", null)]
    public void Other_action_is_told(RcBatchAction action, string status, string shown, string? words)
    {
        IReadOnlyList<string> warnings = AnswerComparison.Warnings(
            s_draft with { Action = action }, s_echo with { Status = status, AdditionalProperties = new Dictionary<string, object?> { ["action"] = shown } }, s_created);
        Assert.Equal(words is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains(words!, warning, StringComparison.Ordinal));
    }

    /// <summary>What may stand in a batch as its errors, and what is said of it.</summary>
    public static TheoryData<string, object?, string?> Troubles => new()
    {
        { "errors", new object?[] { "no balance" }, "no balance" },
        { "errors", new object?[] { new Dictionary<string, object?> { ["line"] = 3L, ["detailMessage"] = "bad" }, "x" }, "line 3, detailMessage bad; x" },
        { "failures", "no balance", "no balance" },
        { "fileErrors", 2L, "2" },
        { "errorCount", 1L, "1" },
        { "errors", new string('x', 201), new string('x', 200) + "…" },
        { "errors", Array.Empty<object?>(), null },
        { "errors", null, null },
        { "errors", false, null },
        { "fileErrors", 0L, null },
        { "terrors", "x", null },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Errors_of_the_batch_are_told(string name, object? shown, string? said) => Assert.Equal(
        said is null ? [] : [$"Batch {Id} came back with {name}: {said}. See 'Get-RcBatchError {Id}' and 'Get-RcBatch {Id}'."],
        AnswerComparison.Warnings(s_draft, s_echo with { AdditionalProperties = new Dictionary<string, object?> { [name] = shown } }, s_created));

    [Fact]
    public void What_was_not_sent_stays_as_it_was()
    {
        const string other = "05ee2300-51cd-4021-b28d-11597cf9a175";
        BatchDraft nothing = new() { Operation = BatchOperation.MessageTemplate };
        Assert.Equal(
            [
                $"CampaignId was not sent and was '{s_created.CampaignId}' before, but batch {Id} shows '{other}' now.",
                $"StartDate was not sent and was '2027-01-31' before, but batch {Id} shows '2027-01-30' now.",
            ],
            AnswerComparison.Warnings(nothing, s_echo with { CampaignId = other, StartDate = new DateTime(2027, 1, 30), Message = "new", OperationType = "CSV_FILE" }, s_created).Take(2));
        Assert.Empty(AnswerComparison.Warnings(nothing, new RcBatch { Id = Id, Status = "PENDING" }, s_created));
        Assert.Empty(AnswerComparison.Warnings(nothing, s_echo, new RcBatch { Id = Id, Status = "CREATED" }));
    }

    [Fact]
    public void Every_value_that_is_not_shown_is_named()
    {
        string[] warnings = [.. AnswerComparison.Warnings(s_draft with { Message = "Hi" }, new RcBatch { Id = Id, Status = "PENDING" }, s_created)];
        Assert.Equal(
            [
                $"CampaignId '{Id}' was sent, but batch {Id} shows none.", $"ExternalId 'a7896' was sent, but batch {Id} shows none.",
                $"Description 'Spring' was sent, but batch {Id} shows none.", $"StartDate '2027-01-31' was sent, but batch {Id} shows none.",
                $"EndDate '2027-02-01' was sent, but batch {Id} shows none.", $"StartTime '09:00' was sent, but batch {Id} shows none.",
                $"EndTime '17:00' was sent, but batch {Id} shows none.", $"MessageTemplateId '{Id}' was sent, but batch {Id} shows none.",
                $"Message 'Hi' was sent, but batch {Id} shows none.", $"RecipientListId 'a-1, b-2' was sent, but batch {Id} shows none.",
            ],
            warnings);
    }

    [Fact]
    public void Other_value_is_shown_beside_what_was_sent() => Assert.Equal(
        [$"StartTime '09:00' was sent, but batch {Id} shows '09:30'."],
        AnswerComparison.Warnings(s_draft, s_echo with { StartTime = new TimeSpan(9, 30, 0) }, s_created));

    [Theory]
    [InlineData("odd", "'odd'")]
    [InlineData(" ", "none")]
    [InlineData(7.5, "'7.5'")]
    [InlineData(true, "'True'")]
    [InlineData(new[] { 1 }, "'...'")]
    public void Value_that_cannot_be_read_is_shown_as_it_is(object shown, string said) => Assert.Equal(
        [$"StartDate '2027-01-31' was sent, but batch {Id} shows {said}."],
        AnswerComparison.Warnings(s_draft, s_echo with { StartDate = null, AdditionalProperties = new Dictionary<string, object?> { ["startDate"] = shown } }, s_created));

    [Fact]
    public void External_id_is_compared_to_the_letter() => Assert.Single(AnswerComparison.Warnings(s_draft, s_echo with { ExternalId = "A7896" }, s_created));

    [Fact]
    public void Other_kind_of_batch_is_named() => Assert.Equal(
        [$"OperationType 'MESSAGE_TEMPLATE' was sent, but batch {Id} shows 'CSV_FILE'."], AnswerComparison.Warnings(s_draft, s_echo with { OperationType = "CSV_FILE" }, s_created));

    /// <summary>Every parameter of the table, each wrong by itself.</summary>
    public static TheoryData<string, RcBatch> Losses => new()
    {
        { "CampaignId", s_echo with { CampaignId = null } },
        { "ExternalId", s_echo with { ExternalId = "a7897" } },
        { "Description", s_echo with { Description = "spring" } },
        { "StartDate", s_echo with { StartDate = new DateTime(2027, 1, 30) } },
        { "EndDate", s_echo with { EndDate = null } },
        { "StartTime", s_echo with { StartTime = new TimeSpan(9, 0, 1) + TimeSpan.FromMinutes(1) } },
        { "EndTime", s_echo with { EndTime = null } },
        { "ShortLink", s_echo with { AdditionalProperties = new Dictionary<string, object?> { ["shortlink"] = false } } },
        { "OperationType", s_echo with { OperationType = "CSV_FILE" } },
        { "MessageTemplateId", s_echo with { MessageTemplateId = "05ee2300-51cd-4021-b28d-11597cf9a175" } },
        { "RecipientListId", s_echo with { NamedRecipientsListIds = ["a-1"] } },
        { "Message", s_echo with { Message = "Hello\n there" } },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void Each_value_that_is_lost_is_one_warning_that_names_it(string parameter, RcBatch batch) =>
        Assert.StartsWith(parameter + " '", Assert.Single(AnswerComparison.Warnings(s_draft with { Message = "Hello\\nthere" }, Echoed(batch), s_created)), StringComparison.Ordinal);

    [Fact]
    public void Table_of_losses_holds_every_parameter_but_the_action_and_the_file() => Assert.Equal(
        Core.Api.BatchParameters.All.Select(parameter => parameter.Name switch { "namedRecipientsListIds" => "recipientlistid", var name => name.ToLowerInvariant() }).Where(name => name != "action").Order(StringComparer.Ordinal),
        Losses.Select(row => row.Data.Item1.ToLowerInvariant()).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Hello\\nthere", "Hello\nthere")]
    [InlineData("Hello\\nthere", "Hello\r\nthere")]
    [InlineData("Hello\nthere", "Hello\\nthere")]
    public void Line_break_in_another_notation_is_the_same(string sent, string shown) =>
        Assert.Empty(AnswerComparison.Warnings(s_draft with { Message = sent }, s_echo with { Message = shown }, s_created));

    [Fact]
    public void Description_without_the_blanks_around_it_is_the_same() =>
        Assert.Empty(AnswerComparison.Warnings(s_draft with { Description = " Spring " }, s_echo, s_created));

    [Theory]
    [InlineData(true)]
    [InlineData("TRUE")]
    [InlineData(1L)]
    [InlineData(null)]
    public void Short_link_that_is_shown_or_not_shown_at_all_is_no_warning(object? shown) => Assert.Empty(
        AnswerComparison.Warnings(s_draft with { ShortLink = true }, s_echo with { AdditionalProperties = new Dictionary<string, object?> { ["shortlink"] = shown } }, s_created));

    [Theory]
    [InlineData("CREATED", "PENDING", "IT WENT FROM CREATED TO PENDING")]
    [InlineData("CREATED", "DELIVERED", "IT WENT FROM CREATED TO DELIVERED")]
    [InlineData("CREATED", "ERROR", "IT WENT FROM CREATED TO ERROR")]
    [InlineData("CREATED", null, "IT WENT FROM CREATED TO no status")]
    [InlineData("CREATED", "created", null)]
    [InlineData("CREATED", "CREATED", null)]
    [InlineData(null, "PENDING", "IT IS PENDING")]
    [InlineData(null, "IN_PROCESS", "IT IS IN_PROCESS")]
    [InlineData(null, "COMPLETED", "IT IS COMPLETED")]
    [InlineData(null, "DELIVERED", "IT IS DELIVERED")]
    [InlineData(null, "UPLOADING", null)]
    [InlineData(null, "CREATED", null)]
    [InlineData(null, "ERROR", null)]
    [InlineData(null, null, null)]
    public void Validate_that_moved_the_batch_is_shouted_about(string? before, string? after, string? moved)
    {
        string[] warnings = [.. AnswerComparison.Warnings(s_draft with { Action = RcBatchAction.Validate }, s_echo with { Status = after }, before is null ? null : s_created with { Status = before })];
        string[] expected = moved is null
            ? []
            : [$"BATCH {Id} MAY BE GOING OUT: VALIDATE WAS SENT, BUT {moved}. Look at it now with 'Get-RcBatch {Id}', and call RocketCOMS if it must not go: nothing documented stops a batch."];
        Assert.Equal(expected, warnings);
    }

    [Fact]
    public void Schedule_may_move_the_batch() => Assert.Empty(AnswerComparison.Warnings(s_draft, s_echo with { Status = "IN_PROCESS" }, s_created));

    // Only the one that the test is about is lost: the text is there unless it is the text.
    private static RcBatch Echoed(RcBatch batch) => batch with { Message = batch.Message ?? "Hello\nthere" };

    [Fact]
    public void Blanks_around_a_text_line_ends_and_lists_named_twice_are_no_difference() => Assert.Empty(AnswerComparison.Warnings(
        s_draft with { ExternalId = "a7896 ", Description = "Spring\r\nsale", Message = "Hi\n ", RecipientListIds = ["a-1", "b-2", "A-1"] },
        s_echo with { Description = "Spring\nsale", Message = "Hi" },
        s_created));
}
