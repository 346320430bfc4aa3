using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

/// <summary>What is emitted has a table, a list, and the properties that a list shows by default.</summary>
public sealed class ViewTests
{
    private static readonly XDocument s_views = XDocument.Load(BuiltModule.Source("src/RocketComs.PowerShell/RocketComs.Format.ps1xml"));
    private static readonly XDocument s_types = XDocument.Load(BuiltModule.Source("src/RocketComs.PowerShell/RocketComs.Types.ps1xml"));

    // What stands inside of what is emitted, and is shown alone too.
    private static readonly string[] s_inner =
        ["RcSmsSegment", "RcSmsCharacter", "RcSmsReplacement", "RcSandboxRequest", "RcSandboxPart", "RcSandboxFault", "RcRecipientError", "RcBatchCsvIssue"];

    [Theory]
    [InlineData("TableControl")]
    [InlineData("ListControl")]
    public void Every_output_type_has_a_view(string control)
    {
        string[] shown = [.. s_views.Descendants("View").Where(view => view.Element(control) is not null).Descendants("TypeName").Select(name => name.Value)];

        Assert.Empty(Emitted().Except(shown));
    }

    [Fact]
    public void Every_output_type_says_what_a_list_shows()
    {
        Dictionary<string, string[]> sets = s_types.Descendants("Type").Where(type => type.Descendants("ReferencedProperties").Any()).ToDictionary(
            type => type.Element("Name")!.Value, type => type.Descendants("ReferencedProperties").Elements("Name").Select(name => name.Value).ToArray());

        Assert.Empty(Emitted().Except(sets.Keys));
        Assert.All(sets.Values, properties => Assert.NotEmpty(properties));
    }

    [Fact]
    public void Numbers_of_tables_stand_at_the_right()
    {
        string[] numbers = ["Line", "Row", "Units", "Left", "Cost", "SegmentCount", "RecipientsAmount", "Submitted", "Sent", "Delivered", "Failed", "Rejected", "Rows", "Errors", "Warnings", "Segments", "Index", "Read", "Written"];

        Assert.All(
            s_views.Descendants("TableColumnHeader").Where(header => numbers.Contains(header.Element("Label")?.Value)),
            header => Assert.Equal("Right", header.Element("Alignment")?.Value));
    }

    [Fact]
    public void Tables_leave_room_for_the_last_column_at_80()
    {
        Assert.All(
            s_views.Descendants("TableHeaders"),
            headers => Assert.True(headers.Elements().Sum(header => 1 + (int?)header.Element("Width") ?? 0) <= 80, headers.ToString()));
    }

    [Fact]
    public void No_view_shows_a_text_as_it_came()
    {
        // It could hold what moves the cursor, or a line of its own.
        using TestSession session = new();
        Assembly model = ((Type)session.Script("[RocketComs.RcBatch]").Single().BaseObject).Assembly;
        var shown =
            from view in s_views.Descendants("View")
            from type in view.Descendants("TypeName").Select(name => model.GetType(name.Value.Split('#')[0])).OfType<Type>()
            from name in view.Descendants("PropertyName").Select(name => name.Value)

            // What it shows is its own.
            where type.Name != "RcSandbox"
            select (Type: type, Name: name);

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, each => each.Type.GetProperty(each.Name)?.PropertyType is { } property && (property == typeof(string) || property == typeof(string[])));
    }

    [Fact]
    public void What_is_computed_is_asked_for_by_scripts()
    {
        Assert.Contains(s_views.Descendants("ScriptBlock"), block => block.Value == "$_.'OneLine.MessageText'");
        Assert.DoesNotContain(s_views.Descendants("PropertyName"), name => name.Value.Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void Views_call_no_method()
    {
        // It would be refused in constrained language mode, and the view be blank.
        Assert.All(s_views.Descendants("ScriptBlock").Select(block => block.Value), block => Assert.DoesNotMatch(@"::|\w\(", block));
    }

    [Fact]
    public void Properties_of_lists_are_there()
    {
        using TestSession session = new();
        foreach (XElement view in s_views.Descendants("View").Where(view => view.Element("ListControl") is not null))
        {
            string type = view.Descendants("TypeName").Single().Value;
            string[] computed = [.. view.Descendants("ListItem").Elements("ScriptBlock").Select(block => Regex.Match(block.Value, @"^\$_\.'(?:OneLine|Shown|Invariant)\.(\w+)'$")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
            session.Set("names", (string[])[.. computed, .. view.Descendants("ListItem").Elements("PropertyName").Select(name => name.Value)]);

            Assert.Empty(session.Script($"$names | Where-Object {{ -not ('{type}' -as [type]).GetProperty($_) }}").NoErrors().Output.Select(name => $"{type}.{name}"));
        }
    }

    private static string[] Emitted()
    {
        using TestSession session = new();
        IEnumerable<string> emitted = session.Script("(Get-Command -Module RocketComs).OutputType.Name").NoErrors().Output.Select(name => name.ToString());
        return [.. emitted.Concat(s_inner.Select(name => "RocketComs." + name)).Where(name => name.StartsWith("RocketComs.", StringComparison.Ordinal)).Distinct()];
    }
}
