using System.Collections;
using System.Management.Automation;
using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What a user gets for everything that can go wrong between here and the platform: each fault of the sandbox, ordered and met.</summary>
public class FaultTests
{
    // An answer within this time is none that came too late.
    private const int Seconds = 1;
    private const int Errors = 150;

    [Theory]
    [InlineData("Status", "RcServerError")]
    [InlineData("DropAfterBody", "RcConnectionFailed")]
    [InlineData("DropBeforeBody", "RcConnectionFailed")]
    [InlineData("DropAnswer", "RcConnectionFailed")]
    [InlineData("DropInAnswer", "RcConnectionFailed")]
    [InlineData("TruncatedJson", "RcUnexpectedResponse")]
    [InlineData("GarbledJson", "RcUnexpectedResponse")]
    [InlineData("Delay", "RcTimeout")]
    [InlineData("SlowAnswer", "RcTimeout")]
    public void Read_that_meets_a_fault_fails_by_name_and_the_next_one_works(string kind, string errorId)
    {
        using AccountSession session = new(null, ("MaximumRetryCount", 0), ("TimeoutSec", Seconds));
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault(kind, "GET"));

        CommandResult result = session.Run("Get-RcBatch", ("Id", id));

        Assert.Equal(errorId, Id(Assert.Single(result.Errors)));
        Assert.Equal(kind, Assert.Single(session.Sandbox.Requests).Fault);
        Assert.Equal(id, session.Run("Get-RcBatch", ("Id", id)).Single().Get<string>("Id"));
    }

    [Theory]
    [InlineData("Status", "RcServerError", false)]
    [InlineData("DropAfterBody", "RcOutcomeUnknown", false)]
    [InlineData("DropAnswer", "RcOutcomeUnknown", true)]
    [InlineData("DropInAnswer", "RcOutcomeUnknown", true)]
    [InlineData("TruncatedJson", "RcUnexpectedResponse", true)]
    [InlineData("GarbledJson", "RcUnexpectedResponse", true)]
    [InlineData("Delay", "RcOutcomeUnknown", true)]
    [InlineData("SlowAnswer", "RcOutcomeUnknown", true)]
    public void Update_that_meets_a_fault_goes_out_once_and_its_error_tells_what_is_known(string kind, string errorId, bool isDone)
    {
        // Four more tries are allowed, and none is made: the platform may have done it.
        using AccountSession session = new(null, ("TimeoutSec", Seconds));
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault(kind, "PATCH"));

        CommandResult result = session.Run("Update-RcBatch", Update(session, id));

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal((errorId, id), (Id(error), error.TargetObject));
        Assert.Contains("Get-RcBatch", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Single(session.Sandbox.Writes);
        Assert.Equal(isDone ? "changed" : null, session.Run("Get-RcBatch", ("Id", id)).Single().Get<string>("Description"));
    }

    [Fact]
    public void Update_whose_connection_breaks_before_its_body_was_read_goes_out_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("DropBeforeBody", "PATCH"));
        CommandResult result = session.Run("Update-RcBatch", Update(session, id));
        Assert.Equal("RcOutcomeUnknown", Id(Assert.Single(result.Errors)));
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Update_that_the_platform_stops_reading_ends_in_time()
    {
        using AccountSession session = new(null, ("TimeoutSec", Seconds));
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("SlowRequest", "PATCH", ("BytesPerSecond", 1)));
        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", id), ("Path", session.WriteFile("large.csv", new byte[32 * 1024 * 1024])), ("SkipValidation", true), ("Action", "Validate"));
        Assert.Equal("RcOutcomeUnknown", Id(Assert.Single(result.Errors)));
    }

    [Theory]
    [InlineData("GET", 503)]
    [InlineData("PATCH", 429)]
    [InlineData("PATCH", 503)]
    public void What_surely_did_nothing_is_tried_again_until_it_works(string method, int status)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("Status", method, ("Status", status), ("RetryAfter", "0"), ("Times", 3)));
        Assert.Equal("changed", session.Run("Update-RcBatch", Update(session, id)).Single().Get<string>("Description"));
        Assert.Equal([status, status, status, 200], session.Sandbox.Requests.Where(request => request.Method == method).Select(request => request.StatusCode));
    }

    [Fact]
    public void Gateway_page_is_quoted_in_short()
    {
        using AccountSession session = new(null, ("MaximumRetryCount", 0));
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("ContentType", "GET", ("Body", "<html><head><style>p{}</style></head><body><p>Please <b>sign in</b></p></body></html>")));
        ErrorRecord error = Assert.Single(session.Run("Get-RcBatch", ("Id", id)).Errors);
        Assert.Equal("RcUnexpectedResponse", Id(error));
        Assert.Contains("'Please sign in'", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonException", error.ErrorDetails.Message + error.Exception.GetType().Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_under_another_content_type_is_read_all_the_same()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("ContentType", "GET", ("Times", 0), ("ContentType", "text/plain")));
        session.Sandbox.AddFault(Fault("ContentType", "PATCH"));
        Assert.Equal("changed", session.Run("Update-RcBatch", Update(session, id)).Single().Get<string>("Description"));
        Assert.Equal(["ContentType", "ContentType"], session.Sandbox.Requests.Select(request => request.Fault));
    }

    [Theory]
    [InlineData("TotalAsPages", Errors)]
    [InlineData("TotalAsItems", Errors)]
    [InlineData("PageSizeCapped", Errors)]
    public void List_ends_with_what_the_platform_has_whatever_it_says_of_pages(string kind, int expected)
    {
        using AccountSession session = new();
        string id = session.NewBatch(csv: new StringBuilder().Insert(0, "abc,Hello\n", Errors).ToString());
        session.Sandbox.AddFault(Fault(kind, "GET", kind == "PageSizeCapped" ? [("Times", 0), ("PageSize", 40)] : [("Times", 0)]));
        CommandResult result = session.Run("Get-RcBatchError", ("Id", id));
        Assert.Empty(result.Errors);
        Assert.Equal(expected, result.Output.Count);
    }

    [Fact]
    public void List_whose_pages_repeat_themselves_is_said_to_be_incomplete()
    {
        using AccountSession session = new();
        string id = session.NewBatch(csv: new StringBuilder().Insert(0, "abc,Hello\n", Errors).ToString());
        session.Sandbox.AddFault(Fault("RepeatedPage", "GET", ("Times", 0)));
        CommandResult result = session.Run("Get-RcBatchError", ("Id", id));
        Assert.Equal("RcUnexpectedResponse", Id(Assert.Single(result.Errors)));
        Assert.Equal(100, result.Output.Count);
    }

    [Fact]
    public void Parameter_that_the_platform_ignores_is_named_in_a_warning()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("IgnoredParameters", "PATCH", ("Parameters", "description")));
        CommandResult result = session.Run("Update-RcBatch", Update(session, id));
        Assert.Single(result.Output);
        Assert.Contains("Description", Assert.Single(result.Warnings), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Validation_that_the_platform_takes_for_an_order_is_said_loudly()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("IgnoredParameters", "PATCH", ("Parameters", "action")));
        IReadOnlyList<string> warnings = session.Run("Update-RcBatch", Update(session, id)).Warnings;
        Assert.Contains(warnings, warning => warning.Contains(id, StringComparison.Ordinal) && warning.Contains("PENDING", StringComparison.Ordinal));
    }

    private static (string, object?)[] Update(AccountSession session, string id) =>
        [("Id", id), ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)), ("Action", "Validate"), ("Description", "changed")];

    private static Hashtable Fault(string kind, string method, params (string Name, object Value)[] more)
    {
        Hashtable fault = new() { ["Kind"] = kind, ["Method"] = method };
        if (kind == "Status")
        {
            fault["Status"] = 500;
        }
        else if (kind == "SlowAnswer")
        {
            fault["BytesPerSecond"] = 1;
        }

        foreach ((string name, object value) in more)
        {
            fault[name] = value;
        }

        return fault;
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];
}
