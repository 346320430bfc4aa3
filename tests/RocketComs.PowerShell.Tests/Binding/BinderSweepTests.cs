using System.Collections;
using System.Management.Automation;
using System.Reflection;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>
/// Every parameter of every command that takes a column, fed with what cannot be meant: it is refused, and nothing is sent. The
/// commands and parameters are those that the module has, not a list.
/// </summary>
public sealed class BinderSweepTests
{
    private static readonly string[] s_blanks = ["", " ", "\t", "\u00A0"];

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void What_cannot_be_meant_is_refused_and_nothing_is_sent(string culture)
    {
        using AccountSession session = new();
        session.WriteFile("other.csv", AccountSession.GoodCsv);
        session.WriteFile("people.csv", "Number\n+12025550123\n");
        session.WriteFile("more people.csv", "Number\n+12025550124\n");
        string id = session.NewBatch();
        List<string> dropped = [];
        int count = 0;
        foreach ((string command, ParameterMetadata parameter, string kind) in Parameters(session))
        {
            void Expect(string what, object? input, params (string Name, object? Value)[] typed)
            {
                count++;
                session.Sandbox.ClearRequests();
                session.Set("in", input);
                session.Set("typed", new Hashtable(typed.ToDictionary(pair => pair.Name, pair => pair.Value)));
                string pipe = input is null ? string.Empty : ",$in | ";
                CommandResult result = session.Script($"[cultureinfo]::CurrentCulture = '{culture}'; {pipe}{command} @typed");
                if ((result.Errors.Count == 0 && result.Terminating is null) || session.Sandbox.Writes.Count > 0)
                {
                    dropped.Add($"{command} -{parameter.Name}: {what}");
                }

                foreach (ErrorRecord error in result.Errors.Append(result.Terminating).OfType<ErrorRecord>().Where(error => error.TargetObject is null && error.FullyQualifiedErrorId.StartsWith("Rc", StringComparison.Ordinal)))
                {
                    dropped.Add($"{command} -{parameter.Name}: {what}: no target: {error}");
                }
            }

            (string, object?)[] row = Base(command, parameter.Name, id);

            // But for the parameter that is tried, all is well.
            session.Set("in", Carriers.Make("PSCustomObject", row));
            string required = command == "New-RcBatch" && !row.Any(cell => cell.Item1 == "ExternalId") ? "-ExternalId e -StartDate 2099-01-31" : string.Empty;
            session.Script($"$in | {command} {required} {(command is "Test-RcBatchCsv" or "Measure-RcSendWindow" or "Import-RcBatchCsv" ? string.Empty : "-WhatIf")} {(command == "Export-RcBatchCsv" ? "-Path new.csv" : command == "Repair-RcBatchCsv" ? "-Destination new.csv" : command == "Split-RcBatchCsv" ? "-Destination parts -MaxRow 1" : string.Empty)}")
                .NoErrors();
            foreach (string carrier in Carriers.All)
            {
                object? Carried(params (string, object?)[] cells) => Carriers.Make(carrier, [.. row.Where(cell => !cells.Any(other => other.Item1 == cell.Item1)), .. cells]);
                foreach (object bad in Unreadable(kind))
                {
                    Expect($"{bad} in a {carrier}", Carried((parameter.Name, bad)), Rest(command));
                }

                (object one, object two) = Pair(command, kind);
                Expect($"contradicts a {carrier}", Carried((parameter.Name, one)), [.. Rest(command), (parameter.Name, two)]);
                Expect($"near miss in a {carrier}", Carried((parameter.Name + "_", one)), Rest(command));
                if (parameter.Aliases.Count > 0)
                {
                    Expect($"doubled in a {carrier}", Carried((parameter.Name, one), (parameter.Aliases[0], two)), Rest(command));
                }
            }

            (string, object?)[] typed = [.. row.Where(cell => cell.Item1 != parameter.Name), .. Rest(command)];
            foreach (object? empty in ((object?[])[null, .. s_blanks]))
            {
                Expect($"typed '{empty}'", null, [.. typed, (parameter.Name, empty)]);
            }

            foreach (object bad in Unreadable(kind))
            {
                Expect($"typed {bad}", null, [.. typed, (parameter.Name, bad)]);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{culture}: {count} combinations");
        Assert.Equal([], dropped);
        Assert.InRange(count, 1200, int.MaxValue);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void What_is_clear_is_used_whoever_carries_it(string culture)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string day = AccountSession.Tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            (object Start, object From, object Until)[] forms =
            [
                (day, "9:00 AM", "5:00 PM"), (AccountSession.Tomorrow, new DateTime(1899, 12, 30, 9, 0, 0), 0.708333333333333), (AccountSession.Tomorrow.ToOADate(), "0.375", "17:00:00"),
                (DateOnly.FromDateTime(AccountSession.Tomorrow), new TimeOnly(9, 0), TimeSpan.FromHours(17)), (day + " 00:00:00", "09:00", "17:00"),
            ];
            foreach ((object start, object from, object until) in forms.Where(form => carrier != "deserialized" || form.Start is not DateOnly))
            {
                session.Sandbox.ClearRequests();
                session.Set("in", Carriers.Make(
                    carrier,
                    [("Id", id), ("Path", "seed.csv"), ("Action", " VALIDATE "), ("StartDate", start), ("EndDate", "\u00A0"), ("StartTime", from), ("EndTime", until), ("Description", null)]));

                session.Script($"[cultureinfo]::CurrentCulture = '{culture}'; ,$in | Update-RcBatch").Single();

                Assert.Equal($"startDate={day}&startTime=09%3A00&endTime=17%3A00&action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
            }
        }
    }

    internal static IEnumerable<(string Command, ParameterMetadata Parameter, string Kind)> Parameters(TestSession session) =>
        from command in session.Run("Get-Command", ("Module", "RocketComs")).NoErrors().Output.Select(item => (CmdletInfo)item.BaseObject)
        from parameter in command.Parameters.Values
        let kind = command.ImplementingType.GetProperty(parameter.Name) is { } property ? Kind(property) : null
        where kind is not null || parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName)
        select (command.Name, parameter, kind!);

    // What a column means stands on its parameter, in a type that is the module's own affair.
    private static string? Kind(PropertyInfo property) =>
        property.GetCustomAttributesData().SingleOrDefault(attribute => attribute.AttributeType.Name == "ColumnAttribute")?.ConstructorArguments[0] is { } kind ? Enum.GetName(kind.ArgumentType, kind.Value!) : null;

    // What makes sense but for the parameter that is tried.
    internal static (string, object?)[] Base(string command, string parameter, string id)
    {
        bool isRow = parameter is "Number" or "Message";
        (string, object?)[] row = [("Number", "12025550123"), ("Message", "Hi")];
        (string, object?)[] file = [("Path", "seed.csv")];
        return command switch
        {
            "Update-RcBatch" => [("Id", id), .. isRow ? row : file],
            "New-RcBatch" when isRow => [("CampaignId", TestSandbox.CampaignId), .. row],
            "New-RcBatch" => [("CampaignId", TestSandbox.CampaignId), ("ExternalId", "e"), ("StartDate", "2099-01-31"), .. file],
            "Send-RcMessage" => [("CampaignId", TestSandbox.CampaignId), .. row],
            "Test-RcBatchCsv" or "Measure-RcSendWindow" => isRow ? row : file,
            "Export-RcBatchCsv" => row,
            "Import-RcRecipient" => [("Path", "people.csv")],
            _ => file,
        };
    }

    internal static (string, object?)[] Rest(string command) => command switch
    {
        "Update-RcBatch" or "New-RcBatch" or "Send-RcMessage" => [("Force", true)],
        "Export-RcBatchCsv" => [("Path", "new.csv"), ("Force", true)],
        "Repair-RcBatchCsv" => [("Destination", "new.csv"), ("Force", true)],
        "Split-RcBatchCsv" => [("Destination", "parts"), ("MaxRow", 1), ("Force", true)],
        _ => [],
    };

    private static IEnumerable<object> Unreadable(string kind) =>
    [
        new Hashtable { ["en"] = "Hi" },
        new PSObject(new { en = "Hi" }),
        new int[] { 1, 2 },
        .. kind switch
        {
            "Day" => (object[])["31.01.2027", "2027-02-30", "2027-01-31T23:00:00-05:00", "2027-01-31Z", new DateTimeOffset(2099, 1, 31, 23, 0, 0, TimeSpan.FromHours(-5)), 20270131, 46418.5, true],
            "Time" => ["25:00", "9", "13:00 PM", "1.09:00", "09:00:30", 1.5, -0.5, new DateTime(2027, 1, 31, 9, 0, 0), TimeSpan.FromDays(1)],
            "Action" => ["Validte", "Valid", "2", "Validate, Schedule", 1, true],
            _ => [],
        },
    ];

    internal static (object One, object Two) Pair(string command, string kind) => kind switch
    {
        "Day" => ("2099-01-31", "2099-02-01"),
        "Time" => ("09:00", "10:00"),
        "Action" => ("Validate", "Schedule"),
        "Batch" or "Campaign" => (Guid.NewGuid().ToString(), Guid.NewGuid().ToString()),
        "Text" => ("12025550123", "12025550124"),
        _ => command == "Import-RcRecipient" ? ("people.csv", "more people.csv") : ("seed.csv", "other.csv"),
    };
}
