using System.Collections;
using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>Test-RcAccount against a sandbox that reads the documentation as the module does, and against one for each other reading.</summary>
public sealed class AccountCheckTests
{
    private const string Number = ProbedAccount.Number;

    // Which check finds a reading out.
    private static readonly Dictionary<string, string> s_found = new()
    {
        ["PagesFromOne"] = "First page",
        ["PageIgnored"] = "First page",
        ["PageSizeIgnored"] = "Page size",
        ["PageSizeCapped"] = "Page size",
        ["TotalOfPages"] = "Total",
        ["TotalOfPage"] = "Total",
        ["NoEnvelope"] = "Envelope",
        ["OtherEnvelope"] = "Envelope",
        ["ArrayLists"] = "Lists",
        ["OptOutsInPages"] = "Opt-outs are one list",
        ["MomentsWithoutZone"] = "Moments",
        ["MomentsAsNumbers"] = "Moments",
        ["DatesAsMoments"] = "Dates",
        ["DatesWithSlashes"] = "Dates",
        ["TimesOfTwelveHours"] = "Times of day",
        ["InsightsOfCampaign"] = "Insights of a batch",
        ["NoInsightsOfBatches"] = "Insights of a batch",
        ["ScalarsInQuery"] = "Place of parameters",
        ["ScalarsInForm"] = "Place of parameters",
        ["ValidateSchedules"] = "Validate sends nothing",
        ["StartsDayEarlier"] = "First day",
        ["QuotesPassedOver"] = "Quoting of the file",
        ["LinesFromZero"] = "Lines of errors",
        ["RemovalPassedOver"] = "Removal",
    };

    public static TheoryData<string> Readings => [.. s_found.Keys];

    [Fact]
    public void Every_reading_of_the_sandbox_has_its_check()
    {
        using TestSession session = new();
        Assert.Equal(session.Script("[RocketComs.RcSandboxReading].GetEnumNames()").NoErrors().Output.Select(name => (string)name.BaseObject), s_found.Keys);
    }

    [Fact]
    public void Reads_change_nothing_and_find_what_holds()
    {
        using ProbedAccount account = new();
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
    [InlineData("Query")]
    [InlineData("Form")]
    public void Probe_is_made_looked_at_and_removed(string placement)
    {
        using ProbedAccount account = new(placement == "Form" ? ["ScalarsInForm"] : [], placement);
        CommandResult result = account.Probe().NoErrors();
        Assert.Empty(Of(result, "Contradicted"));
        Assert.Empty(result.Warnings);
        Assert.Superset(
            new HashSet<string>(["Place of parameters", "Validate sends nothing", "First day", "Quoting of the file", "Update with Validate", "Lines of errors", "Removal", "Times of day"]),
            new HashSet<string>(Of(result, "Confirmed")));
        Assert.Equal(["POST", "PATCH", "DELETE"], account.Sandbox.Writes.Select(request => request.Method));
        foreach (SentRequest upload in account.Sandbox.Writes.Take(2))
        {
            Assert.Equal("VALIDATE", Query(upload, "action"));
            Assert.Equal("VALIDATE", upload.PartText("action"));
            string day = DateTime.Today.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal((day, day), (Query(upload, "startDate"), upload.PartText("startDate")));
            Assert.NotEqual(Query(upload, "description"), upload.PartText("description"));
        }

        Assert.Empty(account.Left());
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Every_other_reading_is_found_out(string reading)
    {
        using ProbedAccount account = new([reading], reading == "ScalarsInQuery" ? "Form" : "Query");
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
        Assert.Equal(reading is "ValidateSchedules" or "RemovalPassedOver" ? 1 : 0, left.Length);
    }

    [Fact]
    public void Switch_is_named_where_there_is_one()
    {
        using ProbedAccount account = new(["ScalarsInForm"]);
        PSObject check = account.Probe().Output.Single(check => check.Get<string>("Name") == "Place of parameters");
        Assert.Contains("Connect-RcAccount -ParameterPlacement Form", check.Get<string>("Advice"), StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_probe_leaves_nothing_and_says_so()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Status"] = 400, ["Method"] = "POST" });
        CommandResult result = account.Probe().NoErrors();
        Assert.Equal(["POST"], account.Sandbox.Writes.Select(request => request.Method));
        Assert.Empty(result.Warnings);
        PSObject check = result.Output.Single(check => check.Get<string>("Name") == "Place of parameters");
        Assert.Contains("HTTP 400", check.Get<string>("Evidence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    public void WhatIf_makes_no_batch_and_shows_no_number(string arguments)
    {
        TestHost host = new();
        using ProbedAccount account = new(host: host);
        account.Session.Script($"Test-RcAccount -ProbeCampaign {TestSandbox.CampaignId} -ProbeNumber {Number} {arguments}").NoErrors();
        Assert.Empty(account.Sandbox.Writes);
        string question = Assert.Single(host.Lines, line => line.Contains("Make a probe batch", StringComparison.Ordinal));
        Assert.Contains("one row, to •••••••••23 alone", question, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, question, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_cannot_be_asked_must_give_Force()
    {
        using ProbedAccount account = new();
        string error = account.Session.Script($"Test-RcAccount -ProbeCampaign {TestSandbox.CampaignId} -ProbeNumber {Number}").Error("RcConfirmationRequired").ErrorDetails.Message;
        Assert.Contains("•••••••••23", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, error, StringComparison.Ordinal);
        Assert.Empty(account.Sandbox.Writes);
    }

    [Theory]
    [InlineData("-ProbeCampaign sale -ProbeNumber 12025550123", "ProbeCampaign")]
    [InlineData("-ProbeCampaign 05ee2300-51cd-4021-b28d-11597cf9a175 -ProbeNumber 123", "ProbeNumber")]
    [InlineData("-ProbeCampaign 05ee2300-51cd-4021-b28d-11597cf9a175 -ProbeNumber 1237774444", "ProbeNumber")]
    public void What_cannot_be_meant_is_refused_before_any_request(string arguments, string parameter)
    {
        using ProbedAccount account = new();
        ErrorRecord error = account.Session.Script($"Test-RcAccount {arguments} -Force").Error("RcInvalidParameter");
        string shown = $"{error.ErrorDetails.Message} {error.ErrorDetails.RecommendedAction} {error.TargetObject}";
        Assert.Contains("-" + parameter, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("7774444", shown, StringComparison.Ordinal);
        Assert.Empty(account.Sandbox.Requests);
    }

    [Fact]
    public void Campaign_that_takes_no_batches_is_refused()
    {
        using ProbedAccount account = new();
        account.Session.Script($"Test-RcAccount -ProbeCampaign 7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21 -ProbeNumber {Number} -Force").Error("RcInvalidParameter");
        Assert.Empty(account.Sandbox.Writes);
    }

    [Theory]
    [InlineData(401, "Credentials")]
    [InlineData(403, "Credentials")]
    [InlineData(404, "Address")]
    public void Account_that_refuses_is_a_check_and_no_error(int status, string name)
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Status"] = status, ["Times"] = 0 });
        CommandResult result = account.Session.Run("Test-RcAccount").NoErrors();
        Assert.Contains(name, Of(result, "Contradicted"));
        Assert.Contains("Lists", Of(result, "NotKnown"));
    }

    [Fact]
    public void Page_of_a_gateway_is_no_answer()
    {
        using ProbedAccount account = new();
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "ContentType", ["Body"] = "<html>Sign in</html>", ["Times"] = 0 });
        Assert.Contains("Address", Of(account.Session.Run("Test-RcAccount").NoErrors(), "Contradicted"));
    }

    private static string[] Of(CommandResult result, string verdict) =>
        [.. result.Output.Where(check => check.Get<object>("Result")!.ToString() == verdict).Select(check => check.Get<string>("Name")!)];

    private static string Query(SentRequest request, string name) =>
        Uri.UnescapeDataString(request.RawQuery.Split('&').Single(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..].Replace('+', ' '));

    private static void AssertAnonymous(CommandResult result, ProbedAccount account)
    {
        string all = string.Join('\n', result.Output.Select(check => $"{check.Get<string>("Evidence")} {check.Get<string>("Advice")}"));
        foreach (string secret in (string[])[TestSandbox.CampaignId, Number, account.Sandbox.ApiKey, account.Sandbox.ApiSecret, .. account.Left(), .. account.Ids, "Spring", "Customers", "127.0.0.1"])
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }
}
