using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What became of batches: every sentence, bar and row.</summary>
public sealed class DeliverySectionsTests
{
    [Fact]
    public void Batches_counters_messages_and_replies_are_told_whole() => Assert.Equal(
        """
        RocketComs report: sale-1, second
        Batches: 2
        Submitted: 1,203
        Delivered: 1,180
        Failed: 9
        Replies: 3
        == Batches
        -- The batches: Each batch with its status.
        Batch" | ExternalId" | Status | From$ | Until$ | Completed (UTC)$
        32df8770-ee48-46e7-a8c7-9ec478883076 | sale-1 | COMPLETED | 2127-01-30 | 2127-01-31 | 2127-01-30 20:00:00
        second | ∅ | PENDING | ∅ | ∅ | ∅
        == Delivery
        The counters are as the platform gave them; how they belong together is not documented. A dash is one that it left out.
        -- Messages by the platform's counters: A bar a counter, over all batches; hatched are rejected and failed messages.
        [Plain] 1203 Submitted
        [Plain] 1199 Processed
        [Wrong] 1 Rejected
        [Plain] 1190 Sent
        [Plain] 1180 Delivered
        [Wrong] 9 Failed
        [Doubtful] 1 InProgress
        Batch" | Submitted$ | Processed$ | Rejected$ | Sent$ | Delivered$ | Failed$ | InProgress$
        32df8770-ee48-46e7-a8c7-9ec478883076 | 1,200 | 1,199 | 1 | 1,190 | 1,180 | 9 | 1
        second | 3 | – | – | – | – | – | –
        == Messages
        4 of 7 messages did not arrive.
        -- Messages by status: A bar a status; hatched are messages that did not arrive.
        [Wrong] 3 FAILED
        [Plain] 2 SENT
        [Plain] 1 DELIVERED
        [Wrong] 1 REJECTED
        Status | Messages$ | Of all$
        FAILED | 3 | 42.9 %
        SENT | 2 | 28.6 %
        DELIVERED | 1 | 14.3 %
        REJECTED | 1 | 14.3 %
        -- Failures by reason: A bar a reason, as the platform words it.
        [Wrong] 2 FAILED: Unreachable
        [Wrong] 1 FAILED
        [Wrong] 1 REJECTED: Unreachable
        Reason | Messages$ | Of all$
        FAILED: Unreachable | 2 | 50.0 %
        FAILED | 1 | 25.0 %
        REJECTED: Unreachable | 1 | 25.0 %
        == When they went out
        3 messages of 7 carry no time and are not drawn.
        -- Messages over time, 10 seconds a column: Columns in the order of time (UTC): how many messages went out.
        [2 0 0 0 0 0 1 0 0 0 0 0 1] 2127-01-30 15:00:00 to 2127-01-30 15:02:00
        From (UTC)$ | Messages$ | So far$ | Of all$
        2127-01-30 15:00:00 | 2 | 2 | 50.0 %
        2127-01-30 15:00:10 | 0 | 2 | 50.0 %
        2127-01-30 15:00:20 | 0 | 2 | 50.0 %
        2127-01-30 15:00:30 | 0 | 2 | 50.0 %
        2127-01-30 15:00:40 | 0 | 2 | 50.0 %
        2127-01-30 15:00:50 | 0 | 2 | 50.0 %
        2127-01-30 15:01:00 | 1 | 3 | 75.0 %
        2127-01-30 15:01:10 | 0 | 3 | 75.0 %
        2127-01-30 15:01:20 | 0 | 3 | 75.0 %
        2127-01-30 15:01:30 | 0 | 3 | 75.0 %
        2127-01-30 15:01:40 | 0 | 3 | 75.0 %
        2127-01-30 15:01:50 | 0 | 3 | 75.0 %
        2127-01-30 15:02:00 | 1 | 4 | 100.0 %
        == Replies
        3 messages came back; 1 of them opted out with a word such as STOP.
        -- The latest replies: Two bars: replies that opt out, hatched, and all others; beside them the latest replies.
        [Wrong] 1 Opt out
        [Plain] 2 Others
        Came (UTC)$ | From" | Text"
        2127-01-30 17:00:00 | ••••••••78 | Opt-out!
        2127-01-30 16:00:00 | ∅ | Yes
        2127-01-30 16:00:00 | ••••• | I am •••••
        """,
        ReportOutline.Of(
            new RcBatch
            {
                Id = ReportSample.BatchId,
                ExternalId = "sale-1",
                Status = "COMPLETED",
                StartDate = new DateTime(2127, 1, 30),
                EndDate = new DateTime(2127, 1, 31),
                FinishedAt = At("2127-01-30 20:00"),
            },
            new RcBatch { Id = "second", Status = "PENDING" },
            new RcInsight { BatchId = ReportSample.BatchId, Submitted = 1200, Processed = 1199, Rejected = 1, Sent = 1190, Delivered = 1180, Failed = 9, InProgress = 1 },
            new RcInsight { BatchId = "second", Submitted = 3 },
            new RcBatchMessage { Id = "b1", Status = "SENT", SentAt = At("2127-01-30 15:00") },
            new RcBatchMessage { Id = "b2", Status = "FAILED", SentAt = At("2127-01-30 15:00") },
            new RcBatchMessage { Status = "SENT", SentAt = At("2127-01-30 15:01") },
            new RcBatchMessage { Id = "m1", Status = "SENT", SentAt = At("2127-01-30 15:02") },
            new RcMessage { Id = "m1", Status = "FAILED", ReasonText = "Unreachable" },
            new RcMessage { Id = "m2", Status = "REJECTED", ReasonText = "Unreachable" },
            new RcMessage { Id = "m3", Status = "FAILED", ReasonText = "Unreachable" },
            new RcMessage { Id = "m4", Status = "DELIVERED" },
            new RcReply { Id = "r3", Source = "20255", MessageText = "I am 20255", CreatedAt = At("2127-01-30 16:00") },
            new RcReply { Id = "r2", Source = "2025550178", MessageText = "Opt-out!", CreatedAt = At("2127-01-30 17:00") },
            new RcReply { Id = "r1", MessageText = "Yes", CreatedAt = At("2127-01-30 16:00") }));

    [Theory]
    [InlineData("Batches", 0)]
    [InlineData("Delivery", 0)]
    [InlineData("Messages", 0)]
    [InlineData("When they went out", 0)]
    [InlineData("Replies", 0)]
    [InlineData("Where the rows went", 0)]
    [InlineData("Errors and warnings", 0)]
    [InlineData("What it costs", 0)]
    [InlineData("The sending window by time zone", 1)]
    public void What_nothing_was_piped_of_has_no_section(string title, int sections)
    {
        Assert.Equal(sections, ReportDocumentBuilder.Build(ReportSample.Input(ReportSample.Window("Asia/Tokyo", 9, 10, 0)), ReportSample.Options).Sections.Count(section => section.Title == title));
        Assert.Empty(ReportDocumentBuilder.Build(new ReportInput(), ReportSample.Options).Sections);
    }

    [Fact]
    public void Messages_that_all_arrived_have_no_reasons() => Assert.Equal(
        "== Messages\n-- Messages by status: A bar a status; hatched are messages that did not arrive.\n[Plain] 1 DELIVERED\nStatus | Messages$ | Of all$\nDELIVERED | 1 | 100.0 %",
        ReportOutline.Section("Messages", new RcMessage { Id = "1", Status = "DELIVERED" }));

    [Fact]
    public void Messages_that_all_have_a_time_are_all_drawn() => Assert.Equal(
        """
        == When they went out
        -- Messages over time, 1 second a column: Columns in the order of time (UTC): how many messages went out.
        [1] 2127-01-30 15:00:00 to 2127-01-30 15:00:00
        From (UTC)$ | Messages$ | So far$ | Of all$
        2127-01-30 15:00:00 | 1 | 1 | 100.0 %
        """,
        ReportOutline.Section("When they went out", new RcMessage { Id = "1", Status = "SENT", StatusUpdatedAt = At("2127-01-30 15:00") }));

    [Fact]
    public void Reasons_beyond_the_twelfth_are_counted()
    {
        RcMessage[] messages = [.. Enumerable.Range(0, 13).SelectMany(i => Enumerable.Range(i, 20 - i).Select(each => new RcMessage { Id = $"{i}-{each}", Status = "FAILED", ReasonText = $"Reason {i}" }))];
        string[] lines = ReportOutline.Section("Messages", [.. messages]).Split('\n');
        Assert.Equal("182 of 182 messages did not arrive.", lines[1]);
        Assert.Equal(("[Wrong] 182 FAILED", "[Wrong] 20 FAILED: Reason 0", "[Wrong] 9 FAILED: Reason 11"), (lines[3], lines[7], lines[18]));
        Assert.Equal(("FAILED: Reason 0 | 20 | 11.0 %", "FAILED: Reason 11 | 9 | 4.9 %", "and 1 more reason"), (lines[20], lines[31], lines[^1]));
    }

    // What came before the first message answers something else. A batch of a day begins fourteen hours before that day begins in UTC.
    [Theory]
    [InlineData("batch message", "10:00", "11:00", 1, "is")]
    [InlineData("batch message", "11:00", "10:00", 3, "are")]
    [InlineData("batch message", null, "10:30", 2, "are")]
    [InlineData("message", "10:00", "11:00", 1, "is")]
    [InlineData("message", "11:00", "10:00", 3, "are")]
    [InlineData("message", null, "10:30", 2, "are")]
    [InlineData("batch", "2127-01-31", null, 1, "is")]
    [InlineData("batch without a day", null, null, 3, "are")]
    public void Reply_counts_from_the_first_moment_on(string kind, string? created, string? other, int earlier, string verb)
    {
        DateTimeOffset? Moment(string? time) => time is null ? null : At("2127-01-30 " + time);
        object item = kind switch
        {
            "batch message" => new RcBatchMessage { Id = "m", CreatedAt = Moment(created), SentAt = Moment(other) },
            "message" => new RcMessage { Id = "m", CreatedAt = Moment(created), StatusUpdatedAt = Moment(other) },
            "batch" => new RcBatch { Id = "b", StartDate = At(created!).Date },
            _ => new RcBatch { Id = "b", StartDate = DateTime.MinValue },
        };
        string[] lines = ReportOutline.Section("Replies", [item, new RcMessage { Id = "later", CreatedAt = Moment("23:00") }, .. Replies()]).Split('\n');
        Assert.Equal($"{ShownText.Count(5 - earlier, "message")} came back; 0 of them opted out with a word such as STOP.", lines[1]);
        Assert.Equal($"{earlier} more came before anything of this report was sent, and {verb} not counted.", lines[2]);
        Assert.Equal(5 - earlier, lines.Count(line => line.EndsWith(" | Hi", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_replies_count_where_nobody_knows_when_the_first_message_was_sent()
    {
        string[] lines = ReportOutline.Section("Replies", [new RcMessage { Id = "m" }, .. Replies()]).Split('\n');
        Assert.Equal(("5 messages came back; 0 of them opted out with a word such as STOP.", "-- The latest replies"), (lines[1], lines[2].Split(':')[0]));
    }

    private static RcReply[] Replies() =>
        [.. ((string?[])["09:59", "10:00", "10:30", "23:00", null]).Select((time, i) => new RcReply { Id = $"{i}", MessageText = "Hi", CreatedAt = time is null ? null : At("2127-01-30 " + time) })];

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
