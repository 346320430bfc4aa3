using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What is refused before anything is changed.</summary>
public sealed class UpdateRefusalTests
{
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Start_in_the_past_is_refused_before_any_request()
    {
        using AccountSession session = new();
        DateTime past = new(2020, 2, 29);

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("StartDate", past), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(past, error.TargetObject);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void End_before_the_start_is_refused_before_any_request()
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run(
            "Update-RcBatch",
            ("Id", session.NewBatch()),
            ("Path", "seed.csv"),
            ("StartDate", AccountSession.Tomorrow.AddDays(2)),
            ("EndDate", AccountSession.Tomorrow),
            ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(AccountSession.Tomorrow, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void End_in_the_past_is_refused_before_any_request()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("EndDate", new DateTime(2020, 2, 29)), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("StartTime", "24:00:00")]
    [InlineData("StartTime", "-01:00:00")]
    [InlineData("EndTime", "09:00:30")]
    [InlineData("EndTime", "1.00:00:00")]
    public void Time_that_is_no_time_of_day_is_refused_before_any_request(string parameter, string time)
    {
        using AccountSession session = new();
        TimeSpan value = time == "24:00:00" ? TimeSpan.FromHours(24) : TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), (parameter, value), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(value, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Update_of_nothing_in_particular_is_refused()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Description", "Only words"), ("Force", true));

        Assert.Contains("-Path", result.Ended("RcInvalidParameter").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData(161)]
    [InlineData(500)]
    public void Text_over_160_characters_is_refused_before_any_request(int length)
    {
        using AccountSession session = new();
        string text = new('x', length);

        ErrorRecord error = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("Message", text), ("RecipientListId", TestSandbox.ListId), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(text, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Blank_text_is_refused_before_any_request(string text)
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Message", text), ("RecipientListId", TestSandbox.ListId), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("42")]
    [InlineData("../../v1/campaigns")]
    [InlineData("32df8770ee4846e7a8c79ec478883076")]
    public void Id_that_is_no_uuid_is_refused_before_any_request(string id)
    {
        using AccountSession session = new();
        session.WriteFile("good.csv", AccountSession.GoodCsv);

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", id), ("Path", "good.csv"), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(id, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("MessageTemplateId", "spring")]
    [InlineData("RecipientListId", "customers")]
    public void Template_or_list_that_is_no_uuid_is_refused_before_any_request(string parameter, string value)
    {
        using AccountSession session = new();
        string other = parameter == "RecipientListId" ? "MessageTemplateId" : "RecipientListId";

        ErrorRecord error = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), (parameter, value), (other, UnknownId), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal(value, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Missing_file_is_an_error_about_the_path()
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "./nowhere.csv"), ("Force", true)).Error("RcFileNotFound");

        Assert.Equal("./nowhere.csv", error.TargetObject);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Number,Message\n12025550123,Hi\n")]
    [InlineData("12025550123;Hi\n")]
    [InlineData("12025550123,Hi, you\n")]
    [InlineData("12025550123,\"Hi\n")]
    [InlineData(AccountSession.BadCsv)]
    public void Bad_file_is_refused_before_any_request(string csv)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string path = session.WriteFile("bad.csv", csv);

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", id), ("Path", path), ("Force", true)).Error("RcCsvInvalid");

        Assert.Equal(path, error.TargetObject);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("Test-RcBatchCsv", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Schedule")]
    [InlineData("Validate")]
    public void Batch_that_is_not_created_is_refused_after_a_look(string action)
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("Action", action), ("Force", true)).Error("RcBatchNotUpdatable");

        Assert.Equal(id, error.TargetObject);
        Assert.Equal(["GET"], session.Sandbox.Requests.Select(request => request.Method));
    }

    [Fact]
    public void Unknown_batch_is_an_error_about_the_id_with_the_api_s_words()
    {
        using AccountSession session = new();
        session.WriteFile("good.csv", AccountSession.GoodCsv);

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", UnknownId), ("Path", "good.csv"), ("Force", true)).Error("RcNotFound");

        Assert.Equal(UnknownId, error.TargetObject);
        Assert.Contains("404", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Refusal_of_the_platform_is_an_error_about_the_batch()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        ErrorRecord error = session.Run(
            "Update-RcBatch", ("Id", id), ("MessageTemplateId", UnknownId), ("RecipientListId", TestSandbox.ListId), ("Action", "Validate")).Error("RcBadRequest");

        Assert.Equal(id, error.TargetObject);
        Assert.Contains("does not exist", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_file_is_sent_when_the_check_is_skipped()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.WriteFile("bad.csv", AccountSession.BadCsv);

        session.Run("Update-RcBatch", ("Id", id), ("Path", "bad.csv"), ("SkipValidation", true), ("Action", "Validate")).Single();

        Assert.Equal(AccountSession.BadCsv, Assert.Single(session.Sandbox.Writes).PartText("file"));
    }
}
