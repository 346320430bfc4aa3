using System.Diagnostics;
using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Journal;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Journal;

/// <summary>A journal that has grown long goes on with its younger lines, and loses none of them.</summary>
public sealed class JournalFileTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2027, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rocketcoms-");
    private readonly JournalFile _journal;

    public JournalFileTests() => _journal = new JournalFile(Path.Combine(_folder.FullName, "journal.jsonl"));

    private string Kept => _journal.Path + ".kept";

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(100, 25_000, 0)]
    [InlineData(91, 25_000, 0)]
    [InlineData(89, 25_000, 25_000)]
    [InlineData(100, 100, 100)]
    public async Task Lines_of_90_days_are_dropped_when_the_file_is_long(int days, int count, int left)
    {
        await WriteAsync(count, "old", days);
        await WriteAsync(3, "sixty-one", 61);
        await WriteAsync(50, "young", 59);

        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);

        IReadOnlyList<RcJournalEntry> entries = await _journal.ReadAsync(TestClient.Stop);
        Assert.Equal(left, entries.Count(entry => entry.WriteId == "old"));
        Assert.Equal(left == 0 ? 0 : 3, entries.Count(entry => entry.WriteId == "sixty-one"));
        Assert.Equal((50, "new"), (entries.Count(entry => entry.WriteId == "young"), entries[^1].WriteId));
        Assert.Equal([_journal.Path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Long_file_of_old_lines_only_begins_anew()
    {
        await WriteAsync(25_000, "old", 100);

        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);

        Assert.Equal("new", Assert.Single(await _journal.ReadAsync(TestClient.Stop)).WriteId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"time\":\"2027-0")]
    public async Task What_a_killed_process_has_set_aside_is_there_for_the_next_one(string rest)
    {
        await WriteAsync(2, "young", 1);
        File.Move(_journal.Path, Kept);
        await File.WriteAllTextAsync(_journal.Path, rest, TestClient.Stop);

        Assert.Equal(["young", "young"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);

        Assert.Equal(["young", "young", "new"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        Assert.False(File.Exists(Kept));
    }

    [Theory]
    [InlineData("")]
    [InlineData("root:x:0:0\n")]
    public async Task What_bears_the_name_of_lines_set_aside_and_is_none_of_the_journal_changes_nothing(string alien)
    {
        await WriteAsync(2, "young", 1);
        await File.WriteAllTextAsync(Kept, alien, TestClient.Stop);

        Assert.Equal(["young", "young"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);

        Assert.Equal(["young", "young", "new"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
    }

    [Fact]
    public async Task Links_in_the_place_of_lines_set_aside_are_not_followed()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        string other = Path.Combine(_folder.FullName, "other.txt");
        await File.WriteAllTextAsync(other, "mine", TestClient.Stop);
        await WriteAsync(25_000, "old", 100);
        await WriteAsync(1, "young", 1);
        File.CreateSymbolicLink(Kept + ".new", other);

        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);

        Assert.Equal("mine", await File.ReadAllTextAsync(other, TestClient.Stop));
        Assert.Equal(["young", "new"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));

        File.CreateSymbolicLink(Kept, _journal.Path);
        Assert.Equal(2, (await new JournalFile(_journal.Path).ReadAsync(TestClient.Stop)).Count);
    }

    [Fact]
    public async Task Pipe_is_refused_before_it_keeps_anybody_waiting()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Pipes in a folder are those of Unix.");
        using (Process made = Process.Start("mkfifo", [_journal.Path]))
        {
            await made.WaitForExitAsync(TestClient.Stop);
        }

        await Assert.ThrowsAsync<BatchFileException>(() => _journal.ReadAsync(TestClient.Stop));
        await Assert.ThrowsAsync<BatchFileException>(() => _journal.AppendAsync(Entry("new", 0), TestClient.Stop));
    }

    [Fact]
    public async Task Line_after_one_that_was_cut_off_is_whole()
    {
        await _journal.AppendAsync(Entry("one", 2), TestClient.Stop);
        await File.AppendAllTextAsync(_journal.Path, "{\"time\":\"2027-0", TestClient.Stop);

        await _journal.AppendAsync(Entry("two", 1), TestClient.Stop);

        Assert.Equal(["one", "two"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
    }

    [Fact]
    public async Task Lines_stand_one_after_the_other_with_nothing_between()
    {
        await _journal.AppendAsync(Entry("one", 2), TestClient.Stop);
        await _journal.AppendAsync(Entry("two", 1), TestClient.Stop);
        byte[] lines = [.. JournalLine.Of(Entry("one", 2)), .. JournalLine.Of(Entry("two", 1))];
        Assert.Equal(lines, await File.ReadAllBytesAsync(_journal.Path, TestClient.Stop));
    }

    // An editor puts the mark there.
    [Fact]
    public async Task Mark_of_utf8_hides_no_line()
    {
        await File.WriteAllBytesAsync(_journal.Path, [0xEF, 0xBB, 0xBF, .. JournalLine.Of(Entry("one", 1))], TestClient.Stop);
        Assert.Equal("one", Assert.Single(await _journal.ReadAsync(TestClient.Stop)).WriteId);
        Assert.Null(_journal.Damage);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public async Task Journal_in_another_encoding_is_refused_and_never_taken_for_empty(string encoding, bool hasMark)
    {
        Encoding other = Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(_journal.Path, [.. hasMark ? other.GetPreamble() : [], .. other.GetBytes(Encoding.UTF8.GetString(JournalLine.Of(Entry("one", 1))))], TestClient.Stop);
        long length = new FileInfo(_journal.Path).Length;

        foreach (Func<Task> use in (Func<Task>[])[
            () => _journal.ReadAsync(TestClient.Stop),
            () => _journal.AppendAsync(Entry("two", 0), TestClient.Stop),
            () => _journal.TryAppendAsync(Entry("two", 0), _ => null, TestClient.Stop)])
        {
            Assert.Equal($"The journal '{_journal.Path}' cannot be used: It is not in UTF-8.", (await Assert.ThrowsAsync<BatchFileException>(use)).Message);
        }

        Assert.Equal(length, new FileInfo(_journal.Path).Length);
    }

    [Theory]
    [InlineData("{\"time\":\"2027-0", null)]
    [InlineData("{", null)]
    [InlineData("   ", null)]
    [InlineData("nonsense", "line 2")]
    [InlineData("{\"time\":\"2027-0{\"time\":\"2027-06-01T12:00:00Z\",\"outcome\":\"Done\"}", "line 2")]
    [InlineData("{\"time\":\"2027-06-01T12:00:00Z\",\"outcome\":\"Perhaps\"}\n[1]", "2 lines, the first of them line 2")]
    public async Task Lines_that_are_none_are_named_unless_they_were_cut_off(string line, string? said)
    {
        await _journal.AppendAsync(Entry("one", 2), TestClient.Stop);
        await File.AppendAllTextAsync(_journal.Path, line, TestClient.Stop);
        await _journal.AppendAsync(Entry("two", 1), TestClient.Stop);

        Assert.Equal(["one", "two"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        Assert.Equal(["one", "two"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        Assert.Equal(said is null ? null : $"The journal '{_journal.Path}' cannot be read in {said}: what was noted there is not known.", _journal.Damage);
    }

    [Fact]
    public async Task Entry_comes_back_as_it_was_written()
    {
        RcJournalEntry entry = Entry("one", 1) with { LastChangeSeen = s_now.AddTicks(-1), BatchId = "b", EstimatedCost = 1.50m, Action = RcBatchAction.Schedule, Consent = RcJournalConsent.Force };

        await _journal.AppendAsync(entry, TestClient.Stop);

        Assert.Equal(entry, Assert.Single(await _journal.ReadAsync(TestClient.Stop)));
    }

    private static RcJournalEntry Entry(string id, int days) => new() { Time = s_now.AddDays(-days), WriteId = id, Command = "Send-RcMessage", ContentHash = new string('0', 64), Outcome = RcJournalOutcome.Done };

    private Task WriteAsync(int count, string id, int days)
    {
        byte[] line = JournalLine.Of(Entry(id, days));
        return File.AppendAllTextAsync(_journal.Path, new StringBuilder().Insert(0, Encoding.UTF8.GetString(line), count).ToString(), TestClient.Stop);
    }
}
