using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

/// <summary>Bodies of answers to a write, and what became of it.</summary>
public static class WriteBodies
{
    // All objects of all writes in one, so that each finds its own in it.
    public const string Shown =
        $$"""{"id":"{{Id}}","status":"CREATED","name":"VIP","message":"not an error: a text","recipientsAmount":1,"succeeded":1,"failed":1,"skipped":0,"errorDetails":[{"lineNumber":1}]}""";

    private const string Id = TestClient.BatchId;

    public static TheoryData<string, RcJournalOutcome> Answers => new()
    {
        // The object, bare or enveloped.
        { Shown, RcJournalOutcome.Done },
        { $$"""{"status":"0000","result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"0000","message":"no errors","result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"string","message":"string","result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"200","result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":200,"result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":0,"result":{{Shown}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"0000","error":null,"errors":[],"result":{{Shown}}}""", RcJournalOutcome.Done },
        { $"[{Shown}]", RcJournalOutcome.Done },

        // The sentences of the documentation and their like.
        { "{200 Batch was successfully updated}", RcJournalOutcome.Done },
        { "\uFEFF{ 200 Password updated }", RcJournalOutcome.Done },
        { "\"200 Batch was updated.\"", RcJournalOutcome.Done },
        { "{200 Named recipients list updated successfully}\r\n", RcJournalOutcome.Done },
        { "{200 Logged out successfully}", RcJournalOutcome.Done },
        { $"OK: batch {Id} updated", RcJournalOutcome.Done },
        { "Request processed successfully", RcJournalOutcome.Done },
        { "OK", RcJournalOutcome.Done },
        { "200", RcJournalOutcome.Done },
        { "", RcJournalOutcome.Done },
        { " \n", RcJournalOutcome.Done },

        // A code of success, or a word.
        { """{"status":"0000","result":null}""", RcJournalOutcome.Done },
        { """{"status":"0000","message":null,"result":null}""", RcJournalOutcome.Done },
        { """{"status":"0000","result":[]}""", RcJournalOutcome.Done },
        { """{"status":"200"}""", RcJournalOutcome.Done },
        { """{"code":200}""", RcJournalOutcome.Done },
        { """{"status":"0000","message":"Batch was updated"}""", RcJournalOutcome.Done },
        { """{"message":"Batch was updated"}""", RcJournalOutcome.Done },
        { """{"updated":"true"}""", RcJournalOutcome.Done },
        { """{"status":"OK"}""", RcJournalOutcome.Done },
        { """{"success":true}""", RcJournalOutcome.Done },
        { "true", RcJournalOutcome.Done },

        // A no without a yes.
        { """{"error":"INSUFFICIENT_BALANCE"}""", RcJournalOutcome.Refused },
        { """{"error":{"code":7}}""", RcJournalOutcome.Refused },
        { """{"err":"x"}""", RcJournalOutcome.Refused },
        { """{"errors":[{"field":"message"}]}""", RcJournalOutcome.Refused },
        { """{"data":{"error":"INSUFFICIENT_BALANCE"}}""", RcJournalOutcome.Refused },
        { """{"data":[{"error":"INSUFFICIENT_BALANCE"}]}""", RcJournalOutcome.Refused },
        { """{"response":{"status":"ERROR"}}""", RcJournalOutcome.Refused },
        { """{"status":"ERROR"}""", RcJournalOutcome.Refused },
        { """{"status":"KO"}""", RcJournalOutcome.Refused },
        { """{"status":"NOK"}""", RcJournalOutcome.Refused },
        { """{"outcome":"failure"}""", RcJournalOutcome.Refused },
        { """{"status":"FAILED","message":"balance"}""", RcJournalOutcome.Refused },
        { """{"status":"NOT_FOUND","traceId":"x"}""", RcJournalOutcome.Refused },
        { """{"status":"FAILED","result":null}""", RcJournalOutcome.Refused },
        { """{"success":false}""", RcJournalOutcome.Refused },
        { """{"success":"false"}""", RcJournalOutcome.Refused },
        { """{"success":0}""", RcJournalOutcome.Refused },
        { """{"ok":"no"}""", RcJournalOutcome.Refused },
        { """{"updated":false}""", RcJournalOutcome.Refused },
        { """{"status":"1042","message":"x"}""", RcJournalOutcome.Refused },
        { """{"status":403,"title":"Forbidden","detail":"No right"}""", RcJournalOutcome.Refused },
        { """{"message":"Batch could not be changed"}""", RcJournalOutcome.Refused },
        { "false", RcJournalOutcome.Refused },
        { "{200 Batch was not deleted}", RcJournalOutcome.Refused },
        { "Not authorised", RcJournalOutcome.Refused },
        { "404 Not Found", RcJournalOutcome.Refused },
        { "success: false", RcJournalOutcome.Refused },
        { "deleted: false", RcJournalOutcome.Refused },
        { "Batch deletion failed", RcJournalOutcome.Refused },

        // A yes and a no.
        { $$"""{"status":"1042","result":{{Shown}}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","result":{"success":false}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","error":"INSUFFICIENT_BALANCE"}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","message":"Message queued; delivery receipts are not available","result":{"messageId":"1"}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","detail":"Invalid characters were replaced"}""", RcJournalOutcome.Unknown },
        { """{"success":true,"message":"Message was not sent"}""", RcJournalOutcome.Unknown },
        { """[{"status":"OK"},{"status":"FAILED"}]""", RcJournalOutcome.Unknown },
        { "404 Batch was updated", RcJournalOutcome.Unknown },
        { "Message was sent. No delivery report was requested.", RcJournalOutcome.Unknown },
        { "200 Message was sent successfully (sender name not verified)", RcJournalOutcome.Unknown },
        { "Message was not sent at once but queued", RcJournalOutcome.Unknown },
        { "Some messages were rejected", RcJournalOutcome.Unknown },

        // Neither.
        { """{}""", RcJournalOutcome.Unknown },
        { """{"foo":"bar"}""", RcJournalOutcome.Unknown },
        { """{"errorCode":"0000"}""", RcJournalOutcome.Unknown },
        { """{"error":"OK"}""", RcJournalOutcome.Unknown },
        { """{"notice":"System maintenance in progress"}""", RcJournalOutcome.Unknown },
        { """{"message":"Please log in"}""", RcJournalOutcome.Unknown },
        { """{"message":"Guthaben reicht nicht"}""", RcJournalOutcome.Unknown },
        { """{"code":7}""", RcJournalOutcome.Unknown },
        { """{"code":500}""", RcJournalOutcome.Unknown },
        { """{"status":"string","message":"string"}""", RcJournalOutcome.Unknown },
        { """{"id":null}""", RcJournalOutcome.Unknown },
        { """{"status":"PENDING"}""", RcJournalOutcome.Unknown },
        { """{"deep":{"er":{"status":"OK"}}}""", RcJournalOutcome.Unknown },
        { "null", RcJournalOutcome.Unknown },
        { "[]", RcJournalOutcome.Unknown },
        { "0", RcJournalOutcome.Unknown },
        { "12", RcJournalOutcome.Unknown },
        { "Dry run completed", RcJournalOutcome.Unknown },
        { "Dry run completed successfully", RcJournalOutcome.Unknown },
        { "Batch deletion pending", RcJournalOutcome.Unknown },
        { "Batch deletion accepted", RcJournalOutcome.Unknown },
        { "Confirmation email sent", RcJournalOutcome.Unknown },
        { "Batch could be deleted", RcJournalOutcome.Unknown },
        { "Batch will be deleted", RcJournalOutcome.Unknown },
        { "200 OK\nquota exhausted", RcJournalOutcome.Unknown },
        { "Service under maintenance", RcJournalOutcome.Unknown },
        { "503 Service Unavailable", RcJournalOutcome.Unknown },
        { "<html><body>Your message was sent</body></html>", RcJournalOutcome.Unknown },
        { "Welcome", RcJournalOutcome.Unknown },
        { "Your session will be updated later", RcJournalOutcome.Unknown },
        { "0 messages sent", RcJournalOutcome.Unknown },
        { "Message sent" + string.Concat(Enumerable.Repeat(" 1111111111", 80)) + " maybe", RcJournalOutcome.Unknown },
        { "3 of 5 messages sent", RcJournalOutcome.Unknown },
        { "{\"id\":\"" + Id, RcJournalOutcome.Unknown },
        { "{'status':'updated'}", RcJournalOutcome.Unknown },
        { "{\"status\":\"OK\",}", RcJournalOutcome.Unknown },
    };

    /// <summary>What depends on what was asked for: to make, to send, to change, to remove.</summary>
    public static TheoryData<string, RcJournalOutcome, RcJournalOutcome, RcJournalOutcome, RcJournalOutcome> OfDeeds => new()
    {
        { "{200 Batch was successfully deleted}", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { "200 Batch was successfully deleted", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { "Batch deleted", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { "{200 Message was canceled}", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { "{200 Campaign archived}", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done, RcJournalOutcome.Done },
        { "{200 Message was sent successfully}", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "{200 Subscription created successfully}", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "\uFEFF{ 200 Email sent }", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "\"200 Message was successfully sent.\"", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "Message queued for delivery", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "Message sent to +12025550101.", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "Sent with no errors", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { "Message sent; the draft was deleted", RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown },
        { """{"status":"0000","message":"Batch was deleted"}""", RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Done },
        { """{"message":"Batch was deleted"}""", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { """{"deleted":"true"}""", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { """{"created":true}""", RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Unknown },
        { """{"deleted":false}""", RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown, RcJournalOutcome.Refused },
        { """{"status":"CANCELED"}""", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { """{"status":{"statusCode":"FAILED"}}""", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown },
        { "Batch deleted successfully", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { "404 Batch was deleted", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Unknown },
        { "Scheduled batch was deleted", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done },
        { """{"campaignId":"x","status":"ERROR"}""", RcJournalOutcome.Unknown, RcJournalOutcome.Refused, RcJournalOutcome.Unknown, RcJournalOutcome.Unknown },
        { Shown.Replace("CREATED", "ERROR", StringComparison.Ordinal), RcJournalOutcome.Done, RcJournalOutcome.Refused, RcJournalOutcome.Done, RcJournalOutcome.Done },
        { Shown.Replace("CREATED", "CANCELED", StringComparison.Ordinal), RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done, RcJournalOutcome.Done },
        { Shown.Replace("\"CREATED\"", """{"statusCode":"FAILED","reasonText":"blocked"}""", StringComparison.Ordinal), RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done, RcJournalOutcome.Done },
        { $$"""{"status":"0000","result":{{Shown.Replace("CREATED", "FAILED", StringComparison.Ordinal)}}}""", RcJournalOutcome.Refused, RcJournalOutcome.Refused, RcJournalOutcome.Done, RcJournalOutcome.Done },
        { Shown.Replace("CREATED", "NOT_STARTED", StringComparison.Ordinal), RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done, RcJournalOutcome.Done },
    };
}
