using System.Runtime.Versioning;
using RocketComs.Core.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class FileModeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, null, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(null, UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(null, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead)]
    [InlineData(null, null, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [UnsupportedOSPlatform("windows")]
    public void File_is_no_more_open_than_its_source_and_the_file_it_replaces(UnixFileMode? source, UnixFileMode? replaced, UnixFileMode expected)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Modes are those of Unix.");
        string from = _folder.Write("from.csv", "x");
        string path = _folder.File("a.csv");
        if (source is { } mode)
        {
            File.SetUnixFileMode(from, mode);
        }

        if (replaced is { } old)
        {
            File.SetUnixFileMode(_folder.Write("a.csv", "old"), old);
        }

        using ReplacingFile file = new(path, source is null ? null : from);
        file.Stream.Write("new"u8);
        Assert.Equal(expected, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(_folder.Path, "*.tmp"))));
        file.Commit(overwrite: true);
        Assert.Equal((expected, "new"), (File.GetUnixFileMode(path), File.ReadAllText(path)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void File_of_several_sources_is_as_closed_as_each()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Modes are those of Unix.");
        string secret = _folder.Write("secret.csv", "x");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using ReplacingFile file = new(_folder.File("a.csv"), _folder.Write("open.csv", "x"));
        file.Stream.Write("new"u8);
        file.TakeFrom(secret);
        file.Commit(overwrite: false);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("a.csv")));
    }

    [Fact]
    public void Nothing_written_is_no_file()
    {
        using ReplacingFile file = new(_folder.File("a.csv"));
        file.Commit(overwrite: true);
        Assert.Empty(_folder.Names);
        Assert.False(file.HasBegun);
    }
}
