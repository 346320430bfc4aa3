using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class FileSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_file_is_a_BatchFileException_with_the_path()
    {
        BatchFileException exception = Assert.Throws<BatchFileException>(() => new FileSource(_folder.File("none.csv")));
        Assert.Equal((_folder.File("none.csv"), $"There is no file '{_folder.File("none.csv")}'."), (exception.Path, exception.Message));
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void Missing_file_is_told_from_a_missing_folder()
    {
        Assert.Equal("Check the path; a relative one begins at the current location.", Assert.Throws<BatchFileException>(() => new FileSource(_folder.File("none.csv"))).RecommendedAction);
        Assert.StartsWith(
            "Its folder is not there either: check the path.",
            Assert.Throws<BatchFileException>(() => new FileSource(Path.Combine(_folder.Path, "none", "none.csv"))).RecommendedAction,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Time_of_a_file_is_known_to_its_last_digit()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Nothing is asked of the system there.");
        string path = _folder.Write("a.csv", "2025554444,one\n");
        DateTime written = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567);
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal((15L, written, true), FileIdentity.Of(path) is { } state ? (state.Length, state.WrittenAt, state.IsRegular) : default);
    }

    [Fact]
    public void Folder_is_a_BatchFileException() =>
        Assert.Contains("is a folder", Assert.Throws<BatchFileException>(() => new FileSource(_folder.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void File_changed_after_the_check_is_not_opened()
    {
        string path = _folder.Write("a.csv", "2025554444,one\n");
        FileSource source = new(path);
        Assert.True(BatchCsvChecker.Check(source, new CheckOptions(), CancellationToken.None).IsValid);
        File.AppendAllText(path, "2025554445,two\n");
        BatchCsvInvalidException exception = Assert.Throws<BatchCsvInvalidException>(source.Open);
        Assert.Contains("has changed since it was checked", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.Report);
    }

    [Fact]
    public void File_of_the_same_length_but_another_time_is_not_opened()
    {
        string path = _folder.Write("a.csv", "2025554444,one\n");
        FileSource source = new(path);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Throws<BatchCsvInvalidException>(source.Open);
        Assert.True(FileIdentity.CanBeOpenedAlone(path), "It is not held any longer.");
    }

    [Fact]
    public void File_gone_after_the_check_is_a_BatchFileException()
    {
        string path = _folder.Write("a.csv", "2025554444,one\n");
        FileSource source = new(path);
        File.Delete(path);
        Assert.Equal(path, Assert.Throws<BatchFileException>(source.Open).Path);
    }

    [Fact]
    public void Unchanged_file_opens_as_often_as_wanted()
    {
        FileSource source = new(_folder.Write("my batch.csv", "2025554444,one\n"));
        Assert.Equal("my batch.csv", source.FileName);
        for (int i = 0; i < 3; i++)
        {
            using StreamReader reader = new(source.Open());
            Assert.Equal("2025554444,one\n", reader.ReadToEnd());
        }
    }

    [Fact]
    public void Pipe_and_device_are_refused_at_once()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Pipes have other paths there.");
        string pipe = _folder.File("pipe");
        using (System.Diagnostics.Process made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            made.WaitForExit();
        }

        Assert.Contains("is a pipe or a device", Assert.Throws<BatchFileException>(() => new FileSource(pipe)).Message, StringComparison.Ordinal);
        Assert.Contains("is a pipe or a device", Assert.Throws<BatchFileException>(() => new FileSource("/dev/null")).Message, StringComparison.Ordinal);
        File.Delete(pipe);
    }

    [Fact]
    public void File_that_fails_while_it_is_read_is_a_BatchFileException()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file that opens and cannot be read is at hand on Linux only.");
        BatchFileException exception = Assert.Throws<BatchFileException>(() => BatchCsvChecker.Check(new FileSource("/proc/self/mem"), new CheckOptions(), CancellationToken.None));
        Assert.StartsWith("'/proc/self/mem' cannot be read to its end", exception.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(exception.InnerException, exactMatch: false);
    }

    [Fact]
    public void Links_and_spellings_of_one_file_are_known_and_other_files_too()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        string file = _folder.Write("a.csv", "2025554444,one\n");
        string other = _folder.Write("b.csv", "2025554444,one\n");
        File.CreateSymbolicLink(_folder.File("link.csv"), file);
        Directory.CreateSymbolicLink(_folder.File("folder"), _folder.Path);
        using (System.Diagnostics.Process made = System.Diagnostics.Process.Start("ln", [file, _folder.File("hard.csv")]))
        {
            made.WaitForExit();
        }

        Assert.All(["./a.csv", "link.csv", "hard.csv", "folder/a.csv", "folder/link.csv"], name => Assert.True(FileIdentity.AreSame(file, _folder.File(name)), name));
        Assert.False(FileIdentity.AreSame(file, other));
        Assert.False(FileIdentity.AreSame(file, _folder.File("none.csv")));
        Assert.NotEqual(new FileSource(file).Stamp, new FileSource(other).Stamp);
    }

    [Fact]
    public void Link_that_is_turned_has_another_stamp()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        string link = _folder.File("link.csv");
        foreach (string name in (string[])["one.csv", "two.csv"])
        {
            File.SetLastWriteTimeUtc(_folder.Write(name, "2025554444,one\n"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        File.CreateSymbolicLink(link, _folder.File("one.csv"));
        FileSource before = new(link);
        File.Delete(link);
        File.CreateSymbolicLink(link, _folder.File("two.csv"));
        Assert.NotEqual(before.Stamp, new FileSource(link).Stamp);
        Assert.Throws<BatchCsvInvalidException>(before.Open);
    }
}
