using System.Collections;
using System.Globalization;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>What Test-RcAccount leaves on the platform, and what it says of that.</summary>
public sealed class ProbeRemovalTests
{
    [Theory]
    [InlineData("POST", "DropAnswer")]
    [InlineData("POST", "TruncatedJson")]
    [InlineData("PATCH", "DropAnswer")]
    [InlineData("PATCH", "500")]
    public void Probe_is_removed_after_an_error(string method, string fault)
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(fault == "500" ? new Hashtable { ["Status"] = 500, ["Method"] = method } : new Hashtable { ["Kind"] = fault, ["Method"] = method });
        CommandResult result = account.Probe();
        Assert.Empty(account.Left());
        Assert.Empty(result.Warnings);
        Assert.Single(account.Sandbox.Writes, request => request.Method == "DELETE");
        Assert.Contains("Removal", Of(result, "Confirmed"));
    }

    [Fact]
    public void Probe_that_cannot_be_removed_is_named()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Status"] = 500, ["Method"] = "DELETE", ["Times"] = 0 });
        CommandResult result = account.Probe();
        AssertNamed(account, result);
        Assert.Contains("Removal", Of(result, "Contradicted"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(0)]
    public void Only_a_batch_that_is_not_found_has_gone(int status)
    {
        using ProbedAccount account = new(["RemovalPassedOver"]);
        Hashtable fault = new() { ["Method"] = "GET", ["Path"] = "/v1/batches/????????-????-????-????-????????????", ["Skip"] = 2, ["Times"] = 0 };
        fault.Add(status == 0 ? "Kind" : "Status", status == 0 ? "DropAnswer" : status);
        account.Sandbox.AddFault(fault);
        CommandResult result = account.Probe();
        Assert.Contains("Removal", Of(result, "NotKnown"));
        account.Sandbox.ClearFaults();
        AssertNamed(account, result);
    }

    [Fact]
    public void Removal_whose_answer_was_lost_is_looked_for()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "DELETE" });
        CommandResult result = account.Probe();
        Assert.Empty(account.Left());
        Assert.Empty(result.Warnings);
        Assert.Contains("Removal", Of(result, "Confirmed"));
    }

    [Fact]
    public void Update_that_schedules_is_told_as_that()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "IgnoredParameters", ["Method"] = "PATCH", ["Times"] = 0 });
        CommandResult result = account.Probe();
        Assert.Equal("An update with VALIDATE makes a batch PENDING.", Evidence(result, "Update with Validate"));
        Assert.Contains("Update with Validate", Of(result, "Contradicted"));
        Assert.Contains("at once: it is PENDING", AssertNamed(account, result), StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_names_the_day_that_the_platform_shows()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "IgnoredParameters", ["Times"] = 0 });
        CommandResult result = account.Probe();
        string warning = AssertNamed(account, result);
        DateTime? first = account.Session.Run("Get-RcBatch", ("Id", account.Left()[0])).NoErrors().Output.Single().Get<DateTime?>("StartDate");
        string day = first!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.EndsWith($", with {day} as its first day, and may be sent and charged.", warning, StringComparison.Ordinal);
        Assert.True(first.Value < DateTime.Today.AddMonths(1));
    }

    [Fact]
    public void Update_that_the_batch_does_not_show_is_not_known()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "IgnoredParameters", ["Parameters"] = "description", ["Times"] = 0 });
        CommandResult result = account.Probe();
        Assert.Equal("After the update the batch shows no description.", Evidence(result, "Update with Validate"));
        Assert.Contains("Update with Validate", Of(result, "NotKnown"));
    }

    private static string AssertNamed(ProbedAccount account, CommandResult result)
    {
        string left = Assert.Single(account.Left());
        return Assert.Single(result.Warnings, warning => warning.Contains($"Remove-RcBatch {left}", StringComparison.Ordinal));
    }

    private static string? Evidence(CommandResult result, string name) => result.Output.Single(check => check.Get<string>("Name") == name).Get<string>("Evidence");

    private static string[] Of(CommandResult result, string verdict) =>
        [.. result.Output.Where(check => check.Get<object>("Result")!.ToString() == verdict).Select(check => check.Get<string>("Name")!)];
}
