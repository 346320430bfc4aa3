using System;
using RocketComs.Core.Batches;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Batches;

public class EchoCheckTests
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

    [Fact]
    public void Faithful_answer_deserves_no_warning() => Assert.Empty(EchoCheck.Warnings(s_draft, s_echo, "CREATED"));

    [Fact]
    public void What_was_not_sent_is_not_missed() => Assert.Empty(EchoCheck.Warnings(new BatchDraft { Operation = BatchOperation.MessageTemplate }, s_echo, "CREATED"));

    [Fact]
    public void Every_value_that_is_not_shown_is_named()
    {
        string[] warnings = [.. EchoCheck.Warnings(s_draft with { Message = "Hi" }, new RcBatch { Id = Id, Status = "PENDING" }, "CREATED")];
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
        EchoCheck.Warnings(s_draft, s_echo with { StartTime = new TimeSpan(9, 30, 0) }, "CREATED"));

    [Fact]
    public void External_id_is_compared_to_the_letter() => Assert.Single(EchoCheck.Warnings(s_draft, s_echo with { ExternalId = "A7896" }, "CREATED"));

    [Fact]
    public void Other_kind_of_batch_is_named() => Assert.Equal(
        [$"OperationType 'MESSAGE_TEMPLATE' was sent, but batch {Id} shows 'CSV_FILE'."], EchoCheck.Warnings(s_draft, s_echo with { OperationType = "CSV_FILE" }, "CREATED"));

    [Theory]
    [InlineData("CREATED", "PENDING", true)]
    [InlineData("CREATED", null, true)]
    [InlineData("CREATED", "CREATED", false)]
    [InlineData(null, "PENDING", true)]
    [InlineData(null, "UPLOADING", false)]
    public void Validate_that_moved_the_batch_is_shouted_about(string? before, string? after, bool shouts)
    {
        string[] warnings = [.. EchoCheck.Warnings(s_draft with { Action = RcBatchAction.Validate }, s_echo with { Status = after }, before)];
        Assert.Equal(shouts, warnings.Length == 1);
        Assert.All(warnings, warning => Assert.StartsWith($"VALIDATE WAS SENT, BUT BATCH {Id} {(before is null ? "IS" : "WENT FROM CREATED TO")} ", warning, StringComparison.Ordinal));
    }
}
