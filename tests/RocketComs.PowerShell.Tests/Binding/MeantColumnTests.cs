using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>A column that says something about what is sent is read or refused, by every command that sends, whoever carries it; a table's own columns are its own.</summary>
public sealed class MeantColumnTests
{
    private const string Template = TestSandbox.TemplateId;

    private static readonly (string Name, object? Value)[] s_meant =
    [
        ("StartDate", "2127-03-01"), ("startdate", "soon"), ("EndDate", "2127-03-01"), ("StartTime", "09:00"), ("EndTime", "5 PM"), ("Action", "Validate"), ("Action", "Validte"), ("ExternalId", "mon"),
        ("Short link", "true"), ("ShortLink", true), ("MaxCost", "0"), ("max_segment_count", 5), ("PricePerSegment", "0.01"), ("CheckOptOut", "yes"), ("AllowRepeat", "no"), ("Force", "x"), ("SkipValidation", "1"),
        ("TimeZone", "Europe/Berlin"), ("WhatIf", "true"), ("MessageTemplateId", Template), ("RecipientListId", TestSandbox.ListId), ("NamedRecipientsListIds", "other"),
        ("SendAt", "2127-03-01 09:00"), ("SendOn", "2127-04-01"), ("Start", new DateTime(2127, 3, 1)), ("Begin", "9 AM"), ("When", new DateTimeOffset(2127, 3, 1, 0, 0, 0, TimeSpan.Zero)), ("Time", TimeSpan.FromHours(9)), ("Day", new DateOnly(2127, 3, 1)), ("At", new TimeOnly(9, 0)),
        ("Operation", "Validate"), ("Mode", " schedule "), ("Beginn", "1.3.2127"),
        ("OptOut", "TRUE"), ("Unsub", "yes"), ("Blocked", "TRUE"), ("SMS Marketing", "no"), ("Marketing", "FALSE"), ("Contactable", "no"), ("TCPA consent", "no"), ("TCPA", "N"), ("DoNotDisturb", "21:00"), ("DoNotDisturb", TimeSpan.FromHours(21)), ("Status", " *Opted-out"), ("opted_out", "yes"), ("Is Opted Out", true), ("Unsubscribed", "x"), ("Unsubscribed At", "2021-04-01"), ("OptOutDate", new DateTime(2021, 4, 1)), ("Do Not Text", "Y"), ("DoNotContact", 1), ("DNC", "1"), ("SMS Opt-out Status", "Opted out"),
        ("SMS_Opt_Out__c", "true"), ("et4ae5__HasOptedOutOfMobile__c", "1"), ("hs_sms_optout", "yes"), ("Status", "unsubscribed"), ("Marketing status", "Opted-out"), ("Note", "Do not contact"),
        ("smagicinteract__SMSOptOut__c", "true"), ("DoNotSendMM", "1"), ("OptOutType", "STOP"), ("Opt Out Timestamp", "1617235200"), ("Unsubscribed From All", "checked"), ("SMS Blacklist", "yes"), ("Please do not text", "y"), ("Do not allow SMS", "1.0"),
        ("SMS Opt Out", "Yes (2024-05-01)"), ("Opt Out", "Do Not Text"), ("DND", "Enabled"), ("SMS Status", "Opted out"), ("OK to Text", "no"), ("SMS Allowed", "FALSE"), ("Receive Texts", "0"), ("Wants SMS", "N"), ("SMS Subscriber", "no"),
        ("Consent", "declined"), ("OptIn", "0.0"), ("OptIn", "Not Opted In"), ("Consent", "No consent"), ("SMS Consent", "withdrawn 2024-05-01"), ("Opt in status", "pending"),
        ("SMS Marketing Consent", "NEVER_SUBSCRIBED"), ("Accepts SMS Marketing", "no"), ("Subscription Status", "Unsubscribed"), ("Email and SMS opt-out", "x"),
        ("OptIn", "no"), ("SMS Consent", "FALSE"), ("Subscribed", false), ("has_opted_in", 0), ("ConsentStatus", "withdrawn"),
        ("Status", "opted out 2024-03-01"), ("State", "2024-03-01: unsubscribed"), ("Mark", "Unsubscribed on 1 March"), ("Marketing allowed", "no"), ("Marketing ", "Nein"),
    ];

    private static readonly (string Name, object? Value)[] s_own =
    [
        ("Name", "Ann May"), ("City", "London"), ("Notes", "Called 5 times; prefers 9"), ("Price", "12.50"), ("Amount", 12.5), ("Date of birth", "1990-04-01"), ("Birthday", new DateTime(1990, 4, 1)), ("Born", "1 April 1985"),
        ("Member since", "4/1/97"), ("Birth", "1 April"), ("Last order", DateTime.Today.AddDays(-3)), ("Joined", new DateTimeOffset(1990, 4, 1, 0, 0, 0, TimeSpan.Zero)), ("Left", new DateOnly(1999, 4, 1)), ("Email", "ann@example.com"), ("Social", "123-45-6789"), ("Zip", "10115"), ("Street", "5 June Street"), ("Customer", "2027-A-17"),
        ("OptOut", "FALSE"), ("Run Subject", "Spring"), ("SMS Marketing", "yes"), ("Blocked", "no"), ("Marketing", "Spring"), ("Unsubscribed", false), ("Unsubscribed At", null), ("DNC", "no"), ("OptIn", "TRUE"), ("Opt in date", "2021-04-01"), ("Consent", "yes"), ("Email Opt Out", "TRUE"), ("HasOptedOutOfEmail", true), ("DoNotCall", "1"), ("Email status", "Unsubscribed"), ("Newsletter subscribed", "no"), ("Not contacted", "yes"), ("Adopting family", "no"), ("Status", "Subscribed"), ("Note", "Unsubscribed from the newsletter in May"), ("Stop", "yes"), ("Block", "12"), ("Opt-out text", "Reply STOP"), ("Opt out link", "https://example.com/stop"), ("Unsubscribed on", "9999-12-31"), ("OptOutDate", "0001-01-01"), ("Opt Out Status", "Opted in"), ("Consent source", "web form"), ("ConsentText", "N/A"),
        ("Consent type", "Web"), ("Consent IP", "192.0.2.1"), ("Opt-in page", "spring"), ("Subscription", "Gold"), ("SMS Status", "Delivered"), ("Subscribed products", "Gold"), ("American text", "Hello"), ("Segment", "A"), ("State", "active"), ("Address", "5 Oak St"), ("Memo", "Opted out of the newsletter"),
        ("Active", true), ("SendOn", " "), ("StartDate", null), ("ShortLink", ""), ("Id", "4711"),
    ];

    [Theory]
    [InlineData("Send-RcMessage -CampaignId $c -Force")]
    [InlineData("New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Force")]
    [InlineData("Update-RcBatch -Id $id -Force")]
    [InlineData("Update-RcBatch -Id $id -Number { $_.Number } -Message { \"Dear $($_.Greeting)\" } -Force")]
    public void Column_of_a_row_that_means_something_is_refused(string command)
    {
        using AccountSession session = new();
        Prepare(session);
        List<string> dropped = [];
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            foreach ((string name, object? value) in s_meant.Where(column => !(command.Contains("-ExternalId x", StringComparison.Ordinal) && column.Name == "startdate")))
            {
                session.Set("in", Carriers.Make(carrier, [("Number", "12025550123"), ("Message", "Hi"), ("Greeting", "all"), (name, value)]));

                CommandResult result = session.Script(",$in | " + command);

                if (result.Errors.Append(result.Terminating).OfType<ErrorRecord>().ToArray() is not [{ } error] || !error.FullyQualifiedErrorId.StartsWith("RcInvalidParameter,", StringComparison.Ordinal))
                {
                    dropped.Add($"{name} in a {carrier}: {string.Join("; ", result.Errors)}");
                }
            }
        }

        Assert.Equal([], dropped);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Send-RcMessage -CampaignId $c -Force")]
    [InlineData("New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Action Validate")]
    public void Column_that_is_the_table_s_own_is_left_alone(string command)
    {
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            using AccountSession session = new();
            Prepare(session);
            session.Set("in", Carriers.Make(carrier, [("Number", "12025550123"), ("Message", "Hi"), .. s_own.DistinctBy(column => column.Name)]));

            session.Script(",$in | " + command).NoErrors();

            Assert.Single(session.Sandbox.Writes);
        }
    }

    [Theory]
    [InlineData("Consent")]
    [InlineData("SMS Opt-In")]
    [InlineData("Subscribed")]
    [InlineData("Marketing allowed")]
    public void In_a_column_of_consent_only_a_known_yes_passes(string column)
    {
        using AccountSession session = new();
        (object? Value, bool IsYes)[] cells =
        [
            ("Yes", true), (true, true), (1, true), ("1.0", true), ("x", true), ("Ja", true), ("oui", true), ("\u2713", true), ("2021-04-01", true), ("2021-04-01T10:00:00Z", true), (new DateTime(2021, 4, 1), true),
            ("April 1, 2021", true), ("1617235200", true), ("Yes (2024-05-01)", true), ("opted-in 2021", true), ("Double opt-in", true), ("Granted", true), (" ", true), (null, true),
            ("I agree to receive texts of Example Inc., at most four a month. Reply STOP to opt out.", true),
            ("Nein", false), ("non", false), ("falsch", false), ("\u2717", false), ("Nope", false), ("unsub", false), ("2019-01-01 withdrawn", false), ("Yes, withdrawn", false), ("maybe", false), ("In progress", false),
            ("Email only", false), ("opt-out via SMS", false), ("0001-01-01", false), (new DateTime(1900, 1, 1), false), ("n/a", false), (0, false), ("\u043D\u0435\u0442", false),
        ];
        List<string> wrong = [];
        foreach ((object? value, bool isYes) in cells)
        {
            session.Set("in", Carriers.Make("PSCustomObject", [("Number", "12025550123"), ("Message", "Hi"), (column, value)]));
            CommandResult result = session.Script("$in | Export-RcBatchCsv out.csv -Force");
            if (result.Errors.Append(result.Terminating).OfType<ErrorRecord>().Any() == isYes)
            {
                wrong.Add($"{value}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("OptOut")]
    [InlineData("StartDate")]
    [InlineData("SendOn")]
    public void Column_that_cannot_be_read_is_refused(string name)
    {
        using AccountSession session = new();
        Prepare(session);
        session.Set("in", AccountSession.Record(("Number", "12025550123"), ("Text", "Hi")));

        foreach (string command in (string[])["Send-RcMessage -CampaignId $c -Force", "Update-RcBatch -Id $id -Force"])
        {
            CommandResult result = session.Script($"$row = $in.PSObject.Copy(); $row.PSObject.Properties.Add([psscriptproperty]::new('{name}', {{ throw 'x' }})); $row | {command}");

            Assert.StartsWith($"The column {name} of the object cannot be read: ", result.Errors.Append(result.Terminating).OfType<ErrorRecord>().Single().Exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Export-RcBatchCsv out.csv")]
    [InlineData("Test-RcBatchCsv")]
    [InlineData("Measure-RcSendWindow -StartTime 9:00 -EndTime 12:00 -TimeZone America/New_York")]
    public void Who_wants_no_messages_is_not_lost_on_the_way_to_a_file(string command)
    {
        using AccountSession session = new();
        static PSObject Person(string wish) => AccountSession.Record(("Number", "12025550123"), ("Message", "Hi"), ("Opt Out", wish));
        session.Set("in", (PSObject[])[Person("no"), Person("yes")]);

        ErrorRecord error = session.Script("$in | " + command).Error("RcInvalidParameter");

        Assert.Equal("The column Opt Out of the piped object ('yes') says that this person wants no messages, and it is not read. Nothing was sent for it.", error.Exception.Message.Split('\n')[0]);
        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    [Theory]
    [InlineData("{ \"Sale. $($brand.OptOut)\" }", true)]
    [InlineData("{ $brand.Text + $brand.OptOut.ToString() }", true)]
    [InlineData("{ if ($_.OptOut -eq 'x') { throw } else { 'Hi' } }", false)]
    [InlineData("{ $row = $_; \"Hi $($row.OptOut)\" }", false)]
    [InlineData("{ $row = $PSItem; $same = $row; $same.OptOut }", false)]
    public void Column_is_named_by_a_block_that_reads_it_from_the_piped_object(string block, bool isRefused)
    {
        using AccountSession session = new();
        Prepare(session);
        session.Script("$brand = [pscustomobject]@{ OptOut = 'Reply STOP'; Text = 'Sale' }");
        session.Set("in", AccountSession.Record(("Number", "12025550123"), ("OptOut", "TRUE")));

        CommandResult result = session.Script("$in | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Action Validate -Message " + block);

        if (isRefused)
        {
            result.Error("RcInvalidParameter");
        }

        Assert.Equal(isRefused ? 0 : 1, session.Sandbox.Writes.Count);
    }

    [Theory]
    [InlineData("-Path seed.csv")]
    [InlineData("-Message Hi -RecipientListId $l")]
    [InlineData("-MessageTemplateId $t -RecipientListId $l")]
    public void Column_of_a_plan_that_means_something_is_refused_in_every_set(string what)
    {
        using AccountSession session = new();
        Prepare(session);
        (string Name, object? Value)[] meant =
        [
            ("Short link", "true"), ("ShortLink", true), ("MaxCost", "0"), ("CheckOptOut", "yes"), ("Force", "x"), ("TimeZone", "Europe/Berlin"), ("MessageTemplateId", TestSandbox.CampaignId),
            ("RecipientListId", "11111111-1111-1111-1111-111111111111"), ("NamedRecipientsListIds", "other"), ("SendOn", "2127-04-01"), ("SendOn", "1990-04-01"), ("SendOn", "1 April 2127"), ("Aktion", "Validate"), ("Mode", "Validate"),
        ];
        foreach ((string name, object? value) in meant)
        {
            CommandResult result = session.Pipe([Carriers.Make("PSCustomObject", [("Id", session.NewBatch()), (name, value)])], "ForEach-Object", ("Process", ScriptBlock.Create($"$_ | Update-RcBatch {what} -Force")));

            ErrorRecord error = Assert.Single(result.Errors);
            Assert.True(error.FullyQualifiedErrorId.StartsWith("RcInvalidParameter,", StringComparison.Ordinal) && session.Sandbox.Writes.Count == 0, $"{name}: {error}");
        }
    }

    [Theory]
    [InlineData(TestSandbox.ListId)]
    [InlineData(" " + TestSandbox.ListId + ",")]
    public void Template_and_lists_that_say_the_same_in_a_plan_are_allowed(string lists)
    {
        using AccountSession session = new();
        Prepare(session);
        session.Set("in", Carriers.Make("PSCustomObject", [("Id", session.NewBatch()), ("MessageTemplateId", Template.ToUpperInvariant()), ("NamedRecipientsListIds", lists), ("StartDate", "2127-03-01")]));

        session.Script("$in | Update-RcBatch -MessageTemplateId $t -RecipientListId $l -StartDate 2127-03-01 -Action Validate").NoErrors();

        Assert.Equal("startDate=2127-03-01&action=VALIDATE&operationType=MESSAGE_TEMPLATE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Schedule_that_is_typed_and_stands_in_the_rows_too_is_allowed_where_it_is_the_same()
    {
        using AccountSession session = new();
        Prepare(session);
        session.Set("in", Carriers.Make("PSCustomObject", [("Number", "12025550123"), ("Message", "Hi"), ("StartDate", "2127-03-01"), ("ExternalId", "x")]));

        session.Script("$in | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-03-01 -Action Validate").NoErrors();
        session.Script("$in | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-03-02 -Action Validate").Error("RcInvalidParameter");

        Assert.Single(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("SendOn", "2127-04-01")]
    [InlineData("Mode", "Validate")]
    [InlineData("MaxCost", "0")]
    public void Block_that_uses_the_object_as_a_whole_hides_no_column(string name, string value)
    {
        using AccountSession session = new();
        session.Set("in", AccountSession.Record(("Number", "12025550123"), ("Name", "Ann"), (name, value)));

        session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Message {{ $row = $_; \"Hi $($row.Name)\" }} -Force").Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Moment_of_today_that_has_been_is_the_table_s_own()
    {
        using AccountSession session = new();
        session.Set("in", Carriers.Make(Carriers.All[0], [("Number", "12025550123"), ("Message", "Hi"), ("LastModified", DateTime.Today.AddTicks(1)), ("LastLogin", DateTime.Today.ToString("yyyy-MM-dd", null) + " 00:00:01")]));

        session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Force").NoErrors();
    }

    [Fact]
    public void Moment_of_the_clock_is_a_day_in_a_plan()
    {
        using AccountSession session = new();
        session.Set("in", Carriers.Make(Carriers.All[0], [("Path", session.WriteFile("a.csv", AccountSession.GoodCsv)), ("ExternalId", "a"), ("StartDate", DateTime.Now.Date.AddDays(3).AddHours(10).AddTicks(7))]));
        session.Script($"$in | New-RcBatch -CampaignId {TestSandbox.CampaignId} -Force").NoErrors();

        // Midnight of some other place.
        session.Set("in", Carriers.Make(Carriers.All[0], [("Path", session.PathOf("a.csv")), ("ExternalId", "b"), ("StartDate", DateTime.SpecifyKind(DateTime.Today.AddDays(3).AddHours(22), DateTimeKind.Local))]));
        session.Script($"$in | New-RcBatch -CampaignId {TestSandbox.CampaignId} -Force").Error("RcInvalidParameter");
    }

    [Fact]
    public void Column_that_the_script_block_reads_is_used()
    {
        using AccountSession session = new();
        Prepare(session);
        session.Set("in", Carriers.Make("PSCustomObject", [("Cell", "12025550123"), ("Appointment", "2127-03-01 at 9:00")]));

        session.Script("$in | Send-RcMessage -CampaignId $c -Number { $_.Cell } -Message { \"See you on $($_.appointment)\" } -Force").NoErrors();

        Assert.Contains("See you on 2127-03-01 at 9:00", Assert.Single(session.Sandbox.Writes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 April 2127")]
    [InlineData("1 april 2127")]
    [InlineData("1st of April, 2127")]
    [InlineData("1. April 2127")]
    [InlineData("31 Jan 2127")]
    [InlineData("31-Jan-2127")]
    [InlineData("01APR2127")]
    [InlineData("April 1, 2127")]
    [InlineData("Apr. 1st 2127 9:00 AM")]
    [InlineData("Thursday, the 1st of April 2127")]
    [InlineData("Thu 1 Apr 2127 09:00")]
    [InlineData("9 AM on 1 April 2127")]
    [InlineData("2127 April 1")]
    [InlineData("2127-Sept-01")]
    [InlineData("2127, 1 December")]
    public void Day_with_the_name_of_its_month_is_known_in_a_plan_and_in_rows(string day)
    {
        using AccountSession session = new();

        Assert.Equal(day, session.Pipe([AccountSession.Record(("Id", session.NewBatch()), ("Path", "seed.csv"), ("SendOn", day))], "Update-RcBatch", ("Force", true)).Error("RcInvalidParameter").TargetObject);
        Assert.Equal(day, session.Pipe([AccountSession.Record(("Number", "12025550123"), ("Message", "Hi"), ("SendOn", day))], "Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("Force", true)).Error("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Columns_of_a_plan_for_recipients_are_refused()
    {
        using AccountSession session = new();
        string path = session.WriteFile("people.csv", "Number\n+12025550123\n");

        session.Pipe([AccountSession.Record(("Path", path), ("RecipientListName", "Spring"))], "Import-RcRecipient").Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Column_that_was_added_to_a_file_is_looked_at_and_those_of_the_shell_are_not()
    {
        using AccountSession session = new();
        Prepare(session);
        PSObject file = new(new FileInfo(session.PathOf("seed.csv")));
        file.Properties.Add(new PSNoteProperty("PSChildName", "seed.csv"));
        file.Properties.Add(new PSNoteProperty("UnixStat", "2127-03-01"));

        Assert.Empty(session.Pipe([file], "Update-RcBatch", ("Id", session.NewBatch()), ("Action", "Validate")).NoErrors().Warnings);

        file.Properties.Add(new PSNoteProperty("SendOn", "2127-03-01"));
        session.Pipe([file], "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("ExternalId", "x"), ("StartDate", "2127-01-31"), ("Force", true)).Error("RcInvalidParameter");
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Columns_that_are_not_read_are_named_beside_a_template_too()
    {
        using AccountSession session = new();
        Prepare(session);
        session.Set("in", Carriers.Make("PSCustomObject", [("Id", session.NewBatch()), ("Owner", "Ann")]));

        Assert.Equal(["The column Owner of the plan is not read."], session.Script("$in | Update-RcBatch -MessageTemplateId $t -RecipientListId $l -Action Validate").NoErrors().Warnings);
        Assert.Empty(session.Script("$in | Update-RcBatch -MessageTemplateId $t -RecipientListId $l -Description { $_.Owner } -Action Validate").NoErrors().Warnings);
    }

    private static void Prepare(AccountSession session)
    {
        session.Set("c", TestSandbox.CampaignId);
        session.Set("t", Template);
        session.Set("l", TestSandbox.ListId);
        session.Set("id", session.NewBatch());
    }
}
