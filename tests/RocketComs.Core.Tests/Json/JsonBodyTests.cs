using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using Xunit;

namespace RocketComs.Core.Tests.Json;

public class JsonBodyTests
{
    [Fact]
    public void Tables_lists_and_values_are_written_in_order()
    {
        OrderedDictionary body = new()
        {
            ["text"] = "It’s \"ć\"\n",
            ["none"] = null,
            ["flags"] = new object[] { true, false },
            ["numbers"] = new object[] { 1, 2L, (byte)3, 4.5, 1.5f, 0.1m, 1e30, ulong.MaxValue },
            ["nested"] = new Dictionary<string, object?> { ["id"] = Guid.Empty, ["list"] = Array.Empty<object>() },
            ["day"] = new DateTime(2027, 1, 31),
            ["moment"] = new DateTime(2027, 1, 31, 9, 5, 0, DateTimeKind.Utc),
            ["offset"] = new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.FromHours(2)),
            ["time"] = TimeSpan.FromHours(9),
            ["word"] = DayOfWeek.Friday,
        };

        Assert.Equal(
            """{"text":"It’s \"ć\"\n","none":null,"flags":[true,false],"numbers":[1,2,3,4.5,1.5,0.1,1E+30,18446744073709551615],"nested":{"id":"00000000-0000-0000-0000-000000000000","list":[]},"day":"2027-01-31","moment":"2027-01-31T09:05:00.000Z","offset":"2027-01-30T22:00:00.000Z","time":"09:00:00","word":"Friday"}""",
            Encoding.UTF8.GetString(JsonBody.Of(body)));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("[1.5,2.5,-3]", Encoding.UTF8.GetString(JsonBody.Of(new object[] { 1.5, 2.5m, -3 })));
            Assert.Equal("1.5;true;false;2027-01-31", string.Join(';', RequestFields.Texts("Query", new OrderedDictionary { ["a"] = new object?[] { 1.5, null, true, false }, ["b"] = new DateTime(2027, 1, 31), ["c"] = null }, isWrite: false).Select(pair => pair.Value)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("""{"a" : [1, 2]}""")]
    [InlineData("\"ć\"")]
    public void Text_that_is_json_goes_out_as_it_is(string json) => Assert.Equal(Encoding.UTF8.GetBytes(json), JsonBody.OfText(json));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{'a':1}", 1, 2)]
    [InlineData("{\n\"a\":1,}", 2, 7)]
    [InlineData("""{"a":"s3cr3t""", 1, 13)]
    public void Text_that_is_no_json_is_refused_without_being_repeated(string json, int line, int at)
    {
        InvalidParameterException error = Assert.Throws<InvalidParameterException>(() => JsonBody.OfText(json));
        Assert.Equal(("Body", $"-Body is not JSON: line {line}, byte {at}. Nothing was sent."), (error.ParameterName, error.Message));
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_json_or_no_end_is_refused()
    {
        object[] endless = new object[1];
        endless[0] = endless;
        foreach (object body in (object[])[endless, new object[] { double.NaN }, new object[] { float.PositiveInfinity }, new object[] { new StringBuilder() }, new object[] { "\udc00" }])
        {
            Assert.Equal("Body", Assert.Throws<InvalidParameterException>(() => JsonBody.Of(body)).ParameterName);
        }

        // Not a case of the theory above: an attribute cannot hold half a character.
        foreach (string half in (string[])["\"\ud83d\"", "\udc00"])
        {
            Assert.Equal("-Body holds half a character. Nothing was sent.", Assert.Throws<InvalidParameterException>(() => JsonBody.OfText(half)).Message);
        }

        Assert.Equal("c", Assert.Throws<InvalidParameterException>(() => RequestFields.Texts("Query", new OrderedDictionary { ["c"] = null }, isWrite: true)).Value);
        Assert.Equal("b", Assert.Throws<InvalidParameterException>(() => RequestFields.Texts("Query", new OrderedDictionary { ["b"] = "\udc00" }, isWrite: false)).Value);
        Assert.Equal("a", Assert.Throws<InvalidParameterException>(() => RequestFields.Texts("Query", new OrderedDictionary { ["a"] = new OrderedDictionary() }, isWrite: false)).Value);
    }

    [Fact]
    public void Body_may_be_64_deep_and_no_deeper()
    {
        object lists = new object[] { 1, "a" };
        object tables = new Hashtable { ["a"] = 1 };
        for (int depth = 1; depth < 64; depth++)
        {
            lists = new[] { lists };
            tables = new Hashtable { ["a"] = tables };
        }

        Assert.Equal(new string('[', 64) + "1,\"a\"" + new string(']', 64), Encoding.UTF8.GetString(JsonBody.Of(lists)));
        Assert.Equal(string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "1" + new string('}', 64), Encoding.UTF8.GetString(JsonBody.Of(tables)));
        Assert.Throws<InvalidParameterException>(() => JsonBody.Of(new[] { lists }));
        Assert.Throws<InvalidParameterException>(() => JsonBody.Of(new Hashtable { ["a"] = tables }));
    }

    [Fact]
    public void Answer_becomes_plain_values()
    {
        using JsonDocument document = JsonDocument.Parse("""{"a":1,"b":1.5,"c":9223372036854775808,"d":"2027-01-31T09:00:00Z","e":[null,true,false,{}],"A":2,"":3,"g":1e400}""");

        KeyValuePair<string, object?>[] fields = (KeyValuePair<string, object?>[])new JsonValues(pairs => pairs.ToArray()).Read(document.RootElement)!;

        Assert.Equal(["a", "b", "c", "d", "e", "g"], fields.Select(field => field.Key));
        Assert.Equal([2L, 1.5, 9223372036854775808m, "2027-01-31T09:00:00Z"], fields.Take(4).Select(field => field.Value));
        object?[] list = Assert.IsType<object?[]>(fields[4].Value);
        Assert.Equal([null, true, false], list.Take(3));
        Assert.Empty(Assert.IsType<KeyValuePair<string, object?>[]>(list[3]));
        Assert.Equal("1e400", fields[5].Value);
    }
}
