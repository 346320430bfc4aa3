using System.Text;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using Xunit;

namespace RocketComs.Core.Tests.Json;

public class JsonFieldsTests
{
    [Theory]
    [InlineData("1.5")]
    [InlineData("20270131")]
    [InlineData("true")]
    [InlineData("[\"2027-01-31\"]")]
    public void What_is_no_text_is_no_date_time_or_moment(string json)
    {
        JsonFields fields = Fields($$"""{"a":{{json}}}""");
        Assert.Equal((null, null, null), (fields.Date("a"), fields.Time("a"), fields.Moment("a")));
        Assert.Equal(["a"], fields.Rest().Keys);
    }

    [Fact]
    public void List_with_something_other_than_texts_is_kept_as_it_is()
    {
        JsonFields fields = Fields("""{"ids":["a",1,false]}""");
        Assert.Null(fields.Ids("ids"));
        Assert.Equal(["a", 1L, false], Assert.IsType<object?[]>(fields.Rest()["ids"]));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("<p>Hello</p>", "it is not JSON but 'shown'")]
    public void Body_that_is_no_json_is_told_from_an_empty_one(string body, string why)
    {
        UnexpectedResponseException error = Assert.Throws<UnexpectedResponseException>(() => ApiDocument.Parse(Encoding.UTF8.GetBytes(body), "x", () => "shown"));
        Assert.Equal($"The answer for x is not what RocketCOMS documents: {why}.", error.Message);
    }

    [Theory]
    [InlineData(false, "its code is 7: 'shown'")]
    [InlineData(true, "its code is 7")]
    public void Refusal_shows_the_answer_unless_it_is_secret(bool isSecret, string why)
    {
        using ApiDocument document = ApiDocument.Parse("{}"u8.ToArray(), "x", null);
        Assert.Equal(
            $"The answer for x is not what RocketCOMS documents: HTTP reports success, but {why}.",
            document.Refused("its code is 7", isSecret ? null : () => "shown").Message);
    }

    private static JsonFields Fields(string json) => new(JsonDocument.Parse(json).RootElement);
}
