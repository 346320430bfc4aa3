using System.Net;
using System.Text;
using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>Whatever an answer says, it is read, or refused with an error of ours; and what it says of a write is one of three.</summary>
public sealed class AnswerFuzzTests
{
    private static readonly byte[][] s_samples =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        .. ((string[])
        [
            "{200 Batch was successfully deleted}", "{ \"code\": \"0000\" }", "{\"status\":400,\"message\":\"No such batch\"}", "\"Batch updated\"", "", "[]", "{}", "<html><body>Bad gateway</body></html>",
            "{\"success\":true,\"data\":{\"id\":\"6a1b\",\"status\":\"CREATED\"}}", "{\"content\":[],\"total\":0}", "null", "0",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "\"", "{", "}", "[", "]", ":", ",", "\\u", "\\ud800", "\\", "null", "true", "false", "-1", "1e999", "18446744073709551616", "\"id\":", "\"status\":", "\"error\":", "\"success\":false,", "\"code\":\"0001\",", "\"message\":",
        "CREATED", "FAILED", " not ", "deleted", "was", "successfully", "{\"a\":", "[[[[[[[[", "\uFEFF", "\0", "2027-02-30", "24:00", "-05:00", "2027-01-01T00:00:00Z", "\u202E", "\"total\":99,", "\"startDate\":", "\"errors\":[{",
    ]).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Every_answer_to_a_write_is_done_refused_or_not_known()
    {
        int[] outcomes = new int[3];
        ApiRequest request = new(HttpMethod.Patch, "v1/batches/x");
        Fuzz.Try(
            Cases.Of(4_000),
            random => Fuzz.Mutated(s_samples[random.Next(s_samples.Length)], random, 5, s_words),
            body =>
            {
                try
                {
                    using WriteAnswer answer = WriteAnswer.Read(Answer(body), request, "a batch");
                    _ = answer.Shown(request, document => BatchJson.IsBatch(document.Payload) ? BatchJson.Batch(document.Object()) : null);
                    outcomes[0]++;
                }
                catch (UnexpectedResponseException exception)
                {
                    Assert.Contains(exception.Outcome, (IEnumerable<RcJournalOutcome?>)[RcJournalOutcome.Refused, RcJournalOutcome.Unknown]);
                    outcomes[exception.Outcome == RcJournalOutcome.Refused ? 1 : 2]++;
                }
            });

        Assert.DoesNotContain(0, outcomes);
    }

    [Fact]
    public void Every_answer_to_a_read_is_read_or_an_error_of_ours()
    {
        int read = 0;
        Fuzz.Try(
            Cases.Of(4_000),
            random => Fuzz.Mutated(s_samples[random.Next(s_samples.Length)], random, 5, s_words),
            body =>
            {
                Assert.NotNull(Answer(body).ErrorBody());
                try
                {
                    using ApiDocument document = Answer(body).Document("a batch");
                    object?[] all =
                    [
                        BatchJson.Batch(document.Object()), BatchJson.Error("x", document.Object()), BatchJson.Insight("x", document.Object()), BatchJson.Message(document.Object()), LookupJson.Campaign(document.Object()),
                        LookupJson.MessageTemplate(document.Object()), LookupJson.OptOut("x", document.Object()), LookupJson.RecipientList(document.Object()), LookupJson.RecipientImport("x", document.Object()),
                        MessageJson.Message(document.Object()), MessageJson.Reply("x", document.Object()),
                    ];
                    read += all.Length > 0 ? 1 : 0;
                }
                catch (RocketComsException)
                {
                    // Not JSON, or JSON of another kind.
                }
            });

        Assert.True(read > 0);
    }

    private static ApiAnswer Answer(byte[] body) => new(HttpStatusCode.OK, body, null, SecretMask.None);
}
