using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Schedule spends money: it asks, and where nobody can answer it does nothing.</summary>
public sealed class ConfirmationTests
{
    private const string Warned = "12025550123,Hello\n12025550124,Hello again\n";

    [Fact]
    public void Schedule_asks_and_a_yes_sends()
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);
        string id = session.NewBatch(csv: Warned);

        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("PricePerSegment", 0.5m)).Single();

        string question = Assert.Single(host.Questions);
        Assert.Contains(id, question, StringComparison.Ordinal);
        Assert.Contains("2 recipients", question, StringComparison.Ordinal);
        Assert.Contains("2 segments", question, StringComparison.Ordinal);
        Assert.Contains("cost 1.00", question, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData(true, "RcBatchNotUpdatable")]
    [InlineData(false, "RcAlreadySent")]
    public void What_others_sent_while_the_question_stood_is_seen_before_the_answer_counts(bool isSame, string error)
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);
        string id = session.NewBatch("one");
        string other = isSame ? id : session.NewBatch("one");
        using HttpClient somebody = new() { BaseAddress = session.Sandbox.BaseUri, DefaultRequestHeaders = { Authorization = new("Bearer", session.Sandbox.AccessToken) } };
        host.WhileAsked = () =>
        {
            using MultipartFormDataContent form = new() { { new StringContent(Warned), "file", "other.csv" } };
            using HttpResponseMessage answer = somebody.PatchAsync(new Uri($"v1/batches/{other}?action=SCHEDULE&operationType=CSV_FILE", UriKind.Relative), form).GetAwaiter().GetResult();
            Assert.True(answer.IsSuccessStatusCode);
        };

        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv")).Error(error);

        Assert.Equal(["PATCH /v1/batches/" + other], session.WritePaths());
    }

    [Theory]
    [InlineData("Path")]
    [InlineData("MessageTemplateId")]
    public void What_the_question_said_and_is_so_no_longer_is_not_sent(string kind)
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);
        string id = session.NewBatch("one");
        using HttpClient somebody = new() { BaseAddress = session.Sandbox.BaseUri, DefaultRequestHeaders = { Authorization = new("Bearer", session.Sandbox.AccessToken) } };
        host.WhileAsked = () =>
        {
            using HttpContent change = kind == "Path"
                ? new MultipartFormDataContent { { new StringContent(Warned), "file", "other.csv" } }
                : new StringContent($$"""{"message":"{{new string('x', 299)}}"}""", System.Text.Encoding.UTF8, "application/json");
            string what = kind == "Path" ? $"batches/{id}?action=VALIDATE&operationType=CSV_FILE&startDate=2127-03-01" : $"message-templates/{TestSandbox.TemplateId}";
            using HttpResponseMessage answer = somebody.PatchAsync(new Uri("v1/" + what, UriKind.Relative), change).GetAwaiter().GetResult();
            Assert.True(answer.IsSuccessStatusCode);
        };

        ErrorRecord error = (kind == "Path"
            ? session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"))
            : session.Run("Update-RcBatch", ("Id", id), ("MessageTemplateId", TestSandbox.TemplateId), ("RecipientListId", TestSandbox.ListId))).Error("RcInvalidParameter");

        Assert.StartsWith("What the question for batch", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Schedule_asks_and_a_no_sends_nothing()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        string id = session.NewBatch();

        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv")).NoErrors();

        Assert.Single(host.Questions);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Schedule_asks_for_each_batch()
    {
        TestHost host = new("No", "Yes");
        using AccountSession session = new(host);
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Pipe([AccountSession.Record(("Id", one)), AccountSession.Record(("Id", two))], "Update-RcBatch", ("Path", "seed.csv"), ("AllowRepeat", true)).Single();

        Assert.Equal(2, host.Questions.Count);
        Assert.Equal(["PATCH /v1/batches/" + two], session.WritePaths());
    }

    [Fact]
    public void Yes_to_all_is_asked_once()
    {
        TestHost host = new("Yes to All");
        using AccountSession session = new(host);
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Pipe([AccountSession.Record(("Id", one)), AccountSession.Record(("Id", two))], "Update-RcBatch", ("Path", "seed.csv"), ("AllowRepeat", true)).NoErrors();

        Assert.Single(host.Questions);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void What_yes_to_all_let_pass_unread_is_warned_of_as_with_Force()
    {
        TestHost host = new("Yes to All");
        using AccountSession session = new(host);
        session.WriteFile("sound.csv", AccountSession.GoodCsv);
        session.WriteFile("gap.csv", "2025550101,Hi {name}\n2025550102,Hi {name}\n");

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Id", session.NewBatch("one")), ("Path", "sound.csv")), AccountSession.Record(("Id", session.NewBatch("two")), ("Path", "gap.csv"))], "Update-RcBatch").NoErrors();

        Assert.Matches("; all that are scheduled: 4 recipients, 4 segments[^.;]*; 2 warnings\\.", Assert.Single(host.Questions));
        Assert.EndsWith("gap.csv goes out with 2 warnings (RC113 2; Test-RcBatchCsv shows them).", Assert.Single(result.Warnings, warning => warning.Contains("goes out", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("MessageTemplateId")]
    [InlineData("Message")]
    public void Question_counts_recipients_and_cost_of_every_kind_of_batch(string kind)
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        string id = session.NewBatch();

        CommandResult result = kind switch
        {
            "Number" => session.Pipe([.. Enumerable.Range(0, 5).Select(digit => AccountSession.Row("1202555012" + digit, "Hi"))], "Update-RcBatch", ("Id", id), ("PricePerSegment", 0.01m)),
            "Message" => session.Run(
                "Update-RcBatch", ("Id", id), ("Message", "Hi"), ("RecipientListId", new[] { TestSandbox.ListId, TestSandbox.SecondListId }), ("PricePerSegment", 0.01m)),
            _ => session.Run(
                "Update-RcBatch", ("Id", id), ("MessageTemplateId", TestSandbox.TemplateId), ("RecipientListId", new[] { TestSandbox.ListId, TestSandbox.SecondListId }), ("PricePerSegment", 0.01m)),
        };

        result.NoErrors();
        string question = Assert.Single(host.Questions);
        Assert.Contains("5 recipients", question, StringComparison.Ordinal);
        Assert.Contains("5 segments", question, StringComparison.Ordinal);
        Assert.Contains("0.05", question, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Schedule_where_nobody_can_answer_fails_and_names_Force()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"));

        ErrorRecord error = result.Ended("RcConfirmationRequired");
        Assert.Contains("-Force", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("2 recipients", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(id, error.TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Force", true)]
    [InlineData("Confirm", false)]
    public void Force_or_Confirm_off_schedules_without_asking(string parameter, bool value)
    {
        TestHost host = new();
        using AccountSession session = new(host);
        using AccountSession unattended = new();

        foreach (AccountSession each in (AccountSession[])[session, unattended])
        {
            string id = each.NewBatch();
            Assert.Equal("PENDING", each.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), (parameter, value)).Single().Get<string>("Status"));
        }

        Assert.Empty(host.Questions);
    }

    [Fact]
    public void Validate_never_asks()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("Action", "Validate")).Single();

        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Force_does_not_silence_an_explicit_Confirm()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);

        Assert.Empty(session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("Force", true), ("Confirm", true)).NoErrors().Output);

        Assert.Contains(" (first text: '", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void New_asks_before_it_schedules()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        session.Run("New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow)).NoErrors();

        Assert.Contains("2 recipients", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }
}
