using System.Text.Json;
using RocketComs.Core.Json;
using RocketComs.Core.Tests.Api.Calls;
using Xunit;

namespace RocketComs.Core.Tests.Json;

public class JsonVerdictTests
{
    [Theory]
    [InlineData("""{"error":"x"}""", Says.No, "it has an error")]
    [InlineData("""{"ERROR":"x"}""", Says.No, "it has an ERROR")]
    [InlineData("""{"error_code":7}""", Says.No, "it has an error_code")]
    [InlineData("""{"error":true}""", Says.No, "it has an error")]
    [InlineData("""{"error":["x"]}""", Says.No, "it has an error")]
    [InlineData("""{"error":{"a":1}}""", Says.No, "it has an error")]
    [InlineData("""{"errors":["x"]}""", Says.No, "it has errors")]
    [InlineData("""{"failures":{"a":1}}""", Says.No, "it has failures")]
    [InlineData("""{"success":0}""", Says.No, "its success is 0")]
    [InlineData("""{"success":false}""", Says.No, "its success is false")]
    [InlineData("""{"isSuccessful":"N"}""", Says.No, "its isSuccessful is \"N\"")]
    [InlineData("""{"status":false}""", Says.No, "its status is false")]
    [InlineData("""{"status":1042}""", Says.No, "its status is 1042")]
    [InlineData("""{"status":"-1"}""", Says.No, "its status is -1")]
    [InlineData("""{"code":404}""", Says.No, "its code is 404")]
    [InlineData("""{"message":"Batch was not deleted"}""", Says.No, "its message says no")]
    [InlineData("""{"message":false}""", Says.No, "its message says no")]
    [InlineData("""{"updated":false}""", Says.No, "its updated is false")]
    [InlineData("""{"deleted":true}""", Says.No, "its deleted is true")]
    [InlineData("false", Says.No, "it says no")]
    [InlineData("\"404 Not Found\"", Says.No, "it says no")]
    [InlineData("""{"status":"OK","error":"x","success":false}""", Says.Both, "it has an error")]
    [InlineData("""[{"status":"OK"},{"status":"FAILED"}]""", Says.Both, "its status says no")]
    public void No_says_where_it_was_found_first(string json, object says, string why)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(((Says)says, why), JsonVerdict.OfWrite(document.RootElement, Deed.Update));
    }

    [Theory]
    [InlineData("""{"success":1}""", Says.Yes)]
    [InlineData("""{"success":"yes"}""", Says.Yes)]
    [InlineData("""{"ok":" Y "}""", Says.Yes)]
    [InlineData("""{"updated":"TRUE"}""", Says.Yes)]
    [InlineData("""{"message":true}""", Says.Yes)]
    [InlineData("""{"id":"1"}""", Says.Yes)]
    [InlineData("""{"id":1,"status":"FAILED","error":null}""", Says.Yes)]
    [InlineData("""{"id":"1","message":"not an error: a text"}""", Says.Yes)]
    [InlineData("""{"token":"t"}""", Says.Yes)]
    [InlineData("""{"name":"n","recipientsListId":"1"}""", Says.Yes)]
    [InlineData("""{"succeeded":0,"failed":9,"skipped":0}""", Says.Yes)]
    [InlineData("""{"succeeded":0,"failed":9}""", Says.Nothing)]
    [InlineData("""{"succeeded":0,"failed":9,"skipped":"0"}""", Says.Nothing)]
    [InlineData("""{"name":"n"}""", Says.Nothing)]
    [InlineData("""{"id":""}""", Says.Nothing)]
    [InlineData("""{"id":"0"}""", Says.Nothing)]
    [InlineData("""{"id":" 0 "}""", Says.Nothing)]
    [InlineData("""{"id":{"a":"1"}}""", Says.Nothing)]
    [InlineData("""{"success":2}""", Says.Nothing)]
    [InlineData("""{"success":"perhaps"}""", Says.Nothing)]
    [InlineData("""{"success":null}""", Says.Nothing)]
    [InlineData("""{"updated":2}""", Says.Nothing)]
    [InlineData("""{"deleted":false}""", Says.Nothing)]
    [InlineData("""{"message":{"status":"FAILED"}}""", Says.Nothing)]
    [InlineData("""{"details":["not found"]}""", Says.Nothing)]
    [InlineData("""["not found"]""", Says.Nothing)]
    public void Yes_and_nothing_have_no_reason(string json, object says)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(((Says)says, null), JsonVerdict.OfWrite(document.RootElement, Deed.Update));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("\"\"")]
    [InlineData("\" none \"")]
    [InlineData("\"NULL\"")]
    [InlineData("\"no\"")]
    [InlineData("\"false\"")]
    [InlineData("\"0\"")]
    [InlineData("\"0000\"")]
    [InlineData("\"OK\"")]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("200")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Error_that_is_none_says_nothing(string error)
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"error":{{error}}}""");
        Assert.Equal((Says.Nothing, null), JsonVerdict.OfWrite(document.RootElement, Deed.Update));
        Assert.Null(JsonVerdict.Refusal(document.RootElement));
    }

    [Theory]
    [InlineData("""{"data":{"response":{"result":{"status":"FAILED"}}}}""", Says.No)]
    [InlineData("""{"data":{"response":{"result":{"data":{"status":"FAILED"}}}}}""", Says.Nothing)]
    [InlineData("""[{"data":[{"status":"FAILED"}]}]""", Says.No)]
    [InlineData("""[{"data":[{"data":[{"status":"FAILED"}]}]}]""", Says.Nothing)]
    [InlineData("""{"other":{"status":"FAILED"}}""", Says.Nothing)]
    public void Envelopes_are_opened_down_to_the_fourth(string json, object says)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(says, JsonVerdict.OfWrite(document.RootElement, Deed.Update).Says);
    }

    [Theory]
    [InlineData("""{"status":"1042"}""", "its status is 1042")]
    [InlineData("""{"status":404,"result":{"id":"1"}}""", "its status is 404")]
    [InlineData("""{"status":"0000","result":{"error":"x"}}""", "it has an error")]
    [InlineData("""{"success":false}""", "its success is false")]
    [InlineData("""{"status":"0000","result":{"id":"1"}}""", null)]
    [InlineData("""{"status":"0000","result":[{"error":"x"}]}""", null)]
    [InlineData("""{"status":"ERROR"}""", null)]
    [InlineData("""{"data":{"error":"x"}}""", null)]
    [InlineData("""[{"error":"x"}]""", null)]
    [InlineData("\"1042\"", null)]
    public void Answer_to_a_read_is_refused_by_a_code_or_an_error_alone(string json, string? why)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(why, JsonVerdict.Refusal(document.RootElement));
    }

    [Theory]
    [InlineData("""{"id":"x","status":"FAILED"}""", Says.No, Says.No, Says.Yes)]
    [InlineData("""{"id":"x","status":{"statusCode":"FAILED","reasonText":"blocked"}}""", Says.No, Says.No, Says.Yes)]
    [InlineData("""{"status":{"statusCode":"FAILED"}}""", Says.No, Says.No, Says.Nothing)]
    [InlineData("""{"status":"0000","result":{"id":"x","status":{"statusCode":"CANCELED"}}}""", Says.No, Says.No, Says.Yes)]
    [InlineData("""{"status":"0000","message":"Success","result":[{"id":"x","status":"REJECTED"}]}""", Says.No, Says.No, Says.Yes)]
    [InlineData("""{"data":{"response":{"id":"x","statusCode":"declined"}}}""", Says.No, Says.No, Says.Yes)]
    [InlineData("""[{"id":"x","status":"FAILED"},{"id":"y","status":"SENT"}]""", Says.Both, Says.Both, Says.Yes)]
    [InlineData("""{"id":"x","status":"ERROR"}""", Says.Yes, Says.No, Says.Yes)]
    [InlineData("""{"id":"x","status":"PENDING"}""", Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("""{"id":"x","status":"NOT_STARTED"}""", Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("""{"id":"x","status":{"statusCode":"PENDING","reasonText":"none failed"}}""", Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("""{"status":{"code":0},"result":{"id":"x"}}""", Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("""{"id":"x","errors":["blocked"]}""", Says.Yes, Says.Both, Says.Yes)]
    [InlineData("""{"id":"x","errors":[]}""", Says.Yes, Says.Yes, Says.Yes)]
    [InlineData("""{"status":"CANCELED"}""", Says.No, Says.No, Says.No)]
    [InlineData("""{"status":"CANCELED","success":true}""", Says.Both, Says.Both, Says.Both)]
    public void Status_of_what_was_made_or_sent_says_whether_it_was(string json, object make, object send, object update)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal([make, send, update], new[] { Deed.Make, Deed.Send, Deed.Update }.Select(deed => (object)JsonVerdict.OfWrite(document.RootElement, deed).Says));
    }

    [Fact]
    public void Bad_end_is_named()
    {
        using JsonDocument document = JsonDocument.Parse("""{"status":"0000","result":{"id":"x","status":{"statusCode":"CANCELED"}}}""");
        Assert.Equal((Says.No, "its status is CANCELED"), JsonVerdict.OfWrite(document.RootElement, Deed.Send));
    }

    [Fact]
    public void Answers_to_writes_are_judged_as_the_table_has_them()
    {
        foreach ((string body, RcJournalOutcome outcome) in WriteBodies.Answers.Select(row => (row.Data.Item1, row.Data.Item2)).Where(row => LenientJson.IsJson(System.Text.Encoding.UTF8.GetBytes(row.Item1))))
        {
            using JsonDocument document = LenientJson.Parse(System.Text.Encoding.UTF8.GetBytes(body));
            Says says = JsonVerdict.OfWrite(document.RootElement, Deed.Update).Says;
            Assert.Equal((body, outcome), (body, says switch { Says.Yes => RcJournalOutcome.Done, Says.No => RcJournalOutcome.Refused, _ => RcJournalOutcome.Unknown }));
        }
    }
}
