using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>
/// Every parameter of every command that takes a column, given a script block that is good for one object and bad for the next: the input is
/// refused by name, and nothing of what belongs to the same batch is sent.
/// </summary>
public sealed class BlockSweepTests
{
    private const string Bad = "2";

    private static readonly string[] s_blocks =
        ["throw 'boom'", "", "$_.Value; $_.Value", "$null", "$_.NotThere", "1 / 0", "Get-Command not-there; $_.Value", "break", "exit 3", "@{ en = 'Hi' }"];

    [Fact]
    public void Block_that_chooses_nothing_clear_refuses_its_input()
    {
        using AccountSession session = new();
        session.WriteFile("people.csv", "Number\n+12025550123\n");
        string id = session.NewBatch();
        List<string> dropped = [];
        int count = 0;
        foreach ((string command, ParameterMetadata parameter, string kind) in BinderSweepTests.Parameters(session).Where(known => (known.Parameter.ParameterType.GetElementType() ?? known.Parameter.ParameterType) == typeof(object)))
        {
            (string Name, object? Value)[] row = BinderSweepTests.Base(command, parameter.Name, id);
            object value = row.Where(cell => cell.Name == parameter.Name).Select(cell => cell.Value).FirstOrDefault() ?? Good(command, parameter.Name, kind);
            bool isRow = parameter.Name is "Number" or "Message";
            bool isAlone = parameter.Name is "Id" || command == "Send-RcMessage" || (command == "New-RcBatch" && !isRow);
            session.Set("typed", Typed(command, isRow, parameter.Name));
            foreach (string carrier in Carriers.All)
            {
                object?[] input = [.. new[] { "1", Bad }.Select(mark => Carriers.Make(
                    carrier, [.. row.Where(cell => cell.Name != parameter.Name), ("Value", value), ("Mark", mark)]))];
                session.Set("in", input);
                if (carrier != Carriers.Table)
                {
                    count++;
                    string whatIf = command is "Test-RcBatchCsv" or "Measure-RcSendWindow" or "Import-RcBatchCsv" ? string.Empty : "-WhatIf";
                    session.Script($"$in[0] | {command} @typed -{parameter.Name} {{ $_.Value }} {whatIf}").NoErrors();
                }

                foreach (string block in s_blocks.Where(block => block != "$_.Value; $_.Value" || !parameter.ParameterType.IsArray))
                {
                    count++;
                    session.Sandbox.ClearRequests();
                    CommandResult result = session.Script($"$in | {command} @typed -{parameter.Name} {{ if ($_.Mark -eq {Bad}) {{ {block} }} else {{ $_.Value }} }}");
                    ErrorRecord[] errors = [.. result.Errors.Append(result.Terminating).OfType<ErrorRecord>().Where(error => IsAbout(error, parameter.Name, carrier, block))];
                    if (errors.Length == 0 || session.Sandbox.Writes.Count > (isAlone ? 1 : 0) || File.Exists(session.PathOf("new.csv")))
                    {
                        dropped.Add($"{command} -{parameter.Name} {{ {block} }} of a {carrier}: {session.Sandbox.Writes.Count}, {string.Join("; ", result.Errors.Append(result.Terminating))}");
                    }
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{count} combinations");
        Assert.Equal([], dropped);
        Assert.InRange(count, 1500, int.MaxValue);
    }

    [Theory]
    [InlineData("New-RcRecipientList -Name n")]
    [InlineData("Add-RcRecipientListMember -RecipientListId " + TestSandbox.ListId)]
    [InlineData("Remove-RcRecipientListMember -RecipientListId " + TestSandbox.ListId)]
    public void Block_that_chooses_no_recipient_keeps_the_list_as_it_is(string command)
    {
        using AccountSession session = new();
        session.Set("in", new[] { TestSandbox.RecipientId, TestSandbox.UnlistedRecipientId }.Select((id, at) => AccountSession.Record(("Value", id), ("Mark", $"{at + 1}"))).ToArray());
        foreach (string block in s_blocks.Where(block => block != "$_.Value; $_.Value"))
        {
            CommandResult result = session.Script($"$in | {command} -RecipientId {{ if ($_.Mark -eq {Bad}) {{ {block} }} else {{ $_.Value }} }}");

            Assert.True(IsAbout(Assert.Single(result.Errors), "RecipientId", "PSCustomObject", block), block);
            Assert.Empty(session.Sandbox.Writes);
        }

        session.Script($"$in | {command} -RecipientId {{ $_.Value }}").NoErrors();
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Block_that_chooses_no_text_is_an_error_and_the_others_are_measured()
    {
        using TestSession session = new();
        session.Set("in", new[] { "1", Bad, "3" }.Select(mark => AccountSession.Record(("Value", "Hi"), ("Mark", mark))).ToArray());
        foreach (string block in s_blocks.Where(block => block != "$_.Value; $_.Value"))
        {
            CommandResult result = session.Script($"$in | Measure-RcSmsSegment -Message {{ if ($_.Mark -eq {Bad}) {{ {block} }} else {{ $_.Value }} }}");

            Assert.True(IsAbout(result.Error("RcInvalidParameter"), "Message", "PSCustomObject", block), block);
            Assert.Equal(["Hi", "Hi"], result.Values<string>("Message"));
        }
    }

    private static bool IsAbout(ErrorRecord error, string parameter, string carrier, string block) =>
        error.FullyQualifiedErrorId.StartsWith("RcInvalidParameter,", StringComparison.Ordinal)
        && (carrier == Carriers.Table
            || (error.Exception.Get<string>("ParameterName") == parameter
                && (block.StartsWith('@') ? error.TargetObject is not null : (string?)PSObject.AsPSObject(error.TargetObject).Properties["Mark"]?.Value == Bad)));

    private static Hashtable Typed(string command, bool isRow, string parameter)
    {
        Hashtable typed = new(BinderSweepTests.Rest(command).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        if (command is "Update-RcBatch" or "New-RcBatch" or "Send-RcMessage")
        {
            typed["AllowRepeat"] = true;
        }

        if (command == "Update-RcBatch" && parameter != "Action")
        {
            typed["Action"] = "Validate";
        }

        if (command == "New-RcBatch" && isRow)
        {
            typed["ExternalId"] = "rows";
            typed["StartDate"] = "2099-01-31";
        }

        return typed;
    }

    private static object Good(string command, string parameter, string kind) => parameter switch
    {
        "EndTime" => "17:00",
        "EndDate" => "2099-02-01",
        _ => BinderSweepTests.Pair(command, kind).One,
    };
}
