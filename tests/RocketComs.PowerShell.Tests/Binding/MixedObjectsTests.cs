using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>Columns are looked for once for objects of one kind; an object of another kind among them is read as it is.</summary>
public sealed class MixedObjectsTests
{
    [Fact]
    public void Each_object_is_read_by_its_own_columns()
    {
        using AccountSession session = new();
        PSObject typed = AccountSession.Record(("Text", "four"), ("Mobile", "12025550104"));
        typed.TypeNames.Insert(0, "Some.Row");
        PSObject[] rows =
        [
            AccountSession.Row("12025550101", "one"),
            AccountSession.Row("12025550102", "two"),
            AccountSession.Record(("Message", "three"), ("Number", "12025550103")),
            typed,
            AccountSession.Record(("number", "12025550105"), ("MESSAGE", "five"), ("Owner", "Ann")),
            AccountSession.Row("12025550106", "six"),
        ];

        session.Pipe(rows, "Update-RcBatch", ("Id", session.NewBatch()), ("Action", "Validate")).Single();

        Assert.Equal(
            "12025550101,one\n12025550102,two\n12025550103,three\n12025550104,four\n12025550105,five\n12025550106,six\n",
            Assert.Single(Assert.Single(session.Sandbox.Writes).Parts, part => part.Name == "file").Text);
    }

    [Theory]
    [InlineData("Start Date", "2127-03-01", false)]
    [InlineData("StartDate", "2127-03-01", false)]
    [InlineData("Text", "other", false)]
    [InlineData("Action_", "Validate", false)]
    [InlineData("Id", "32df8770-ee48-46e7-a8c7-9ec478883076", false)]
    [InlineData("StartDate", "2127-03-01", true)]
    [InlineData("Action_", "Validate", true)]
    public void Column_that_a_later_object_has_besides_is_refused(string column, string value, bool isSelected)
    {
        using AccountSession session = new();
        PSObject[] rows =
        [
            .. Enumerable.Range(1, 5).Select(number => AccountSession.Row($"1202555010{number}", "Hi")),
            AccountSession.Record(("Number", "12025550106"), ("Message", "Hi"), (column, value)),
        ];
        foreach (PSObject row in isSelected ? rows : [])
        {
            row.TypeNames.Insert(0, "Selected.System.Management.Automation.PSCustomObject");
        }

        CommandResult result = session.Pipe(rows, "Update-RcBatch", ("Id", session.NewBatch()), ("Force", true));

        Assert.StartsWith("RcInvalidParameter,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("[Collections.Hashtable]@{ en = 'Hi' }")]
    [InlineData("$null")]
    [InlineData("''")]
    public void Cell_of_a_later_object_is_judged_like_that_of_the_first(string cell)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        CommandResult result = session.Script($"1..3 | ForEach-Object {{ [pscustomobject]@{{ Number = \"1202555010$_\"; Message = if ($_ -eq 3) {{ {cell} }} else {{ 'Hi' }} }} }} | Update-RcBatch $id -Force");

        Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>());
        Assert.Empty(session.Sandbox.Writes);
    }
}
