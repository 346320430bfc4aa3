using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>Several runspaces at once, with one connection and with their own.</summary>
public sealed class SharedConnectionTests
{
    private const int Runspaces = 8;

    [Fact]
    public async Task Eight_runspaces_share_a_connection_and_each_gets_its_own_batch()
    {
        using AccountSession owner = new();
        PSObject connection = owner.Run("Get-RcConnection").Single();
        string[] ids = [.. Enumerable.Range(0, Runspaces).Select(i => owner.NewBatch($"shared-{i}"))];
        string path = owner.PathOf("seed.csv");

        CommandResult[] results = await Task.WhenAll(ids.Select((id, i) => Task.Factory.StartNew(
            () =>
            {
                using TestSession guest = new();
                guest.Run("Get-RcBatch").Ended("RcNotConnected");
                return guest.Run("Update-RcBatch", ("Id", id), ("Path", path), ("Description", $"by {i}"), ("Action", "Validate"), ("Connection", connection));
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(ids.Select((id, i) => (id, $"by {i}")), results.Select(result => (result.Single().Get<string>("Id")!, result.Single().Get<string>("Description")!)));
        Assert.Equal(Runspaces, owner.Sandbox.Writes.Count);
        Assert.Equal(ids.Order(), owner.Sandbox.Writes.Select(write => write.Path.Split('/')[^1]).Order());
    }

    [Fact]
    public async Task Connection_that_is_closed_under_a_command_ends_it_with_NotConnected()
    {
        using ManualResetEventSlim arrived = new();
        using ManualResetEventSlim leave = new();
        using CannedServer server = new(_ =>
        {
            arrived.Set();
            leave.Wait();
            return (200, "{}");
        });
        using TestSession user = new();
        using TestSession other = new();
        PSObject connection = user.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token")), ("PassThru", true)).Single();

        Task<CommandResult> running = Task.Factory.StartNew(
            () => user.Run("Get-RcBatch", ("Id", Guid.NewGuid())), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        arrived.Wait(TestContext.Current.CancellationToken);
        other.Run("Disconnect-RcAccount", ("Connection", connection)).NoErrors();
        CommandResult result = await running;
        leave.Set();

        Assert.Equal(ErrorCategory.ConnectionError, result.Ended("RcNotConnected").CategoryInfo.Category);
    }
}
