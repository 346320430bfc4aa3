using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>The nightly correction with -Live, on the connection of the session: what it repairs and where it writes.</summary>
public sealed class NightlyCorrectionRunbookTests
{
    private const string Mistakes = "(202) 555-0101,Hello\n12345,Hello\n";

    [Fact]
    public void Mended_file_is_uploaded_and_nothing_is_scheduled()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1", Mistakes);
        session.WriteFile("sale-1.csv", Mistakes);
        session.NewBatch("sound");

        (IReadOnlyList<PSObject> output, int exitCode) = Run(session);

        Assert.Equal(2, exitCode);
        PSObject row = Assert.Single(output);
        Assert.Equal(("Live", id, "No errors (yet); rows were set aside."), (row.Get<string>("Mode"), row.Get<string>("Id"), row.Get<string>("Outcome")));
        SentRequest write = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("PATCH", "/v1/batches/" + id), (write.Method, write.Path));
        Assert.Contains("action=VALIDATE", write.RawQuery);
        Assert.Equal("2025550101,Hello\n", write.Parts.Single(part => part.Name == "file").Text);
        Assert.Equal("12345,Hello\n", File.ReadAllText(row.Get<string>("RejectedFile")!));
        Assert.Equal([$"sale-1.{id}.csv", $"sale-1.{id}.rejected.csv"], Corrected(session));
        Assert.Equal(Mistakes, File.ReadAllText(session.PathOf("sale-1.csv")));
    }

    [Fact]
    public void Night_without_anything_left_ends_with_0()
    {
        using AccountSession session = new();
        session.NewBatch("sale-1", "(202) 555-0101,Hello\n");
        session.WriteFile("sale-1.csv", "(202) 555-0101,Hello\n");

        (IReadOnlyList<PSObject> output, int exitCode) = Run(session);

        Assert.Equal((0, "No errors (yet)."), (exitCode, Assert.Single(output).Get<string>("Outcome")));
    }

    [Fact]
    public void Second_run_of_a_day_writes_files_of_its_own()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1", Mistakes);
        session.WriteFile("sale-1.csv", Mistakes);
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 400, ["Method"] = "PATCH", ["Times"] = 2 });

        Assert.StartsWith("RcBadRequest: ", Assert.Single(Run(session).Output).Get<string>("Outcome"));
        string[] first = [.. Corrected(session)];
        Run(session);
        Run(session);

        Assert.Equal([$"sale-1.{id}.csv", $"sale-1.{id}.rejected.csv"], first);
        Assert.Equal([$"sale-1.{id}-2.csv", $"sale-1.{id}-2.rejected.csv", $"sale-1.{id}-3.csv", $"sale-1.{id}-3.rejected.csv", .. first], Corrected(session));
    }

    [Fact]
    public void Errors_that_show_only_at_the_second_look_are_not_missed()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1", Mistakes);
        session.WriteFile("sale-1.csv", Mistakes);
        Runbook.Answer(session, $"/v1/batches/{id}/errors", """{ "fileErrors": 1, "content": [{ "line": 1, "detailMessage": "late" }], "page": 0, "total": 1, "pageSize": 10 }""", skip: 2);

        (IReadOnlyList<PSObject> output, int exitCode) = Run(session);

        PSObject row = Assert.Single(output);
        Assert.Equal((2, 1, "Errors are left."), (exitCode, row.Get<int>("ErrorsLeft"), row.Get<string>("Outcome")));
        Assert.Empty(session.Sandbox.Faults);
    }

    [Fact]
    public void Campaigns_come_as_one_text_too_and_others_are_left_alone()
    {
        using AccountSession session = new();
        session.NewBatch("sale-1", Mistakes);
        session.WriteFile("sale-1.csv", Mistakes);

        Assert.Empty(Run(session, "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21").Output);
        Assert.Single(Run(session, $"{TestSandbox.CampaignId}, {TestSandbox.CampaignId.ToUpperInvariant()}").Output);
        Assert.Single(session.Sandbox.Writes);
    }

    /// <summary>Runs it on the session's folder.</summary>
    internal static (IReadOnlyList<PSObject> Output, int ExitCode) Run(AccountSession session, string campaigns = TestSandbox.CampaignId) =>
        Runbook.Run(session, "nightly-correction.ps1", Parameters(session, campaigns));

    /// <summary>Its parameters, without a pause before the second look.</summary>
    internal static Hashtable Parameters(AccountSession session, string campaigns = TestSandbox.CampaignId) => new()
    {
        ["CampaignId"] = campaigns,
        ["Folder"] = Path.GetDirectoryName(session.PathOf("x")),
        ["SettleSec"] = 0,
        ["Live"] = true,
    };

    // One folder a day: a test that runs over midnight would have two.
    private static IEnumerable<string> Corrected(AccountSession session) =>
        Directory.GetFiles(session.PathOf("corrected"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(System.StringComparer.Ordinal);
}
