using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Sandbox;

[Collection(SerialTests.Name)]
public sealed class FaultTests
{
    [Theory]
    [InlineData("503", "503")]
    [InlineData("503, 'DropAnswer', '429*2', '500x3'", "503 DropAnswer 429*2 500*3")]
    [InlineData("dropinanswer, ([RocketComs.RcSandboxFaultKind]::GarbledJson)", "DropInAnswer GarbledJson")]
    [InlineData("'Delay=00:00:05', 'SlowRequest=100*0'", "Delay=00:00:05 SlowRequest=100*0")]
    [InlineData("@{ Kind = 'Status'; Status = 503; Times = 2; RetryAfter = '1' }", "503*2")]
    [InlineData("@{ Kind = 'Delay'; Delay = '00:00:05' }, @{ Status = 429; RetryAfter = 1 }", "Delay=00:00:05 429")]
    [InlineData("@{ Kind = 'IgnoredParameters'; Parameters = 'startDate', 'endDate'; Times = 0 }", "IgnoredParameters=startDate,endDate*0")]
    [InlineData("([RocketComs.RcSandboxFault]@{ Kind = 'PageSizeCapped'; PageSize = 2 })", "PageSizeCapped=2")]
    public void Fault_is_given_in_any_form_that_a_script_has(string forms, string expected)
    {
        using TestSession session = new();

        TestSandbox sandbox = new(session.Script($"Start-RcSandbox -Fault {forms}").Single());

        Assert.Equal(expected, string.Join(' ', sandbox.Faults));
        session.Run("Stop-RcSandbox", ("Sandbox", sandbox.Object)).NoErrors();
    }

    [Fact]
    public void Fault_from_a_hashtable_has_all_that_was_written()
    {
        using TestSession session = new();

        PSObject sandbox = session.Script(
            "Start-RcSandbox -Fault @{ Status = 429; RetryAfter = 'Fri, 15 Jan 2027 12:00:05 GMT'; Body = '<html/>'; ContentType = 'text/plain'; Location = '/x'; "
            + "Delay = '00:00:01.5'; Method = 'GET'; Path = '/v1/batches/*'; Skip = 1; Times = 3 }").Single();
        object fault = Assert.Single(sandbox.Get<object[]>("Faults")!);

        Assert.Equal((429, "Fri, 15 Jan 2027 12:00:05 GMT", "<html/>"), (fault.Get<int?>("Status"), fault.Get<string>("RetryAfter"), fault.Get<string>("Body")));
        Assert.Equal(("text/plain", "/x", TimeSpan.FromSeconds(1.5)), (fault.Get<string>("ContentType"), fault.Get<string>("Location"), fault.Get<TimeSpan?>("Delay")));
        Assert.Equal(("GET", "/v1/batches/*", 1, 3, 0), (fault.Get<string>("Method"), fault.Get<string>("Path"), fault.Get<int>("Skip"), fault.Get<int>("Times"), fault.Get<int>("Hits")));
        session.Run("Stop-RcSandbox", ("Sandbox", sandbox)).NoErrors();
    }

    [Theory]
    [InlineData("@{ Status = 99 }", "Status must be from 200 to 599")]
    [InlineData("@{ Kind = 'Delay'; Delay = 5 }", "five seconds are '00:00:05'")]
    [InlineData("@{ Delay = '-00:00:05' }", "Delay must be from a millisecond to a day")]
    [InlineData("503, @{ Kind = 'DropAnswer'; Status = 503 }", "Status does not belong to kind DropAnswer")]
    [InlineData("@{ Times = -1 }", "Times must not be negative")]
    public void Fault_that_cannot_be_starts_no_sandbox(string forms, string expected)
    {
        using TestSession session = new();

        CommandResult result = session.Script($"Start-RcSandbox -Fault {forms}");

        Assert.Contains(expected, result.Error("RcInvalidParameter").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("'Nonsense'", "DropBeforeBody, DropAfterBody, DropAnswer")]
    [InlineData("@{ Kind = 'Status'; Stauts = 503 }", "Stauts")]
    public void Fault_that_is_none_is_refused_by_the_conversion_and_says_what_there_is(string forms, string expected)
    {
        using TestSession session = new();

        ErrorRecord error = Assert.Single(session.Script($"Start-RcSandbox -Fault {forms}").Errors);

        Assert.StartsWith("CannotConvertArgument", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(expected, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_is_ordered_seen_and_forgotten_while_the_sandbox_runs()
    {
        using AccountSession session = new(null, ("MaximumRetryCount", 0));
        session.Set("sandbox", session.Sandbox.Object);

        session.Script("$sandbox.AddFault(403); $sandbox.AddFault('DropAnswer'); $sandbox.AddFault(@{ Status = 404; Path = '/v1/batches' })").NoErrors();
        Assert.Equal(["403", "DropAnswer", "404"], session.Sandbox.Faults);

        session.Run("Get-RcBatch").Ended("RcForbidden");
        Assert.Equal(["DropAnswer", "404"], session.Sandbox.Faults);
        session.Sandbox.ClearFaults();

        session.Run("Get-RcBatch").NoErrors();
        Assert.Equal([(403, "Status"), (200, null)], session.Sandbox.Requests.Select(request => (request.StatusCode, request.Fault)));
    }

    [Fact]
    public void Answer_that_is_lost_leaves_the_outcome_unknown()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "DELETE" });

        session.Run("Remove-RcBatch", ("Id", id), ("Confirm", false)).Error("RcOutcomeUnknown");

        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("DELETE", 0, "DropAnswer"), (request.Method, request.StatusCode, request.Fault));
        session.Run("Get-RcBatch", ("Id", id)).Error("RcNotFound");
    }

    [Fact]
    public void Connections_are_counted()
    {
        using AccountSession session = new();

        session.Run("Get-RcBatch").NoErrors();
        session.Run("Get-RcBatch").NoErrors();

        Assert.Equal((1, 1, 1), (session.Sandbox.ConnectionCount, session.Sandbox.OpenConnectionCount, session.Sandbox.MostOpenConnections));
        Assert.Equal([1, 1], session.Sandbox.Requests.Select(request => request.ConnectionId));
    }

    [Fact]
    public void Every_kind_stands_in_the_documentation_with_an_example_that_works()
    {
        using TestSession session = new();
        string page = BuiltModule.Page("sandbox.md");
        (string Kind, string Example)[] rows =
            [.. Regex.Matches(page, @"^\| `(\w+)` \|.*`-Fault (.+)` \|$", RegexOptions.Multiline).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

        foreach ((string kind, string example) in rows)
        {
            PSObject sandbox = session.Script("Start-RcSandbox -Fault " + example).Single();
            Assert.Equal(kind, Assert.Single(sandbox.Get<object[]>("Faults")!).Get<object>("Kind")!.ToString());
        }

        object[] kinds = [.. session.Script("[RocketComs.RcSandboxFaultKind].GetEnumNames()").NoErrors().Output.Select(name => name.BaseObject)];
        Assert.Equal(kinds, rows.Select(row => row.Kind));
        session.Run("Stop-RcSandbox").NoErrors();
    }
}
