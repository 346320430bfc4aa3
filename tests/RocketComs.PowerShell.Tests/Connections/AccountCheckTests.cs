using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>Test-RcAccount against a sandbox that reads the documentation as the module does, and against one for each other reading.</summary>
public sealed class AccountCheckTests
{
    private const string Number = "12025550123";

    // Which check finds a reading out.
    private static readonly Dictionary<RcSandboxReading, string> s_found = new()
    {
        [RcSandboxReading.PagesFromOne] = "First page",
        [RcSandboxReading.PageIgnored] = "First page",
        [RcSandboxReading.PageSizeIgnored] = "Page size",
        [RcSandboxReading.PageSizeCapped] = "Page size",
        [RcSandboxReading.TotalOfPages] = "Total",
        [RcSandboxReading.TotalOfPage] = "Total",
        [RcSandboxReading.NoEnvelope] = "Envelope",
        [RcSandboxReading.OtherEnvelope] = "Envelope",
        [RcSandboxReading.ArrayLists] = "Lists",
        [RcSandboxReading.OptOutsInPages] = "Opt-outs are one list",
        [RcSandboxReading.MomentsWithoutZone] = "Moments",
        [RcSandboxReading.MomentsAsNumbers] = "Moments",
        [RcSandboxReading.DatesAsMoments] = "Dates",
        [RcSandboxReading.DatesWithSlashes] = "Dates",
        [RcSandboxReading.TimesOfTwelveHours] = "Times of day",
        [RcSandboxReading.InsightsOfCampaign] = "Insights of a batch",
        [RcSandboxReading.NoInsightsOfBatches] = "Insights of a batch",
        [RcSandboxReading.ScalarsInQuery] = "Place of parameters",
        [RcSandboxReading.ScalarsInForm] = "Place of parameters",
        [RcSandboxReading.ValidateSchedules] = "Validate sends nothing",
        [RcSandboxReading.StartsDayEarlier] = "First day",
        [RcSandboxReading.QuotesPassedOver] = "Quoting of the file",
        [RcSandboxReading.LinesFromZero] = "Lines of errors",
        [RcSandboxReading.RemovalPassedOver] = "Removal",
    };

    public static TheoryData<RcSandboxReading> Readings => [.. Enum.GetValues<RcSandboxReading>()];

    [Fact]
    public void Reads_change_nothing_and_find_what_holds()
    {
        using Account account = new();
        CommandResult result = account.Session.Run("Test-RcAccount").NoErrors();
        Assert.Empty(account.Sandbox.Writes);
        Assert.Empty(Of(result, "Contradicted"));
        Assert.Equal(
            ["Address", "Credentials", "Envelope", "Lists", "First page", "Page size", "Total", "Opt-outs are one list", "Insights of a batch", "Moments", "Dates"], Of(result, "Confirmed"));
        Assert.Contains("Validate sends nothing", Of(result, "NotKnown"));
        Assert.All(result.Output, check => Assert.NotEmpty(check.Get<string>("Evidence")!));
        Assert.Equal(result.Output.Count, result.Output.Select(check => check.Get<string>("Name")).Distinct().Count());
    }

    [Theory]
    [InlineData(RcParameterPlacement.Query)]
    [InlineData(RcParameterPlacement.Form)]
    public void Probe_is_made_looked_at_and_removed(RcParameterPlacement placement)
    {
        using Account account = new(placement == RcParameterPlacement.Form ? [RcSandboxReading.ScalarsInForm] : [], placement);
        CommandResult result = account.Probe().NoErrors();
        Assert.Empty(Of(result, "Contradicted"));
        Assert.Empty(result.Warnings);
        Assert.Superset(
            new HashSet<string>(["Place of parameters", "Validate sends nothing", "First day", "Quoting of the file", "Update with Validate", "Lines of errors", "Removal", "Times of day"]),
            new HashSet<string>(Of(result, "Confirmed")));
        Assert.Equal(["POST", "PATCH", "DELETE"], account.Sandbox.Writes.Select(request => request.Method));
        foreach (SentRequest upload in account.Sandbox.Writes.Take(2))
        {
            Assert.Equal("VALIDATE", upload.Query("action"));
            Assert.Equal("VALIDATE", upload.Parts.Single(part => part.Name == "action").Text);
            string day = DateTime.Today.AddYears(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((day, day), (upload.Query("startDate"), upload.Parts.Single(part => part.Name == "startDate").Text));
            Assert.NotEqual(upload.Query("description"), upload.Parts.Single(part => part.Name == "description").Text);
        }

        Assert.Empty(account.Left());
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Every_other_reading_is_found_out(RcSandboxReading reading)
    {
        using Account account = new([reading], reading == RcSandboxReading.ScalarsInQuery ? RcParameterPlacement.Form : RcParameterPlacement.Query);
        CommandResult result = account.Probe();
        string[] contradicted = Of(result, "Contradicted");
        Assert.Contains(s_found[reading], contradicted);

        // What one reading makes of others is no more than what cannot be read then.
        Assert.True(contradicted.Length <= 2, string.Join(", ", contradicted));
        PSObject check = result.Output.Single(check => check.Get<string>("Name") == s_found[reading]);
        Assert.NotEmpty(check.Get<string>("Advice")!);
        AssertAnonymous(result, account);

        // Nothing is left, or it is named.
        string[] left = account.Left();
        Assert.True(left.Length == 0 || (left.Length == 1 && result.Warnings.Any(warning => warning.Contains(left[0], StringComparison.Ordinal))), string.Join(", ", result.Warnings));
        Assert.Equal(reading is RcSandboxReading.ValidateSchedules or RcSandboxReading.RemovalPassedOver ? 1 : 0, left.Length);
    }

    [Fact]
    public void Switch_is_named_where_there_is_one()
    {
        using Account account = new([RcSandboxReading.ScalarsInForm]);
        PSObject check = account.Probe().Output.Single(check => check.Get<string>("Name") == "Place of parameters");
        Assert.Contains("Connect-RcAccount -ParameterPlacement Form", check.Get<string>("Advice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "DropAnswer")]
    [InlineData("POST", "TruncatedJson")]
    [InlineData("PATCH", "DropAnswer")]
    [InlineData("PATCH", "500")]
    public void Probe_is_removed_after_an_error(string method, string fault)
    {
        using Account account = new();
        account.Sandbox.AddFault(fault == "500" ? new System.Collections.Hashtable { ["Status"] = 500, ["Method"] = method } : new System.Collections.Hashtable { ["Kind"] = fault, ["Method"] = method });
        CommandResult result = account.Probe();
        Assert.Empty(account.Left());
        Assert.Empty(result.Warnings);
        Assert.Single(account.Sandbox.Writes, request => request.Method == "DELETE");
        Assert.Contains("Removal", Of(result, "Confirmed"));
    }

    [Fact]
    public void Probe_that_cannot_be_removed_is_named()
    {
        using Account account = new();
        account.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 500, ["Method"] = "DELETE", ["Times"] = 0 });
        CommandResult result = account.Probe();
        string left = Assert.Single(account.Left());
        Assert.Single(result.Warnings, warning => warning.Contains($"Remove-RcBatch {left}", StringComparison.Ordinal));
        Assert.Contains("Removal", Of(result, "Contradicted"));
    }

    [Fact]
    public void Refused_probe_leaves_nothing_and_says_so()
    {
        using Account account = new();
        account.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 400, ["Method"] = "POST" });
        CommandResult result = account.Probe().NoErrors();
        Assert.Equal(["POST"], account.Sandbox.Writes.Select(request => request.Method));
        Assert.Empty(result.Warnings);
        PSObject check = result.Output.Single(check => check.Get<string>("Name") == "Place of parameters");
        Assert.Contains("HTTP 400", check.Get<string>("Evidence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    public void WhatIf_makes_no_batch(string arguments)
    {
        using Account account = new();
        account.Session.Script($"Test-RcAccount -ProbeCampaign {TestSandbox.CampaignId} -ProbeNumber {Number} {arguments}").NoErrors();
        Assert.Empty(account.Sandbox.Writes);
    }

    [Fact]
    public void Who_cannot_be_asked_must_give_Force()
    {
        using Account account = new();
        account.Session.Script($"Test-RcAccount -ProbeCampaign {TestSandbox.CampaignId} -ProbeNumber {Number}").Error("RcConfirmationRequired");
        Assert.Empty(account.Sandbox.Writes);
    }

    [Theory]
    [InlineData("-ProbeCampaign sale -ProbeNumber 12025550123", "ProbeCampaign")]
    [InlineData("-ProbeCampaign 05ee2300-51cd-4021-b28d-11597cf9a175 -ProbeNumber 123", "ProbeNumber")]
    [InlineData("-ProbeCampaign 05ee2300-51cd-4021-b28d-11597cf9a175 -ProbeNumber 1237774444", "ProbeNumber")]
    public void What_cannot_be_meant_is_refused_before_any_request(string arguments, string parameter)
    {
        using Account account = new();
        Assert.Contains("-" + parameter, account.Session.Script($"Test-RcAccount {arguments} -Force").Error("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(account.Sandbox.Requests);
    }

    [Fact]
    public void Campaign_that_takes_no_batches_is_refused()
    {
        using Account account = new();
        account.Session.Script($"Test-RcAccount -ProbeCampaign 7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21 -ProbeNumber {Number} -Force").Error("RcInvalidParameter");
        Assert.Empty(account.Sandbox.Writes);
    }

    [Theory]
    [InlineData(401, "Credentials")]
    [InlineData(403, "Credentials")]
    [InlineData(404, "Address")]
    public void Account_that_refuses_is_a_check_and_no_error(int status, string name)
    {
        using Account account = new();
        account.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = status, ["Times"] = 0 });
        CommandResult result = account.Session.Run("Test-RcAccount").NoErrors();
        Assert.Contains(name, Of(result, "Contradicted"));
        Assert.Contains("Lists", Of(result, "NotKnown"));
    }

    [Fact]
    public void Page_of_a_gateway_is_no_answer()
    {
        using Account account = new();
        account.Sandbox.AddFault(new System.Collections.Hashtable { ["Kind"] = "ContentType", ["Body"] = "<html>Sign in</html>", ["Times"] = 0 });
        Assert.Contains("Address", Of(account.Session.Run("Test-RcAccount").NoErrors(), "Contradicted"));
    }

    private static string[] Of(CommandResult result, string verdict) =>
        [.. result.Output.Where(check => check.Get<object>("Result")!.ToString() == verdict).Select(check => check.Get<string>("Name")!)];

    private static void AssertAnonymous(CommandResult result, Account account)
    {
        string all = string.Join('\n', result.Output.Select(check => $"{check.Get<string>("Evidence")} {check.Get<string>("Advice")}"));
        foreach (string secret in (string[])[TestSandbox.CampaignId, Number, account.Sandbox.ApiKey, account.Sandbox.ApiSecret, .. account.Left(), .. account.Ids, "Spring", "Customers", "127.0.0.1"])
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A sandbox with two batches that have gone out, and a session that is connected to it.</summary>
    private sealed class Account : IDisposable
    {
        public Account(RcSandboxReading[]? readings = null, RcParameterPlacement placement = RcParameterPlacement.Query)
        {
            Sandbox = new TestSandbox(Session.Run("Start-RcSandbox", ("ProcessingSec", 0), ("Contradict", (readings ?? []).Select(reading => reading.ToString()).ToArray())).Single());
            Ids = [Sweep.SandboxState.AddBatchAsync(Sandbox.BaseUri, TestSandbox.CampaignId, "sale-1", "12025550130,Hi\n", "SCHEDULE").GetAwaiter().GetResult(), Sweep.SandboxState.AddBatchAsync(Sandbox.BaseUri, TestSandbox.CampaignId, "sale-2", "12025550131,Hi\n12025550132,Hi\n", "SCHEDULE").GetAwaiter().GetResult()];
            Sandbox.Advance(TimeSpan.FromDays(2));
            Session.Run("Connect-RcAccount", ("Sandbox", Sandbox.Object), ("ParameterPlacement", placement.ToString()), ("MaximumRetryCount", 0)).NoErrors();
            Sandbox.ClearRequests();
        }

        public TestSession Session { get; } = new();

        public TestSandbox Sandbox { get; }

        public string[] Ids { get; }

        public CommandResult Probe() => Session.Run("Test-RcAccount", ("ProbeCampaign", TestSandbox.CampaignId), ("ProbeNumber", Number), ("Force", true));

        /// <summary>The batches that were made since, and are there.</summary>
        public string[] Left() => [.. Sandbox.Requests.Where(request => request is { Method: "DELETE" }).Select(request => request.Path.Split('/')[^1]).Distinct().Where(IsThere)];

        public void Dispose()
        {
            Session.Run("Stop-RcSandbox", ("Sandbox", Sandbox.Object));
            Session.Dispose();
        }

        private bool IsThere(string id) => Sweep.SandboxState.IsThereAsync(Sandbox.BaseUri, id).GetAwaiter().GetResult();
    }
}
