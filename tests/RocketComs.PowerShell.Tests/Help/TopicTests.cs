using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>The about topics name every command, and read well as plain text.</summary>
public sealed class TopicTests
{
    private const int Width = 78;

    private static readonly string[] s_topics = ["about_RocketComs", "about_RocketComs_Csv", "about_RocketComs_Runbooks", "about_RocketComs_Segments"];

    public static TheoryData<string> Topics => [.. HelpTopic.Names];

    [Fact]
    public void Topics_are_these() => Assert.Equal(s_topics, HelpTopic.Names);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topic_begins_with_its_name_and_a_sentence(string name)
    {
        string[] lines = HelpTopic.Of(name).Lines;

        Assert.Equal([name, new string('=', name.Length), "Short description", "-----------------"], lines.Take(4));
        Assert.EndsWith(".", HelpTopic.Of(name).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topic_reads_well_as_plain_text(string name) =>
        Assert.All(HelpTopic.Of(name).Lines, line =>
        {
            Assert.InRange(line.Length, 0, Width);
            Assert.Equal(line.TrimEnd(), line);
            Assert.DoesNotContain('`', line);
            Assert.DoesNotContain('\t', line);
            Assert.DoesNotContain("](", line, StringComparison.Ordinal);
            Assert.DoesNotContain("**", line, StringComparison.Ordinal);
            Assert.False(line.StartsWith('#') || line.StartsWith('|'), line);
        });

    [Fact]
    public void Every_command_is_named_in_the_first_topic()
    {
        using TestSession session = new();
        string text = string.Join('\n', HelpTopic.Of("about_RocketComs").Lines);

        Assert.All(PageTests.Commands(session), command => Assert.Contains(command.Name, text, StringComparison.Ordinal));
    }
}
