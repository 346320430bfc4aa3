using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>A run: a command that meets a fault, and the same command again, perhaps with another fault, and at last without one.</summary>
/// <param name="Seed">What repeats it.</param>
/// <param name="Scenario">The command.</param>
/// <param name="Steps">What happened.</param>
internal sealed record Run(int Seed, Scenario Scenario, IReadOnlyList<Step> Steps)
{
    /// <summary>Everything that is wrong with it, each with what repeats it.</summary>
    public IEnumerable<string> Violations() => Steps.SelectMany(step => step.Flaws()).Distinct()
        .Select(flaw => $"{flaw}. Repeat it with: ./build.ps1 Sweep -Seed {Seed} -Count 1\n  {Scenario.Script}\n  {string.Join("\n  ", Steps)}");
}

/// <summary>Makes runs, each of a seed of its own, in one runspace with a sandbox and a journal a run.</summary>
internal sealed class SweepRunner : IDisposable
{
    // For a machine that has other work.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TestSession _session = new();
    private readonly string[] _kinds;
    private readonly Dictionary<(Scenario, bool), int> _requests = [];

    public SweepRunner()
    {
        _session.Set("c", TestSandbox.CampaignId);
        _session.Set("t", TestSandbox.TemplateId);
        _session.Set("l", TestSandbox.ListId);
        _session.Set("r", TestSandbox.UnlistedRecipientId);
        _session.Set("first", TestSandbox.RecipientId);
        _session.Set("day", DateTime.Today.AddDays(2));
        _session.Set("ok", _session.WriteFile("ok.csv", AccountSession.GoodCsv));
        _session.WriteFile("other.csv", "12025550125,Another text\n");
        _session.WriteFile("big.csv", string.Concat(Enumerable.Range(0, 600).Select(row => $"1202555{row:0000},Hello number {row}: our spring sale starts tomorrow\n")));
        _session.WriteFile("people.csv", "Number\n+12025550150\n");
        _session.Script("""
            $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Number = "1202555012$_"; Message = "Hi $_" } }
            $plan = [pscustomobject]@{ Path = 'ok.csv'; ExternalId = 'sale-1' }, [pscustomobject]@{ Path = 'other.csv'; ExternalId = 'sale-2' }
            """).NoErrors();
        _kinds = [.. _session.Script("[RocketComs.RcSandboxFaultKind].GetEnumNames()").NoErrors().Output.Select(name => (string)name.BaseObject)];
    }

    private string Journal => _session.PathOf("journal.jsonl");

    /// <summary>The commands of the module that change something on the platform.</summary>
    public IReadOnlyList<string> WriteCommands() => [.. _session.Run("Get-Command", ("Module", "RocketComs")).NoErrors().Output
        .Select(item => (CmdletInfo)item.BaseObject)
        .Where(command => IsConnected(command.ImplementingType) && command.Parameters.ContainsKey("WhatIf"))
        .Select(command => command.Name)];

    // Repair-RcBatchCsv has a connection too, and writes nothing on the platform.
    private static bool IsConnected(Type? type) => type is not null && (type.Name == "ConnectedCmdlet" || IsConnected(type.BaseType));

    /// <summary>Makes the run of a seed.</summary>
    public Run Make(int seed)
    {
        Random random = new(seed);
        Scenario scenario = Scenario.All[random.Next(Scenario.All.Count)];
        bool isPortal = random.Next(3) == 0;
        int requests = RequestsOf(scenario, isPortal);
        Fault[] faults =
        [
            Fault.Choose(random, _kinds, requests),
            .. random.Next(2) == 0 ? (Fault[])[] : [Fault.Choose(random, _kinds, requests)],
            Fault.None,
        ];
        try
        {
            return new Run(seed, scenario, Make(scenario, faults, isPortal, random.Next(3), random.Next(3) == 0 ? "Form" : "Query"));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Seed {seed}: {scenario.Script} {string.Join(' ', (object[])faults)}"), exception);
        }
    }

    /// <summary>A run without a fault, which must succeed.</summary>
    public Step MakeSound(Scenario scenario, bool isPortal = false) => Make(scenario, [Fault.None], isPortal, retries: 0, "Query").Single();

    public void Dispose()
    {
        NoJournal.TurnOff();
        _session.Dispose();
    }

    private int RequestsOf(Scenario scenario, bool isPortal)
    {
        if (!_requests.TryGetValue((scenario, isPortal), out int count))
        {
            Step step = MakeSound(scenario, isPortal);
            count = step.Requests;
            _requests.Add((scenario, isPortal), count);
        }

        return count;
    }

    private List<Step> Make(Scenario scenario, Fault[] faults, bool isPortal, int retries, string placement)
    {
        File.Delete(Journal);
        TestSandbox sandbox = new(_session.Run("Start-RcSandbox", ("ProcessingSec", 3600)).Single());
        using CuttingRelay relay = new(sandbox.BaseUri);
        try
        {
            string id = SandboxState.AddBatchAsync(sandbox.BaseUri, TestSandbox.CampaignId, "seed", "12025550130,Seed\n").GetAwaiter().GetResult();
            SandboxState.AddBatchAsync(sandbox.BaseUri, TestSandbox.CampaignId, "seed-2", "12025550131,Seed\n").GetAwaiter().GetResult();
            _session.Set("id", id);
            Environment.SetEnvironmentVariable(NoJournal.Variable, Journal);
            SandboxState Look() => SandboxState.ReadAsync(sandbox.BaseUri, scenario.List).GetAwaiter().GetResult();
            Before start = new(Look(), scenario.Changes ?? id);
            List<Step> steps = [];
            int doneBefore = 0;
            SandboxState last = start.State;
            foreach (Fault fault in faults)
            {
                int known = JournalEntry.Read(Journal).Count;
                (CommandResult result, IReadOnlyList<SentRequest> requests) = RunWith(scenario, fault, sandbox, relay, isPortal, retries, placement);
                SandboxState now = Look();

                // What changes can change again; what is made or gone adds up by itself.
                int done = doneBefore + scenario.Effects(new Before(last, start.Id), now);
                IReadOnlyList<DateTimeOffset> moments = scenario.Moments(new Before(last, start.Id), now);
                steps.Add(new Step(scenario, fault, result, JournalEntry.Read(Journal), known, doneBefore, steps.Count == 0 ? 0 : steps[^1].Now, done, isPortal ? [] : moments, requests));
                (doneBefore, last) = (done, now);
            }

            return steps;
        }
        finally
        {
            _session.Run("Stop-RcSandbox", ("Sandbox", sandbox.Object)).NoErrors();
        }
    }

    private (CommandResult Result, IReadOnlyList<SentRequest> Requests) RunWith(
        Scenario scenario, Fault fault, TestSandbox sandbox, CuttingRelay relay, bool isPortal, int retries, string placement)
    {
        PSCredential credential = isPortal
            ? new PSCredential(TestSandbox.PortalUser, AccountSession.Secret(TestSandbox.PortalPassword))
            : new PSCredential(sandbox.ApiKey, AccountSession.Secret(sandbox.ApiSecret));
        object connection = _session.Run(
            "Connect-RcAccount",
            ("BaseUri", relay.BaseUri),
            (isPortal ? "PortalCredential" : "Credential", credential),
            ("MaximumRetryCount", retries),
            ("ParameterPlacement", placement),
            ("PassThru", true)).Single().BaseObject;
        if (fault != Fault.None)
        {
            FastClock.GiveTo(connection);
        }

        if (isPortal)
        {
            // The token is good no longer, so the command has to ask for another one.
            sandbox.Advance(TimeSpan.FromMinutes(31));
        }

        sandbox.ClearRequests();
        relay.Arm(fault.Cut);
        if (fault.OfSandbox is { } ordered)
        {
            sandbox.AddFault(ordered.Clone());
        }

        CommandResult result = _session.Script(scenario.Script);
        sandbox.ClearFaults();
        relay.Arm(null);
        _session.Run("Disconnect-RcAccount").NoErrors();

        // What is still on its way arrives before anybody looks.
        if (!SpinWait.SpinUntil(() => sandbox.OpenConnectionCount == 0, s_patience))
        {
            throw new TimeoutException("A connection to the sandbox does not end.");
        }

        return (result, sandbox.Requests);
    }
}
