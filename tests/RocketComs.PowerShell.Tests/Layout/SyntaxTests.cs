using System.Management.Automation.Language;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

/// <summary>What Windows PowerShell 5.1 must read is written in its language; the engine of these tests would take more.</summary>
public sealed class SyntaxTests
{
    [Fact]
    public void Scripts_that_ship_and_the_build_script_use_nothing_that_5_1_has_not()
    {
        string[] files = [.. Directory.GetFiles(BuiltModule.Folder, "RocketComs.ps*1"), BuiltModule.Source("build.ps1"), BuiltModule.Source("src/New-Nuspec.ps1"), BuiltModule.Source("docs/Build-Help.ps1")];

        Assert.Equal(5, files.Length);
        Assert.All(files, file => Assert.Equal((Path.GetFileName(file), string.Empty), (Path.GetFileName(file), string.Join(", ", Newer(File.ReadAllText(file))))));
    }

    [Theory]
    [InlineData("$a ? 1 : 2", "TernaryExpressionAst")]
    [InlineData("$a ?? 1", "QuestionQuestion")]
    [InlineData("$a ??= 1", "QuestionQuestionEquals")]
    [InlineData("${a}?.Length", "QuestionDot")]
    [InlineData("${a}?[0]", "QuestionLBracket")]
    [InlineData("f && g", "AndAnd")]
    [InlineData("f || g", "OrOr")]
    [InlineData("f &", "Background")]
    [InlineData("function f { clean { } }", "Clean")]
    [InlineData("1 | ForEach-Object -Parallel { $_ }", "Parallel")]
    public void Newer_syntax_would_be_seen(string script, string name)
    {
        Assert.Equal([name], Newer(script));
    }

    private static string[] Newer(string text)
    {
        ScriptBlockAst script = Parser.ParseInput(text, out Token[] tokens, out ParseError[] errors);
        Assert.Empty(errors);
        HashSet<string> found = [];
        found.UnionWith(tokens.Select(token => token.Kind)
            .Where(kind => kind is TokenKind.QuestionQuestion or TokenKind.QuestionQuestionEquals or TokenKind.QuestionDot or TokenKind.QuestionLBracket or TokenKind.AndAnd or TokenKind.OrOr or TokenKind.Clean)
            .Select(kind => kind.ToString()));
        foreach (Ast node in script.FindAll(_ => true, searchNestedScriptBlocks: true))
        {
            string? name = node switch
            {
                TernaryExpressionAst => nameof(TernaryExpressionAst),
                PipelineAst { Background: true } => "Background",
                CommandParameterAst { ParameterName: "Parallel" } => "Parallel",
                _ => null,
            };
            found.UnionWith(name is null ? [] : [name]);
        }

        return [.. found];
    }
}
