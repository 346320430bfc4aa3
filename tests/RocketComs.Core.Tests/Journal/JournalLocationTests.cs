using RocketComs.Core.Journal;
using Xunit;

namespace RocketComs.Core.Tests.Journal;

/// <summary>Where the journal is. No other test here asks for these variables.</summary>
public sealed class JournalLocationTests : IDisposable
{
    private const string Journal = "ROCKETCOMS_JOURNAL";
    private const string State = "XDG_STATE_HOME";

    private readonly string? _journal = Environment.GetEnvironmentVariable(Journal);
    private readonly string? _state = Environment.GetEnvironmentVariable(State);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Journal, _journal);
        Environment.SetEnvironmentVariable(State, _state);
    }

    [Theory]
    [InlineData(null, "/state", "/state/RocketComs/journal.jsonl", false)]
    [InlineData(" ", "/state", "/state/RocketComs/journal.jsonl", false)]
    [InlineData(null, null, "~/.local/state/RocketComs/journal.jsonl", false)]
    [InlineData(null, "", "~/.local/state/RocketComs/journal.jsonl", false)]
    [InlineData(null, "state", "~/.local/state/RocketComs/journal.jsonl", false)]
    [InlineData("off", "/state", null, false)]
    [InlineData(" Off ", "/state", null, false)]
    [InlineData("official.jsonl", "/state", "/state/RocketComs/official.jsonl", true)]
    [InlineData("../mine.jsonl", "/state", "/state/mine.jsonl", true)]
    [InlineData(" /elsewhere/mine.jsonl ", "/state", "/elsewhere/mine.jsonl", true)]
    public void Journal_is_where_the_variables_say(string? journal, string? state, string? path, bool isNamed)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "It has no such folder.");
        Environment.SetEnvironmentVariable(Journal, journal);
        Environment.SetEnvironmentVariable(State, state);
        Assert.Equal((path?.Replace("~", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), StringComparison.Ordinal), isNamed), (JournalLocation.Find(), JournalLocation.IsNamed));
    }
}
