using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>Every example of the help does what it says, as far as this engine has the commands; tests/Pester/Help.Tests.ps1 runs all of them.</summary>
[Collection(SerialTests.Name)]
public sealed class ExampleTests
{
    // Commands of PowerShell that the hosted engine does not have. Any other that it does not know is a mistake in an example.
    private static readonly string[] s_foreign = ["ConvertTo-Json", "Export-Csv", "Format-List", "Format-Table", "Get-ChildItem", "Get-Item", "Group-Object", "Import-Csv", "Measure-Object", "Select-Object", "Sort-Object"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> examples = [];
            foreach (HelpPage page in HelpPage.All)
            {
                foreach (HelpExample example in page.Examples)
                {
                    examples.Add(page.Name, example.Title);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_names_parameters_that_exist_runs_without_error_and_does_something(string name, string title)
    {
        string code = Code(name, title);
        using ExampleSession session = new();
        Assert.Contains(name, ExampleSession.CommandNames(code));
        Assert.Empty(session.BindingFaults(code));
        if (IsLeftToPester(session, code))
        {
            return;
        }

        CommandResult result = session.Script(code).NoErrors();

        if (code.Contains("-WhatIf", StringComparison.Ordinal))
        {
            Assert.NotEmpty(session.WhatIf);
            Assert.Empty(session.Sandbox.Writes);
        }
        else
        {
            Assert.True(result.Output.Count + session.Sandbox.Requests.Count > 0, "Nothing came out, and nothing was sent.");
        }
    }

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    public void Every_parameter_set_has_an_example(string name)
    {
        using ExampleSession session = new();
        (string[] Names, bool IsPiped)[] calls = [.. HelpPage.Of(name).Examples.SelectMany(example => session.Invocations(example.Code, name))];

        Assert.All(
            PageTests.Commands(session).Single(command => command.Name == name).ParameterSets,
            set => Assert.True(calls.Any(call => Fits(set, call.Names, call.IsPiped)), $"No example of {name} uses the parameter set {set.Name}."));
    }

    [Fact]
    public void None_is_left_to_Pester_but_those_with_commands_of_a_whole_PowerShell()
    {
        using ExampleSession session = new();
        string[] codes = [.. HelpPage.All.SelectMany(page => page.Examples).Select(example => example.Code)];

        string[] left = [.. codes.Where(code => IsLeftToPester(session, code))];

        Assert.Empty(codes.SelectMany(session.UnknownCommands).Except(s_foreign));
        Assert.InRange(left.Length, 1, codes.Length / 4);
    }

    // All that is written belongs to the set, and all that the set needs is written or can be piped in.
    private static bool Fits(CommandParameterSetInfo set, string[] names, bool isPiped) =>
        names.All(name => set.Parameters.Any(parameter => parameter.Name == name))
        && set.Parameters.Where(parameter => parameter.IsMandatory).All(parameter =>
            names.Contains(parameter.Name) || (isPiped && (parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)));

    private static bool IsLeftToPester(ExampleSession session, string code) => session.UnknownCommands(code).Intersect(s_foreign).Any();

    private static string Code(string name, string title) => HelpPage.Of(name).Examples.Single(example => example.Title == title).Code;
}
