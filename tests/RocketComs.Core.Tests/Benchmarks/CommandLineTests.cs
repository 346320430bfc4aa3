using RocketComs.Benchmarks;
using RocketComs.Benchmarks.Generation;
using Xunit;

namespace RocketComs.Core.Tests.Benchmarks;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--frob")]
    [InlineData("frob")]
    [InlineData("compare", "--seed", "1")]
    [InlineData("compare", "--rows")]
    [InlineData("compare", "--rows", "0")]
    [InlineData("compare", "--rounds", "many")]
    [InlineData("file")]
    [InlineData("file", "--rows", "10")]
    [InlineData("file", "a.csv", "--kind", "dirty")]
    [InlineData("file", "a.csv", "--markdown")]
    [InlineData("file", "a.csv", "--seed", "-1")]
    public void What_is_not_known_is_a_usage_error(params string[] arguments) =>
        Assert.Throws<UsageException>(() => CommandLine.Parse(arguments));

    [Fact]
    public void Nothing_and_options_alone_mean_compare()
    {
        Assert.Equal((Verb.Compare, 1_000_000L, false), Summary(CommandLine.Parse([])));
        Assert.Equal((Verb.Compare, 5000L, true), Summary(CommandLine.Parse(["--markdown", "--rows", "5000"])));
        Assert.Equal(["reading", "core"], CommandLine.Parse(["compare", "--only", "reading,core"]).Only);
    }

    [Fact]
    public void File_takes_a_path_rows_seed_and_kind()
    {
        CommandLine line = CommandLine.Parse(["file", "a.csv", "--kind", "worst", "--rows", "20", "--seed", "7"]);

        Assert.Equal((Verb.File, FileKind.Worst, 20L, 7UL), (line.Verb, line.Kind, line.Rows, line.Seed));
        Assert.Equal(["a.csv"], line.Rest);
    }

    [Fact]
    public void Every_kind_of_file_has_a_name_and_the_usage_says_it()
    {
        foreach (FileKind kind in Enum.GetValues<FileKind>())
        {
            string name = kind.ToString().ToLowerInvariant();

            Assert.Equal(kind, CommandLine.Parse(["file", "a.csv", "--kind", name]).Kind);
            Assert.Contains(name, CommandLine.Usage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_follows_parts_is_passed_on() =>
        Assert.Equal(["--filter", "*Count*"], CommandLine.Parse(["parts", "--filter", "*Count*"]).Rest);

    private static (Verb Verb, long Rows, bool Markdown) Summary(CommandLine line) => (line.Verb, line.Rows, line.Markdown);
}
