using System.Management.Automation;
using System.Security;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A session that is connected to a sandbox of its own.</summary>
internal sealed class AccountSession : TestSession
{
    public const string GoodCsv = "12025550123,Hello\n12025550124,Hello again\n";
    public const string BadCsv = "12025550123,Hello\nabc,Hello\n";

    /// <summary>Initializes the session.</summary>
    /// <param name="host">The user; without one nobody can answer a question.</param>
    /// <param name="connection">Further parameters of Connect-RcAccount.</param>
    public AccountSession(TestHost? host = null, params (string Name, object? Value)[] connection)
        : base(host)
    {
        Sandbox = new TestSandbox(Run("Start-RcSandbox").Single());
        Sandbox.Advance(Today.AddHours(12) - Sandbox.Now);
        Run("Connect-RcAccount", [("Sandbox", Sandbox.Object), .. connection]).NoErrors();
    }

    /// <summary>Gets the sandbox.</summary>
    public TestSandbox Sandbox { get; }

    /// <summary>
    /// Gets the day to the sandbox of every session, which stands at noon of it: one to come, so that it is past neither here nor in UTC,
    /// and the same whatever midnight the tests run through.
    /// </summary>
    public static DateTime Today { get; } = DateTime.Today.AddDays(1);

    /// <summary>Gets the day after.</summary>
    public static DateTime Tomorrow { get; } = Today.AddDays(1);

    /// <summary>An object as Import-Csv would make it: string note properties.</summary>
    public static PSObject Record(params (string Name, string Value)[] cells)
    {
        PSObject record = new();
        foreach ((string name, string value) in cells)
        {
            record.Properties.Add(new PSNoteProperty(name, value));
        }

        return record;
    }

    /// <summary>A row as Import-Csv -Header Number, Message would make it.</summary>
    public static PSObject Row(string number, string message) => Record(("Number", number), ("Message", message));

    /// <summary>A text as a secret.</summary>
    public static SecureString Secret(string text)
    {
        SecureString secret = new();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }

    /// <summary>Creates a batch that can be updated, and forgets the requests that it took.</summary>
    public string NewBatch(string externalId = "ext-1", string csv = GoodCsv)
    {
        string id = Run(
            "New-RcBatch",
            ("CampaignId", TestSandbox.CampaignId),
            ("Path", WriteFile("seed.csv", csv)),
            ("ExternalId", externalId),
            ("StartDate", Today),
            ("SkipValidation", true),
            ("Action", "Validate")).Single().Get<string>("Id")!;
        Sandbox.ClearRequests();
        return id;
    }

    /// <summary>Creates a batch that is scheduled, and so can be updated no more.</summary>
    public string ScheduledBatch(string csv = GoodCsv)
    {
        string id = NewBatch("scheduled", csv);
        Run("Update-RcBatch", ("Id", id), ("Path", PathOf("seed.csv")), ("SkipValidation", true), ("Force", true)).Single();
        Sandbox.ClearRequests();
        return id;
    }

    /// <summary>The paths of the writes that arrived.</summary>
    public IReadOnlyList<string> WritePaths() => [.. Sandbox.Writes.Select(request => request.Method + " " + request.Path)];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Sandbox.Object.Methods["Stop"].Invoke();
        base.Dispose(disposing);
    }
}
