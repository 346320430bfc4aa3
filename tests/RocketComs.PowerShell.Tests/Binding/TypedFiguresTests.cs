using System.Management.Automation;
using System.Reflection;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>What was typed bare and looks like a number is sent as it was typed: PowerShell makes a number of it, and would make another text of that.</summary>
public sealed class TypedFiguresTests
{
    private static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("02079460958")]
    [InlineData("033123456789")]
    [InlineData("0012025550142")]
    [InlineData("12025550142")]
    [InlineData("+12025550142")]
    public void Number_of_a_message_keeps_its_figures(string number)
    {
        using AccountSession session = new();

        session.Script($"Send-RcMessage {TestSandbox.CampaignId} {number} hi -Force").NoErrors();
        session.Script($"New-RcBatch {TestSandbox.CampaignId} -Number:{number} -Message hi -ExternalId x -StartDate {Day} -Action Validate -SkipValidation").NoErrors();

        Assert.Contains($"\"destinationNumber\":\"{number}\"", session.Sandbox.Writes[0].Body, StringComparison.Ordinal);
        Assert.Equal($"{number},hi\n", session.Sandbox.Writes[1].PartText("file"));
    }

    [Theory]
    [InlineData("004217")]
    [InlineData("1.50")]
    [InlineData("1.0")]
    [InlineData("0x1F")]
    [InlineData("5gb")]
    [InlineData("1e3")]
    [InlineData("-007")]
    [InlineData("12345678901234567890123456789012")]
    public void Text_keeps_its_figures(string text)
    {
        using AccountSession session = new();

        session.Script($"Send-RcMessage {TestSandbox.CampaignId} 12025550142 {text} -Force").NoErrors();
        session.Script($"New-RcBatch {TestSandbox.CampaignId} -Message {text} -RecipientListId {TestSandbox.ListId} -ExternalId {text} -Description {text} -StartDate {Day} -Action Validate").NoErrors();

        Assert.Contains($"\"message\":\"{text}\"", session.Sandbox.Writes[0].Body, StringComparison.Ordinal);
        Assert.Equal(text, session.Sandbox.Writes[1].PartText("message"));
        Assert.Contains($"externalId={text}&description={text}&", session.Sandbox.Writes[1].RawQuery, StringComparison.Ordinal);
        Assert.Equal([text, text, text], session.Script($"Measure-RcSmsSegment {text}; Measure-RcSmsSegment -Message {text}; Measure-RcSmsSegment -Text:{text}").NoErrors().Values<string>("Message"));
    }

    [Fact]
    public void Path_and_id_keep_their_figures()
    {
        using AccountSession session = new();
        session.WriteFile("007", AccountSession.GoodCsv);
        session.WriteFile("7", "12025550199,Not this one\n");

        Assert.Equal(["Hello", "Hello again", "Hello", "Hello again"], session.Script("Import-RcBatchCsv 007; Import-RcBatchCsv -Path 007").NoErrors().Values<string>("Message"));
        Assert.Equal(2L, session.Script("Test-RcBatchCsv 007").Single().Get<long>("RowCount"));
        session.Script($"New-RcBatch {TestSandbox.CampaignId} 007 -ExternalId x -StartDate {Day} -Action Validate").NoErrors();
        Assert.Equal(AccountSession.GoodCsv, Assert.Single(session.Sandbox.Writes).PartText("file"));
        Assert.Equal("007", session.Script("Update-RcBatch 007 007 -Force").Error("RcInvalidParameter").TargetObject!.ToString());
    }

    [Fact]
    public void Number_that_a_variable_or_a_row_holds_is_read_as_it_was()
    {
        using AccountSession session = new();

        session.Script($"$n = 12025550142.0; Send-RcMessage {TestSandbox.CampaignId} $n 1 -Force; [pscustomobject]@{{ Number = 12025550143.0; Message = 2 }} | Send-RcMessage {TestSandbox.CampaignId} -Force").NoErrors();

        Assert.Contains("\"12025550142\",\"message\":\"1\"", session.Sandbox.Writes[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"12025550143\",\"message\":\"2\"", session.Sandbox.Writes[1].Body, StringComparison.Ordinal);
    }

    // By position PowerShell takes a number out of its wrapper for a list of objects, and for nothing else.
    [Fact]
    public void Every_list_of_objects_keeps_the_figures_before_PowerShell_takes_them()
    {
        using TestSession session = new();
        PSObject wrapped = session.Script("function See { $args[0] }; See 007").Output[0];
        Assert.Equal("007", LanguagePrimitives.ConvertTo<string>(wrapped));

        (string Name, object?[] Taken)[] lists =
        [
            .. from command in session.Run("Get-Command", ("Module", "RocketComs")).NoErrors().Output.Select(item => (CmdletInfo)item.BaseObject)
               from property in command.ImplementingType.GetProperties()
               where property.PropertyType == typeof(object[]) && property.IsDefined(typeof(ParameterAttribute), inherit: true)
               select ($"{command.Name} -{property.Name}", new[] { property.GetCustomAttributes<ArgumentTransformationAttribute>().Aggregate((object)wrapped, (value, attribute) => attribute.Transform(null!, value)) }),
        ];

        Assert.InRange(lists.Length, 5, int.MaxValue);
        Assert.All(lists, list => Assert.Equal((list.Name, "007"), (list.Name, Assert.Single(list.Taken))));
    }
}
