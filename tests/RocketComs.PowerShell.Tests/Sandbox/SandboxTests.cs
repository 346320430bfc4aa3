using System.Net;
using System.Net.Sockets;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Sandbox;

[Collection(SerialTests.Name)]
public sealed class SandboxTests
{
    [Fact]
    public void Sandbox_listens_on_loopback_and_names_its_campaign()
    {
        using AccountSession session = new();

        Assert.Equal("RocketComs.RcSandbox", session.Sandbox.Object.TypeNames[0]);
        Assert.True(session.Sandbox.IsRunning);
        Assert.True(session.Sandbox.BaseUri.IsLoopback);
        Assert.Equal(TestSandbox.CampaignId, session.Sandbox.Object.Get<string>("CampaignId"));
    }

    [Fact]
    public void Port_that_was_asked_for_is_used()
    {
        using TestSession session = new();
        int port = FreePort();

        TestSandbox sandbox = new(session.Run("Start-RcSandbox", ("Port", port)).Single());

        Assert.Equal(port, sandbox.BaseUri.Port);
        session.Run("Stop-RcSandbox", ("Sandbox", sandbox.Object)).NoErrors();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Port_that_is_taken_is_refused(bool byAnotherSandbox)
    {
        using AccountSession session = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = byAnotherSandbox ? session.Sandbox.BaseUri.Port : ((IPEndPoint)other.LocalEndpoint).Port;

        CommandResult result = session.Run("Start-RcSandbox", ("Port", port));

        Assert.Equal(port, result.Ended("RcInvalidParameter").TargetObject);
        Assert.Empty(result.Output);
        Assert.True(session.Sandbox.IsRunning);
    }

    [Fact]
    public void Requests_are_indexed_in_a_script()
    {
        using AccountSession session = new();
        session.Set("sandbox", session.Sandbox.Object);
        session.NewBatch();

        CommandResult result = session.Script(
            "Get-RcBatch | Out-Null; Remove-RcBatch @(Get-RcBatch)[0].Id -Force; $sandbox.Requests[0].Method; $sandbox.Requests[-1].Method; $sandbox.Requests.Count").NoErrors();

        Assert.Equal(["GET", "DELETE", 4], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void Query_and_parts_of_a_request_are_indexed_in_a_script()
    {
        using AccountSession session = new();
        session.Set("sandbox", session.Sandbox.Object);
        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("Action", "Validate")).NoErrors();

        CommandResult result = session.Script("$request = $sandbox.Requests[-1]; $request.Method; $request.Query[0].Value; $request.Parts[0].Name").NoErrors();

        Assert.Equal(["PATCH", "VALIDATE", "file"], result.Output.Select(item => item.BaseObject));
    }

    [Theory]
    [InlineData("Query", "Form")]
    [InlineData("Form", "Query")]
    public void Strict_sandbox_takes_scalars_in_one_place_only(string strict, string other)
    {
        using TestSession session = new();
        TestSandbox sandbox = new(session.Run("Start-RcSandbox", ("Strict", strict)).Single());
        session.WriteFile("new.csv", AccountSession.GoodCsv);
        CommandResult Create(string placement)
        {
            session.Run("Connect-RcAccount", ("Sandbox", sandbox.Object), ("ParameterPlacement", placement)).NoErrors();
            return session.Run(
                "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Action", "Validate"));
        }

        Assert.Equal("CREATED", Create(strict).Single().Get<string>("Status"));
        Create(other).Error("RcBadRequest");

        session.Run("Stop-RcSandbox", ("Sandbox", sandbox.Object)).NoErrors();
    }

    [Fact]
    public void Stopped_sandbox_answers_no_more_and_may_be_stopped_again()
    {
        using AccountSession session = new(null, ("MaximumRetryCount", 0));

        session.Pipe([session.Sandbox.Object], "Stop-RcSandbox").NoErrors();
        session.Pipe([session.Sandbox.Object], "Stop-RcSandbox").NoErrors();

        Assert.False(session.Sandbox.IsRunning);
        session.Run("Get-RcBatch").Ended("RcConnectionFailed");
    }

    [Fact]
    public void Stop_without_a_sandbox_stops_all()
    {
        using AccountSession one = new();
        using AccountSession two = new();

        one.Run("Stop-RcSandbox").NoErrors();

        Assert.False(one.Sandbox.IsRunning);
        Assert.False(two.Sandbox.IsRunning);
    }

    [Fact]
    public void Stop_of_one_leaves_the_others()
    {
        using AccountSession one = new();
        using AccountSession two = new();

        one.Run("Stop-RcSandbox", ("Sandbox", one.Sandbox.Object)).NoErrors();

        Assert.False(one.Sandbox.IsRunning);
        Assert.True(two.Sandbox.IsRunning);
    }

    [Fact]
    public void Requests_are_kept_until_they_are_cleared()
    {
        using AccountSession session = new();

        session.Run("Get-RcBatch").NoErrors();
        Assert.Equal(["/v1/batches"], session.Sandbox.Requests.Select(request => request.Path));

        session.Sandbox.ClearRequests();
        Assert.Empty(session.Sandbox.Requests);
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
