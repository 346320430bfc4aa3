using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>A stop ends what is under way: connecting, sending, waiting for an answer or for another try. Nothing is held afterwards.</summary>
public class StopTests
{
    // For getting to where a test stops the command.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    // For all that follows the stop: it is promised within a second, and a busy machine may take a little longer.
    private static readonly TimeSpan s_promise = TimeSpan.FromSeconds(3);

    [Fact]
    public void Stop_while_a_file_is_sent_frees_the_file_and_says_what_is_not_known()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();
        string path = session.WriteFile("large.csv", new byte[16 * 1024 * 1024]);
        session.Sandbox.AddFault(Fault("SlowRequest", ("BytesPerSecond", 1)));

        // The fault is taken when the head has arrived, and that goes out with the first bytes of the body. The platform has nothing whole yet, so nothing is logged.
        Stop(session, () => session.Sandbox.Faults.Length == 0 && IsHeld(path), ("Id", id), ("Path", path), ("SkipValidation", true), ("Action", "Validate"));

        Assert.True(SpinWait.SpinUntil(() => !IsHeld(path), s_promise));
        string said = Assert.Single(host.Lines);
        Assert.Contains($"Stopped. Not known, whether it was done: batch {id}. Check its UpdatedAt and Status with 'Get-RcBatch {id}'.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_while_the_answer_to_a_write_is_awaited_says_what_is_not_known_and_sends_nothing_again()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("Delay"));

        // Reads keep their connection.
        session.Run("Get-RcBatch", ("Id", id)).NoErrors();
        int open = session.Sandbox.OpenConnectionCount;

        Stop(session, () => session.Sandbox.Writes.Any(), ("Id", id), ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)), ("Action", "Validate"));

        Assert.Single(host.Lines);
        Assert.Single(session.Sandbox.Writes);
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.OpenConnectionCount <= open, s_promise));
    }

    [Fact]
    public void Stop_before_anything_was_sent_says_so()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("Delay", "GET"));

        Stop(session, () => session.Sandbox.Requests.Any(), ("Id", id), ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)), ("Action", "Validate"));

        Assert.Equal("Stopped. Nothing was changed on the platform.", Assert.Single(host.Lines));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("GET", 503)]
    [InlineData("PATCH", 429)]
    public void Stop_ends_the_wait_for_another_try(string method, int status)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(Fault("Status", method, ("Status", status), ("RetryAfter", "100"), ("Times", 0)));

        Stop(
            session,
            () => session.Sandbox.Requests.Any(request => request.StatusCode == status),
            ("Id", id),
            ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)),
            ("Action", "Validate"));

        Assert.Single(session.Sandbox.Requests, request => request.Method == method);
        session.Sandbox.ClearFaults();
        Assert.Equal(id, session.Run("Get-RcBatch", ("Id", id)).Single().Get<string>("Id"));
    }

    [Fact]
    public void Stop_ends_the_connecting()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using AccountSession session = new();
        Uri address = new($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/");
        session.Run("Connect-RcAccount", ("BaseUri", address), ("AccessToken", AccountSession.Secret("token"))).NoErrors();

        // It never says a word of TLS.
        Stop(session, silent.Pending, ("Id", Guid.NewGuid()), ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)), ("Action", "Validate"));

        using Socket client = silent.AcceptSocket();
        client.ReceiveTimeout = (int)s_promise.TotalMilliseconds;
        byte[] hello = new byte[4096];
        int read;
        while ((read = Receive(client, hello)) > 0)
        {
        }

        Assert.Equal(0, read);
        Assert.False(silent.Pending());
    }

    // A closed connection reads as its end, or as a reset.
    private static int Receive(Socket client, byte[] buffer)
    {
        try
        {
            return client.Receive(buffer);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return 0;
        }
    }

    private static Hashtable Fault(string kind, params (string Name, object Value)[] more) => Fault(kind, "PATCH", more);

    private static Hashtable Fault(string kind, string method, params (string Name, object Value)[] more)
    {
        Hashtable fault = new() { ["Kind"] = kind, ["Method"] = method };
        foreach ((string name, object value) in more)
        {
            fault[name] = value;
        }

        return fault;
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    // Runs Update-RcBatch, waits until it is where the test wants it, and stops it.
    private static void Stop(AccountSession session, Func<bool> isThere, params (string Name, object Value)[] parameters)
    {
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Update-RcBatch");
        foreach ((string name, object value) in parameters)
        {
            engine.AddParameter(name, value);
        }

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(isThere, s_patience));
        IAsyncResult stopping = engine.BeginStop(null, null);

        // Beginning to stop takes a thread of the pool, and a test run may have none for seconds.
        Assert.True(stopping.AsyncWaitHandle.WaitOne(s_patience));
        Assert.True(running.AsyncWaitHandle.WaitOne(s_promise));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Empty(engine.Streams.Error);
    }
}
