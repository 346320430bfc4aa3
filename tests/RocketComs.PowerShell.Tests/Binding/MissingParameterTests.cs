using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>Too little was typed: the command says what it needs, and asks nobody.</summary>
public sealed class MissingParameterTests
{
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Theory]
    [InlineData("Update-RcBatch $id", "-Path", "-Number", "-MessageTemplateId and -RecipientListId")]
    [InlineData("Update-RcBatch $id -StartDate 2127-01-31", "-Path", "-Number", "-MessageTemplateId and -RecipientListId")]
    [InlineData("New-RcBatch $id -ExternalId x -StartDate 2127-01-31 -Force", "-Path", "-Number", "-MessageTemplateId and -RecipientListId")]
    [InlineData("Update-RcBatch $id -Message Hi", "-Number", "-RecipientListId")]
    [InlineData("Update-RcBatch $id -RecipientListId $id", "-Message", "-MessageTemplateId")]
    [InlineData("Update-RcBatch $id -Number 12025550123", "-Message")]
    public void What_is_missing_is_named(string script, params string[] missing)
    {
        using AccountSession session = new();
        session.Set("id", Id);

        ErrorRecord error = session.Script(script).Error("RcInvalidParameter");

        Assert.All(missing, name => Assert.Contains(name, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Rows_without_a_text_are_refused_with_their_columns()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        ErrorRecord error = session.Pipe([AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "12025550124"), ("Greeting", "Hi"))], "Update-RcBatch", ("Id", id), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Contains("1 of 2 piped objects", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Number, Greeting", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Empty_text_column_of_a_plan_makes_no_row_of_it_and_a_filled_one_is_refused()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        PSObject Plan(string text) => AccountSession.Record(("Id", id), ("Path", session.PathOf("seed.csv")), ("Message", text), ("Action", "Validate"));

        session.Pipe([Plan("Hi")], "Update-RcBatch").Error("RcInvalidParameter");
        Assert.Empty(session.Sandbox.Writes);

        Assert.Equal([id], session.Pipe([Plan(string.Empty)], "Update-RcBatch").NoErrors().Values<string>("Id"));
    }
}
