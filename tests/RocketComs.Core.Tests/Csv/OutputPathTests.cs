using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>A place that is refused is named as the user wrote it, else by its full path.</summary>
public sealed class OutputPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("./a.csv")]
    [InlineData(null)]
    public void Place_that_is_taken_is_named(string? given)
    {
        string path = _folder.Write("a.csv", "x");
        InvalidParameterException[] refusals =
        [
            Assert.Throws<InvalidParameterException>(() => OutputPath.Require("Destination", path, overwrite: false, given)),
            Assert.Throws<InvalidParameterException>(() => OutputPath.RequireOther("Destination", path, path, given)),
        ];
        Assert.All(refusals, refusal => Assert.Equal(("Destination", given ?? path), (refusal.ParameterName, refusal.Value)));
        Assert.Equal($"'{path}' already exists.", refusals[0].Message);
        Assert.Equal($"-Destination is '{path}', a file that is read; it is never overwritten. It was left as it is.", refusals[1].Message);

        InvalidParameterException folder = Assert.Throws<InvalidParameterException>(() => OutputPath.Require("Destination", _folder.Path, overwrite: true, given));
        Assert.Equal((given ?? _folder.Path, $"'{_folder.Path}' is a folder."), (folder.Value, folder.Message));
    }

    [Fact]
    public void Place_in_no_folder_and_file_in_use_are_refused()
    {
        string missing = Path.Combine(_folder.Path, "none", "a.csv");
        Assert.Equal($"There is no folder '{Path.GetDirectoryName(missing)}'.", Assert.Throws<BatchFileException>(() => OutputPath.Require("Destination", missing, overwrite: true)).Message);

        string path = _folder.Write("a.csv", "x");
        OutputPath.Require("Destination", path, overwrite: true);
        using FileStream held = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Assert.Equal($"'{path}' is in use.", Assert.Throws<BatchFileException>(() => OutputPath.Require("Destination", path, overwrite: true)).Message);
    }

    [Fact]
    public void Free_place_is_taken()
    {
        OutputPath.Require("Destination", _folder.File("a.csv"), overwrite: false);
        OutputPath.RequireOther("Destination", _folder.File("a.csv"), null);
        OutputPath.RequireOther("Destination", _folder.File("a.csv"), _folder.Write("b.csv", "x"));
    }
}
