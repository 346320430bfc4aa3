using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class ReplacingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_without_overwrite_onto_a_file_throws_and_leaves_the_old_content()
    {
        string path = _folder.File("a.csv");
        using (ReplacingFile file = new(path))
        {
            file.Stream.Write("new"u8);
            _folder.Write("a.csv", "somebody else's");
            BatchFileException exception = Assert.Throws<BatchFileException>(() => file.Commit(overwrite: false));
            Assert.Equal(path, exception.Path);
        }

        Assert.Equal("somebody else's", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public void Writer_passes_the_refusal_on()
    {
        string path = _folder.Write("a.csv", "old\n");
        using (BatchCsvFileWriter writer = new(path))
        {
            writer.Write("2025554444", "new");
            Assert.Equal(path, Assert.Throws<BatchFileException>(() => writer.Commit(overwrite: false)).Path);
        }

        Assert.Equal("old\n", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Commit_onto_a_free_place_makes_the_file(bool overwrite)
    {
        using (ReplacingFile file = new(_folder.File("a.csv")))
        {
            file.Stream.Write("new"u8);
            Assert.DoesNotContain("a.csv", _folder.Names);
            file.Commit(overwrite);
        }

        Assert.Equal("new", File.ReadAllText(_folder.File("a.csv")));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public void What_is_not_committed_is_closed_and_gone()
    {
        ReplacingFile file = new(_folder.File("a.csv"));
        Stream stream = file.Stream;
        file.Dispose();
        Assert.False(stream.CanWrite);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Missing_folder_is_named()
    {
        string folder = Path.Combine(_folder.Path, "missing");
        BatchFileException exception = Assert.Throws<BatchFileException>(() => new ReplacingFile(Path.Combine(folder, "a.csv")));
        Assert.Equal(($"There is no folder '{folder}'.", null), (exception.Message, exception.InnerException));
    }
}
