using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>Price, currency and ceiling of a connection.</summary>
public sealed class ConnectionCostTests
{
    [Fact]
    public void Price_currency_and_ceiling_stand_on_the_connection()
    {
        using AccountSession session = new(null, ("PricePerSegment", "0.0079"), ("Currency", "usd"), ("MaxCost", 250));

        PSObject connection = session.Run("Get-RcConnection").Single();

        Assert.Equal((0.0079m, "USD", 250m), (connection.Get<decimal>("PricePerSegment"), connection.Get<string>("Currency"), connection.Get<decimal>("MaxCost")));
    }

    [Theory]
    [InlineData("-MaxCost 5", 5)]
    [InlineData("-PricePerSegment $null", "PricePerSegment")]
    [InlineData("-PricePerSegment 1 -MaxCost $null", "MaxCost")]
    [InlineData("-PricePerSegment -0.01", "-0.01")]
    [InlineData("-PricePerSegment 1 -MaxCost -1", "-1")]
    [InlineData("-PricePerSegment 1000001", "1000001")]
    [InlineData("-Currency $null", "Currency")]
    [InlineData("-Currency ''", "Currency")]
    [InlineData("-Currency US", "US")]
    [InlineData("-Currency dollar", "dollar")]
    [InlineData("-Currency 'U$D'", "U$D")]
    [InlineData("-Currency 'ÜSD'", "ÜSD")]
    public void What_cannot_be_meant_is_refused(string parameters, object? target)
    {
        using AccountSession session = new();
        session.Set("s", session.Sandbox.Object);

        ErrorRecord error = session.Script($"Connect-RcAccount -Sandbox $s {parameters}").Error("RcInvalidParameter");

        Assert.Equal(target?.ToString(), error.TargetObject?.ToString());
        Assert.Contains(parameters.Split(' ')[^2], error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_and_measurements_count_with_the_price_of_the_session_unless_given_another()
    {
        using AccountSession session = new(null, ("PricePerSegment", 0.5m));
        session.WriteFile("a.csv", AccountSession.GoodCsv);

        Assert.Equal(1.0m, session.Run("Test-RcBatchCsv", ("Path", session.PathOf("a.csv"))).Single().Get<decimal>("EstimatedCost"));
        Assert.Equal(4m, session.Run("Test-RcBatchCsv", ("Path", session.PathOf("a.csv")), ("PricePerSegment", 2)).Single().Get<decimal>("EstimatedCost"));
        Assert.Equal(0.5m, session.Run("Measure-RcSmsSegment", ("Message", "Hi")).Single().Get<decimal>("EstimatedCost"));
        session.Run("Disconnect-RcAccount").NoErrors();
        Assert.Null(session.Run("Measure-RcSmsSegment", ("Message", "Hi")).Single().Properties["EstimatedCost"].Value);
    }

    [Theory]
    [InlineData("", "USD")]
    [InlineData("-PricePerSegment 0.5", "USD")]
    [InlineData("-PricePerSegment 2", null)]
    public void Check_keeps_the_currency_of_the_price_of_the_session(string price, string? currency)
    {
        using AccountSession session = new(null, ("PricePerSegment", 0.5m), ("Currency", "USD"));
        session.WriteFile("a.csv", AccountSession.GoodCsv);
        session.Script($"$check = Test-RcBatchCsv a.csv {price}; Connect-RcAccount -Sandbox (Start-RcSandbox) -PricePerSegment 1 -Currency EUR; $check | Export-RcReport a.md").NoErrors();
        Assert.Equal(currency, (string?)session.Script("$check.Currency").Output.SingleOrDefault()?.BaseObject);
        Assert.DoesNotContain("EUR", File.ReadAllText(session.PathOf("a.md")), StringComparison.Ordinal);
    }
}
