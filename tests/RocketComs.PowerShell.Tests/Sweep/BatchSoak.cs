using System.Collections;
using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>
/// Batches through their whole life, in several runspaces of this process: made, checked, validated, scheduled, looked at, their messages read, while
/// one request of twenty meets a fault and an hour passes a second by the sandbox's clock. A round has a sandbox and a journal of its own.
/// </summary>
internal sealed class BatchSoak : IDisposable
{
    private const int FaultEvery = 20;
    private const int MostPasses = 60;

    private static readonly string[] s_kinds = ["DropBeforeBody", "DropAfterBody", "DropAnswer", "DropInAnswer", "TruncatedJson", "GarbledJson", "ContentType", "Delay=00:00:00.02"];
    private static readonly int[] s_statuses = [408, 429, 500, 502, 503, 504];
    private static readonly string s_life = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "batch-life.ps1"));

    private readonly Random _random;
    private readonly TestSession[] _sessions;
    private readonly List<string> _flaws = [];
    private DateTime _day;

    public BatchSoak(int seed, int runspaces)
    {
        _random = new Random(seed);
        _sessions = [.. Enumerable.Range(0, runspaces).Select(_ => new TestSession())];
        foreach (TestSession session in _sessions)
        {
            session.Set("campaign", TestSandbox.CampaignId);
            session.Script(s_life).NoErrors();
        }
    }

    /// <summary>Gets the requests that arrived.</summary>
    public long Requests { get; private set; }

    /// <summary>Gets those of them that met a fault.</summary>
    public long Faults { get; private set; }

    /// <summary>Gets the writes whose outcome was not known at first.</summary>
    public int Unknown { get; private set; }

    /// <summary>Gets the creations with Validate that stay unknown: the platform shows the batch, and that nobody else made it cannot be proved.</summary>
    public int Told { get; private set; }

    private string Journal => _sessions[0].PathOf("journal.jsonl");

    /// <summary>What this process holds: the managed memory in use, and the open files, sockets and pipes.</summary>
    public static (long Memory, int Handles) Left()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true), Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0);
    }

    public void Dispose()
    {
        NoJournal.TurnOff();
        Array.ForEach(_sessions, session => session.Dispose());
    }

    /// <summary>Lets batches live.</summary>
    /// <param name="round">Which round it is: its batches have names of their own.</param>
    /// <param name="batches">How many batches.</param>
    /// <returns>What is wrong.</returns>
    public IReadOnlyList<string> RunRound(int round, int batches)
    {
        _flaws.Clear();
        File.Delete(Journal);
        Environment.SetEnvironmentVariable(NoJournal.Variable, Journal);
        TestSandbox sandbox = new(_sessions[0].Run("Start-RcSandbox", ("ProcessingSec", 60)).Single());
        try
        {
            Connect(sandbox);
            Queue<int>[] work = [.. _sessions.Select((_, place) => new Queue<int>(Enumerable.Range(0, batches).Where(batch => batch % _sessions.Length == place)))];
            for (int pass = 0; work.Any(queue => queue.Count > 0); pass++)
            {
                if (pass == MostPasses)
                {
                    _flaws.Add($"round {round}: batches {string.Join(", ", work.SelectMany(queue => queue))} do not come to their end");
                    return [.. _flaws];
                }

                // What did not show is settled after a quarter of an hour, which nobody waits for.
                Age();
                using CancellationTokenSource over = new();
                _day = sandbox.Now.AddDays(1).Date;
                Task time = Task.Run(() => PassTime(sandbox, over.Token));
                Parallel.For(0, _sessions.Length, new ParallelOptions { MaxDegreeOfParallelism = _sessions.Length }, place => Live(_sessions[place], work[place], round));
                over.Cancel();
                time.GetAwaiter().GetResult();
            }

            sandbox.ClearFaults();
            sandbox.Advance(TimeSpan.FromDays(3));
            Age();
            _sessions[0].Script("$null = Get-RcBatch -CampaignId $campaign 3> $null").NoErrors();
            _flaws.AddRange(BatchSoakJudge.Flaws(sandbox, Journal, batches, out int unknown, out int told).Select(flaw => $"round {round}: {flaw}"));
            IReadOnlyList<SentRequest> requests = sandbox.Requests;
            Requests += requests.Count;
            Faults += requests.Count(request => request.Fault is not null);
            Unknown += unknown;
            Told += told;
            return [.. _flaws];
        }
        finally
        {
            Array.ForEach(_sessions, session => session.Run("Disconnect-RcAccount").NoErrors());
            _sessions[0].Run("Stop-RcSandbox", ("Sandbox", sandbox.Object)).NoErrors();
        }
    }

    private void Connect(TestSandbox sandbox)
    {
        for (int place = 0; place < _sessions.Length; place++)
        {
            bool isPortal = place % 2 == 1;
            PSCredential credential = isPortal
                ? new PSCredential(TestSandbox.PortalUser, AccountSession.Secret(TestSandbox.PortalPassword))
                : new PSCredential(sandbox.ApiKey, AccountSession.Secret(sandbox.ApiSecret));
            object connection = _sessions[place].Run(
                "Connect-RcAccount", ("BaseUri", sandbox.BaseUri), (isPortal ? "PortalCredential" : "Credential", credential), ("MaximumRetryCount", 2), ("PassThru", true)).Single().BaseObject;
            FastClock.GiveTo(connection);
        }
    }

    private void Live(TestSession session, Queue<int> work, int round)
    {
        for (int left = work.Count; left > 0; left--)
        {
            int batch = work.Dequeue();
            session.Set("day", _day);
            session.Set("number", batch);
            session.Set("name", FormattableString.Invariant($"soak-{round}-{batch}"));
            CommandResult result = session.Script("Invoke-BatchLife");
            string end = result.Output.Count == 0 ? "nothing" : result.Output[^1].ToString();
            if (end == "later")
            {
                work.Enqueue(batch);
            }

            lock (_flaws)
            {
                _flaws.AddRange(result.Errors.Select(error => error.ToString()).Concat(end is "later" or "over" ? [] : [$"batch {batch} of round {round}: {result.Terminating}{end}"]));
            }
        }
    }

    // An hour a second, and faults enough for what may arrive in the next one.
    private void PassTime(TestSandbox sandbox, CancellationToken over)
    {
        do
        {
            for (int due = sandbox.Faults.Length, skip = due * FaultEvery; due < 40; due++, skip += _random.Next((2 * FaultEvery) - 1))
            {
                string kind = _random.Next(3) == 0 ? s_statuses[_random.Next(s_statuses.Length)].ToString(CultureInfo.InvariantCulture) : s_kinds[_random.Next(s_kinds.Length)];
                sandbox.AddFault(Fault(kind, skip));
            }

            sandbox.Advance(TimeSpan.FromHours(1));

            // Today may be past when the request arrives.
            _day = sandbox.Now.AddDays(1).Date;
        }
        while (!over.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)));
    }

    private static Hashtable Fault(string kind, int skip)
    {
        Hashtable fault = new() { ["Skip"] = skip };
        string[] parts = kind.Split('=');
        fault[char.IsAsciiDigit(kind[0]) ? "Status" : "Kind"] = parts[0];
        if (parts.Length > 1)
        {
            fault["Delay"] = parts[1];
        }

        return fault;
    }

    private void Age()
    {
        if (File.Exists(Journal))
        {
            File.WriteAllLines(Journal, File.ReadAllLines(Journal).Select(BatchSoakJudge.Aged));
        }
    }
}
