using System.Text;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Small files in pieces of every length: what is told of them, and on which lines, is what is told of them whole.</summary>
public sealed class FilePieceTests
{
    [Theory]
    [InlineData("2025550100,\"a\nb\n\nc, and much more than a piece holds, so that it is joined and joined\nagain\"\nx,y\n2025550101,b\n", "RC005:6 RC104:1")]
    [InlineData("2025550100,a\n2025550101,\"b\n\n\nc\"\r\nx,y\n", "RC005:6 RC104:2")]
    [InlineData("2025550100,a\r\n2025550101,b\r\nx,y\r\n2025550102,c\r\n\r\ny,z\r\n", "RC005:3 RC005:6 RC110:5")]
    [InlineData("2025550100,a\r2025550101,b\rx,y\r2025550102,c", "RC005:3")]
    [InlineData("2025550100,a\n\uFEFF2025550101,b\n\uFEFF2025550102,\"c\nd\"\nx,y\n", "RC005:2 RC005:3 RC005:5 RC104:3")]
    [InlineData("2025550100,a\n\uFEFF2025550102,\"c\nand far more than a piece of it holds\nin lines that go on and on\"\nx,y\n", "RC005:2 RC005:5 RC104:2")]
    [InlineData("\uFEFF2025550100,a\n2025550101,b\nx,y\n", "RC005:3 RC109:1")]
    [InlineData("sep=,\nNumber,Message\n2025550100,a\nx,y\n", "RC005:4 RC009:1 RC009:2")]
    [InlineData("2025550100,a\n2025550101,\"\uFEFFb\n\uFEFF2025550102,c\n\uFEFFnever closed\n", "RC007:2")]
    [InlineData("2025550100,an endless line without an end, longer than any piece of it is in this test", "RC003:1")]
    [InlineData("2025550100,a\n2025550101,b \" c\n2025550102,\" d\"\n2025550103, \"e\"\n2025550100,f", "RC102:5 RC107:3 RC107:4 RC114:2 RC114:4")]
    public void File_is_told_the_same_in_pieces_of_every_length(string text, string told)
    {
        byte[] file = Encoding.UTF8.GetBytes(text);
        for (int pieceBytes = 4; pieceBytes <= 36; pieceBytes++)
        {
            Assert.Equal((pieceBytes, told), (pieceBytes, Told(file, new CheckOptions { PieceBytes = pieceBytes, Threads = 1 + (pieceBytes % 2) })));
        }

        Assert.Equal(told, Told(file, new CheckOptions()));
        Assert.Equal(told, Told(file, new CheckOptions { CutsRecords = false, Threads = 1 }));
    }

    private static string Told(byte[] file, CheckOptions options) =>
        string.Join(' ', Check(file, options).Issues.Select(issue => $"{issue.RuleId}:{issue.Line}").Order(StringComparer.Ordinal));
}
