using System.Net;
using System.Net.Sockets;
using RocketComs.Sandbox;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox;

public sealed class SandboxServerTests
{
    [Fact]
    public void Start_without_options_listens_on_loopback_with_dummy_credentials()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions());

        Assert.True(server.IsRunning);
        Assert.Equal("127.0.0.1", server.BaseUri.Host);
        Assert.Equal("http", server.BaseUri.Scheme);
        Assert.InRange(server.BaseUri.Port, 1024, 65535);
        Assert.Equal(("sandbox-api-key", "sandbox-api-secret", "sandbox-access-token"), (server.ApiKey, server.ApiSecret, server.AccessToken));
        Assert.Equal(SandboxData.CampaignId, server.CampaignId);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Start_twice_gives_two_sandboxes()
    {
        using SandboxServer first = SandboxServer.Start(new SandboxOptions());
        using SandboxServer second = SandboxServer.Start(new SandboxOptions());

        Assert.NotEqual(first.BaseUri.Port, second.BaseUri.Port);
    }

    [Fact]
    public void Start_on_a_given_port_listens_there()
    {
        int port;
        using (SandboxServer first = SandboxServer.Start(new SandboxOptions()))
        {
            port = first.BaseUri.Port;
        }

        using SandboxServer second = SandboxServer.Start(new SandboxOptions { Port = port });
        Assert.Equal(port, second.BaseUri.Port);
    }

    [Fact]
    public void Start_on_a_taken_port_throws()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Throws<SocketException>(() => SandboxServer.Start(new SandboxOptions { Port = port }));
    }

    [Theory]
    [InlineData(-1, 1, 30)]
    [InlineData(65536, 1, 30)]
    [InlineData(0, -1, 30)]
    [InlineData(0, 1, 0)]
    public void Start_with_an_impossible_option_throws(int port, int processingSeconds, int lifetimeMinutes)
    {
        SandboxOptions options = new()
        {
            Port = port,
            ProcessingTime = TimeSpan.FromSeconds(processingSeconds),
            TokenLifetime = TimeSpan.FromMinutes(lifetimeMinutes),
        };

        Assert.Throws<ArgumentException>(() => SandboxServer.Start(options));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Start_with_a_limit_that_no_array_has_throws(long mostBodyBytes) =>
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { MostBodyBytes = mostBodyBytes }));

    [Fact]
    public async Task Dispose_twice_stops_listening_and_keeps_the_address()
    {
        using SandboxHost host = new();
        await host.GetAsync("/v1/batches");

        host.Server.Dispose();
        host.Server.Dispose();

        Assert.False(host.Server.IsRunning);
        Assert.Equal("127.0.0.1", host.Server.BaseUri.Host);
        Assert.Single(host.Server.Requests);
        await Assert.ThrowsAsync<HttpRequestException>(() => host.GetAsync("/v1/batches"));
    }

    [Fact]
    public async Task Dispose_frees_the_port()
    {
        using SandboxHost host = new();
        await host.GetAsync("/v1/batches");
        host.Server.Dispose();

        using SandboxServer next = SandboxServer.Start(new SandboxOptions { Port = host.Server.BaseUri.Port });
        Assert.True(next.IsRunning);
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_answered_and_recorded()
    {
        using SandboxHost host = new();

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (string)(await host.CreateAsync())["id"]!));

        Assert.Equal(50, ids.Distinct().Count());
        Assert.Equal(50, host.Server.Requests.Count);
        Assert.Equal(50, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Fact]
    public void Advance_by_a_negative_time_throws()
    {
        using SandboxHost host = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => host.Server.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void RcSandbox_over_the_server_shows_and_stops_it()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions());
        RcSandbox handle = new(server);

        Assert.Equal(server.BaseUri, handle.BaseUri);
        handle.Stop();

        Assert.False(server.IsRunning);
    }
}
