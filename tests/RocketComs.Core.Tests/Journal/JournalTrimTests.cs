using System.Diagnostics;
using RocketComs.Core.Journal;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Journal;

/// <summary>The younger lines of a long journal, while they stand in a file of their own.</summary>
public sealed class JournalTrimTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2027, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rocketcoms-");
    private readonly JournalFile _journal;

    public JournalTrimTests() => _journal = new JournalFile(Path.Combine(_folder.FullName, "journal.jsonl"));

    private string Kept => _journal.Path + ".kept";

    public void Dispose() => _folder.Delete(recursive: true);

    // Each by itself: to look through four megabytes takes a while.
    [Fact]
    public void Journal_of_4_megabytes_with_a_line_older_than_90_days_is_shortened() => AssertTrimmed(91, 0, "young");

    [Fact]
    public void Journal_whose_first_line_is_of_90_days_stays_long() => AssertTrimmed(90, 0, "old", "middle", "young");

    [Fact]
    public void Journal_of_less_than_4_megabytes_stays_long() => AssertTrimmed(91, -1, "old", "middle", "young");

    [Fact]
    public void Of_a_long_journal_of_old_lines_only_nothing_is_left()
    {
        Write([Long("old", 91, (int)JournalTrim.LongBytes)]);
        Trim();
        Assert.Empty(File.ReadAllBytes(_journal.Path));
        Assert.Equal([_journal.Path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Who_appends_to_a_long_journal_shortens_it()
    {
        Write([Long("old", 91, (int)JournalTrim.LongBytes), Line("young", 1)]);
        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);
        Assert.Equal(["young", "new"], Ids(await File.ReadAllTextAsync(_journal.Path, TestClient.Stop)));
    }

    [Fact]
    public async Task What_is_not_the_journals_is_held_open_by_nobody()
    {
        Write([Line("one", 1)]);
        await File.WriteAllTextAsync(Kept, "somebody's", TestClient.Stop);
        await _journal.ReadAsync(TestClient.Stop);
        using FileStream free = new(Kept, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(10, free.Length);
    }

    [Fact]
    public void What_stands_in_the_place_of_lines_set_aside_is_no_hindrance()
    {
        Write([Line("old", 91), Long("old", 91, (int)JournalTrim.LongBytes), Line("young", 1)]);
        File.WriteAllText(Kept, "somebody's");
        File.WriteAllText(Kept + ".new", "somebody's");
        Trim();
        Assert.Equal(["young"], Ids(File.ReadAllText(_journal.Path)));
        Assert.Equal([_journal.Path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Journal_stays_long_where_nothing_can_be_set_aside()
    {
        Write([Line("old", 91), Long("old", 91, (int)JournalTrim.LongBytes), Line("young", 1)]);
        Directory.CreateDirectory(Kept + ".new");
        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);
        Assert.Equal(["old", "old", "young", "new"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
    }

    // The end of the journal, or the journal is what was copied of them so far; longer than a block, and other at one byte.
    [Theory]
    [InlineData(400, 300, -1, "300 300")]
    [InlineData(400, 300, 0, "400 400")]
    [InlineData(400, 300, 70_000, "400 400")]
    [InlineData(200, 300, -1, "300 300")]
    [InlineData(200, 300, 100, "200 200")]
    [InlineData(300, 300, -1, "300 300")]
    public async Task Lines_set_aside_are_taken_where_they_are_of_the_journal(int lines, int kept, int otherAt, string left)
    {
        byte[] all = [.. Enumerable.Range(0, 500).SelectMany(i => Line(i.ToString("D3", null), 1))];
        int line = all.Length / 500;
        byte[] aside = lines < kept ? all[..(kept * line)] : all[((lines - kept) * line)..(lines * line)];
        if (otherAt >= 0)
        {
            aside[otherAt] ^= 1;
        }

        Assert.True(line > 240);
        await File.WriteAllBytesAsync(_journal.Path, all[..(lines * line)], TestClient.Stop);
        await File.WriteAllBytesAsync(Kept, aside, TestClient.Stop);
        int before = (await _journal.ReadAsync(TestClient.Stop)).Count;
        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);
        Assert.Equal(left, $"{before} {(await _journal.ReadAsync(TestClient.Stop)).Count - 1}");
        Assert.Equal(otherAt >= 0, File.Exists(Kept));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_or_pipe_in_their_place_is_left_alone(bool isLink)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there, and pipes in a folder are those of Unix.");
        Write([Line("one", 1), Line("two", 1)]);
        if (isLink)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "other"), Line("two", 1), TestClient.Stop);
            File.CreateSymbolicLink(Kept, Path.Combine(_folder.FullName, "other"));
        }
        else
        {
            using Process made = Process.Start("mkfifo", [Kept]);
            await made.WaitForExitAsync(TestClient.Stop);
        }

        await _journal.AppendAsync(Entry("new", 0), TestClient.Stop);
        Assert.Equal(["one", "two", "new"], (await _journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId));
        Assert.True(File.Exists(Kept));
    }

    private static RcJournalEntry Entry(string id, int days, int more = 200) => new() { Time = s_now.AddDays(-days), WriteId = id, Outcome = RcJournalOutcome.Done, ContentHash = new string('0', more) };

    private static byte[] Line(string id, int days) => JournalLine.Of(Entry(id, days));

    private static byte[] Long(string id, int days, int length) => JournalLine.Of(Entry(id, days, length - (Line(id, days).Length - 200)));

    private static string[] Ids(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JournalLine.Read(line)!.WriteId!)];

    private void Write(byte[][] lines) => File.WriteAllBytes(_journal.Path, [.. lines.SelectMany(line => line)]);

    private void AssertTrimmed(int days, int bytes, params string[] left)
    {
        Write([Line("old", days), Long("middle", 61, (int)JournalTrim.LongBytes + bytes - Line("old", days).Length - Line("young", 60).Length), Line("young", 60)]);
        Assert.Equal(JournalTrim.LongBytes + bytes, new FileInfo(_journal.Path).Length);
        Trim();
        Assert.Equal(left, Ids(File.ReadAllText(_journal.Path)));
        Assert.Equal([_journal.Path], Directory.GetFiles(_folder.FullName));
    }

    private void Trim()
    {
        using FileStream file = JournalFile.Open(_journal.Path, FileMode.Open, FileAccess.ReadWrite);
        JournalTrim.Run(file, s_now);
    }
}
