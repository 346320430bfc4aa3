using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>A journal that cannot be read whole is never taken for one that knows of nothing: its owner is told, once a command.</summary>
[Collection(SerialTests.Name)]
public sealed class JournalDamageTests : IDisposable
{
    private const string Send = "Send-RcMessage $c 12025550123 Hi -Force";

    private readonly AccountSession _session = new();
    private readonly string _journal;

    public JournalDamageTests()
    {
        _journal = _session.PathOf("journal.jsonl");
        Environment.SetEnvironmentVariable(NoJournal.Variable, _journal);
        _session.Set("c", TestSandbox.CampaignId);
        _session.Script(Send).NoErrors();
    }

    public void Dispose()
    {
        NoJournal.TurnOff();
        _session.Dispose();
    }

    [Fact]
    public void Journal_in_UTF_16_is_warned_of()
    {
        File.WriteAllText(_journal, File.ReadAllText(_journal), Encoding.Unicode);

        CommandResult result = _session.Script(Send).NoErrors();

        Assert.StartsWith($"The journal '{_journal}' cannot be used: It is not in UTF-8. What this command sends is not noted, and a repeat of it would not be noticed by it.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Contains("It is not in UTF-8.", _session.Run("Get-RcJournal").Ended("RcFileNotFound").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_none_are_told_once_and_the_others_count()
    {
        string[] lines = File.ReadAllLines(_journal);
        File.WriteAllLines(_journal, [lines[0], "nonsense", lines[1]]);

        CommandResult result = _session.Script(Send);

        result.Error("RcAlreadySent");
        Assert.Equal(
            $"The journal '{_journal}' cannot be read in line 2: what was noted there is not known. A repeat of it would not be noticed. Mend what is there, or take it out.",
            Assert.Single(result.Warnings));
        Assert.Single(_session.Run("Get-RcJournal").NoErrors().Warnings);
    }
}
