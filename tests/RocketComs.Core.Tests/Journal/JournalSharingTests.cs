using System.Globalization;
using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Journal;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Journal;

/// <summary>A journal that others write to as well, and what is in its place and is none.</summary>
public sealed class JournalSharingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rocketcoms-");
    private readonly JournalFile _journal;

    public JournalSharingTests() => _journal = new JournalFile(Path.Combine(_folder.FullName, "sub", "journal.jsonl"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Journal_and_its_folder_are_made_when_they_are_written_to_and_only_the_owner_reads_it()
    {
        Assert.Empty(await _journal.ReadAsync(TestClient.Stop));
        Assert.Empty(_folder.GetFileSystemInfos());
        Assert.Null(await _journal.TryAppendAsync(Entry("one"), entries => entries.Count == 0 ? null : new AlreadySentException("x", "y"), TestClient.Stop));
        Assert.Equal(["one"], await IdsAsync(_journal));
#if !NETSTANDARD_LAYOUT // .NET Framework, for which that build is, knows no rights of Unix.
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_journal.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
#endif
    }

    [Fact]
    public async Task Nothing_is_written_where_what_is_there_speaks_against_it()
    {
        await _journal.AppendAsync(Entry("one"), TestClient.Stop);
        AlreadySentException objection = new("It went out.", "Look.");
        Assert.Same(objection, await _journal.TryAppendAsync(Entry("two"), entries => entries.Single().WriteId == "one" ? objection : null, TestClient.Stop));
        Assert.Equal(["one"], await IdsAsync(_journal));
    }

    [Fact]
    public async Task Lines_of_other_processes_are_seen_and_none_is_read_twice()
    {
        JournalFile other = new(_journal.Path);
        await other.AppendAsync(Entry("one"), TestClient.Stop);
        Assert.Equal(["one"], await IdsAsync(_journal));
        await File.AppendAllTextAsync(_journal.Path, "nonsense\n", TestClient.Stop);
        await other.AppendAsync(Entry("two"), TestClient.Stop);
        Assert.Equal(["one", "two"], await IdsAsync(_journal));
        Assert.Contains("in line 2:", _journal.Damage, StringComparison.Ordinal);
        await File.AppendAllTextAsync(_journal.Path, "nonsense\n", TestClient.Stop);
        Assert.Equal(["one", "two"], await IdsAsync(_journal));
        Assert.Contains("in 2 lines, the first of them line 2:", _journal.Damage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "two|three")]
    [InlineData(3, "three")]
    public async Task Journal_that_was_shortened_or_begins_otherwise_is_read_anew(int change, string left)
    {
        await _journal.AppendAsync(Entry("one"), TestClient.Stop);
        await File.AppendAllTextAsync(_journal.Path, "nonsense\n", TestClient.Stop);
        await _journal.AppendAsync(Entry("two"), TestClient.Stop);
        await _journal.AppendAsync(Entry("three"), TestClient.Stop);
        Assert.Equal(["one", "two", "three"], await IdsAsync(_journal));
        string[] lines = await File.ReadAllLinesAsync(_journal.Path, TestClient.Stop);
        string[] kept = change switch { 1 => lines[..1], 2 => [.. lines[2..], new string(' ', 2000), "nonsense"], _ => lines[3..] };
        await File.WriteAllTextAsync(_journal.Path, string.Join('\n', kept) + "\n", TestClient.Stop);

        Assert.Equal(left.Split('|'), await IdsAsync(_journal));
        Assert.Equal(change == 2, _journal.Damage?.Contains("in line 4:", StringComparison.Ordinal) == true);
        Assert.Equal(change != 2, _journal.Damage is null);
    }

    [Fact]
    public async Task Who_finds_it_in_use_waits_until_it_is_free_or_is_stopped()
    {
        await _journal.AppendAsync(Entry("one"), TestClient.Stop);
        using CancellationTokenSource stop = new();
        Task stopped, waiting;
        using (new FileStream(_journal.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            stopped = _journal.ReadAsync(stop.Token);
            waiting = new JournalFile(_journal.Path).AppendAsync(Entry("two"), TestClient.Stop);
            Assert.False(stopped.IsCompleted || waiting.IsCompleted);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        }

        await waiting;
        Assert.Equal(["one", "two"], await IdsAsync(_journal));
    }

    [Fact]
    public async Task What_can_be_no_journal_is_refused_by_its_reason()
    {
        JournalFile folder = new(_folder.FullName);
        Assert.Equal($"The journal '{_folder.FullName}' cannot be used: It is a folder.", (await Assert.ThrowsAsync<BatchFileException>(() => folder.ReadAsync(TestClient.Stop))).Message);
        await Assert.ThrowsAsync<BatchFileException>(() => folder.AppendAsync(Entry("one"), TestClient.Stop));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "sub"), "a file", TestClient.Stop);
        await Assert.ThrowsAsync<BatchFileException>(() => _journal.AppendAsync(Entry("one"), TestClient.Stop));
        JournalFile tooLong = new(Path.Combine(_folder.FullName, new string('x', 300)));
        await Assert.ThrowsAsync<BatchFileException>(() => tooLong.AppendAsync(Entry("one"), TestClient.Stop));
        JournalFile missing = new(Path.Combine(_folder.FullName, "no", "journal.jsonl"));
        Assert.Empty(await missing.ReadAsync(TestClient.Stop));
    }

    [Theory]
    [InlineData("FFFE4142")]
    [InlineData("FEFF4142")]
    [InlineData("007B0022")]
    [InlineData("7B0022")]
    public async Task Bytes_of_another_encoding_are_refused(string hex)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_journal.Path)!);
        await File.WriteAllBytesAsync(_journal.Path, Convert.FromHexString(hex), TestClient.Stop);

        // What bears the name of lines set aside changes nothing.
        await File.WriteAllTextAsync(_journal.Path + ".kept", "other", TestClient.Stop);
        foreach (Func<Task> use in (Func<Task>[])[() => _journal.ReadAsync(TestClient.Stop), () => _journal.AppendAsync(Entry("one"), TestClient.Stop)])
        {
            Assert.Equal($"The journal '{_journal.Path}' cannot be used: It is not in UTF-8.", (await Assert.ThrowsAsync<BatchFileException>(use)).Message);
        }

        Assert.Equal(hex, Convert.ToHexString(await File.ReadAllBytesAsync(_journal.Path, TestClient.Stop)));
    }

    [Theory]
    [InlineData("{\"a\":{\"b\":1", null)]
    [InlineData("{\"a\"", null)]
    [InlineData("{\"a\":[1,", null)]
    [InlineData("[1", "line 2")]
    [InlineData("[1,", "line 2")]
    [InlineData("{}", "line 2")]
    [InlineData("{\"a\":1}", "line 2")]
    [InlineData("5", "line 2")]
    [InlineData("{\"time\":\"2027-06-01T12:00:00Z\",\"outcome\":\"7\"}", "line 2")]
    [InlineData("{\"time\":\"2027-06-01T12:00:00Z\",\"outcome\":\"done\"}", "line 2")]
    [InlineData("{\"time\":\"2027-06-01T12:00:00Z\"}", "line 2")]
    [InlineData("{\"outcome\":\"Done\"}", "line 2")]
    public async Task Line_that_was_cut_off_is_no_damage_and_one_that_means_nothing_is(string line, string? said)
    {
        await _journal.AppendAsync(Entry("one"), TestClient.Stop);
        await File.AppendAllTextAsync(_journal.Path, line, TestClient.Stop);
        Assert.Equal(["one"], await IdsAsync(_journal));
        Assert.Equal(said is null ? null : $"The journal '{_journal.Path}' cannot be read in {said}: what was noted there is not known.", _journal.Damage);
    }

    [Fact]
    public void Words_and_figures_that_are_none_are_left_out_of_an_entry()
    {
        RcJournalEntry entry = JournalLine.Read("""{"time":"2027-06-01T12:00:00Z","outcome":"Refused","action":"Perhaps","consent":"9","estimatedCost":"much","recipientCount":1.5,"segmentCount":"x"}""")!;
        Assert.Equal(
            new RcJournalEntry { Time = new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero), Outcome = RcJournalOutcome.Refused, Consent = RcJournalConsent.NotNeeded }, entry);
    }

    [Fact]
    public void Every_field_of_an_entry_comes_back()
    {
        RcJournalEntry entry = new()
        {
            Time = new DateTimeOffset(2027, 6, 1, 14, 0, 0, TimeSpan.FromHours(2)), WriteId = "a", Command = "b", Outcome = RcJournalOutcome.Unknown, Target = "c", UserName = "d", BatchId = "e",
            LastChangeSeen = new DateTimeOffset(2027, 5, 1, 14, 0, 0, TimeSpan.FromHours(2)), CampaignId = "f", ExternalId = "g", Action = RcBatchAction.Validate, ContentHash = "h", RowsHash = "i",
            FileName = "j", RecipientCount = 3, SegmentCount = 5_000_000_000, EstimatedCost = 1234.5678m, Consent = RcJournalConsent.Asked, Message = "k",
        };
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            string line = Encoding.UTF8.GetString(JournalLine.Of(entry));
            Assert.EndsWith("}\n", line, StringComparison.Ordinal);
            Assert.Contains("\"time\":\"2027-06-01T12:00:00.0000000\\u002B00:00\"", line.Replace("+", "\\u002B", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(entry, JournalLine.Read(line));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static RcJournalEntry Entry(string id) => new() { Time = new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero), WriteId = id, Outcome = RcJournalOutcome.Done, ContentHash = new string('0', 300) };

    private static async Task<string[]> IdsAsync(JournalFile journal) => [.. (await journal.ReadAsync(TestClient.Stop)).Select(entry => entry.WriteId!)];
}
