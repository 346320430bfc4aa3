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
}
