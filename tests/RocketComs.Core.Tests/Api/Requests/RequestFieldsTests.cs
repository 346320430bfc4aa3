using System.Collections;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

public class RequestFieldsTests
{
    [Fact]
    public void Array_is_its_name_several_times_and_a_text_is_no_array()
    {
        SortedList table = new() { ["a"] = new object?[] { 1, null, "x" }, ["b"] = true, ["c"] = "text", ["d"] = null };
        Assert.Equal("a=1 a=x b=true c=text", Shown(RequestFields.Texts("Query", table, isWrite: false)));
        Assert.Equal("k=1", Shown(RequestFields.Texts("Query", new Dictionary<string, int> { ["k"] = 1 }, isWrite: true)));
        Assert.Empty(RequestFields.Pairs("Query", null, isWrite: true, allowFiles: true));
    }

    [Theory]
    [InlineData("null", "-Form x is $null. Nothing was sent.")]
    [InlineData("half", "-Form x holds half a character. Nothing was sent.")]
    [InlineData("table", "-Form x is a Hashtable, which cannot be sent as text. Nothing was sent.")]
    [InlineData("file", "-Form x is a FileSource, which cannot be sent as text. Nothing was sent.")]
    public void What_cannot_be_sent_is_refused_by_its_name(string kind, string message)
    {
        using TemporaryFolder folder = new();
        object? value = kind switch { "half" => "\uD83D", "table" => new Hashtable(), "file" => new FileSource(folder.Write("a.txt", "x")), _ => null };
        InvalidParameterException refused = Assert.Throws<InvalidParameterException>(() => RequestFields.Pairs("Form", new Hashtable { ["x"] = value }, isWrite: true, allowFiles: false));
        Assert.Equal(("Form", "x", message), (refused.ParameterName, refused.Value, refused.Message));
    }

    [Fact]
    public void File_is_sealed_as_it_is_now()
    {
        using TemporaryFolder folder = new();
        SealedSource file = Assert.IsType<SealedSource>(Assert.Single(RequestFields.Pairs("Form", new Hashtable { ["f"] = new FileSource(folder.Write("a.txt", "one")) }, isWrite: true, allowFiles: true)).Value);
        string hash = file.Seal(CancellationToken.None);
        folder.Write("a.txt", "two");
        Assert.Equal(hash, file.Seal(CancellationToken.None));
    }

    private static string Shown(IEnumerable<KeyValuePair<string, string>> pairs) => string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"));
}
