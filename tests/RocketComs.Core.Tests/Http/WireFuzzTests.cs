using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Whatever comes back over a socket, head and body: a read succeeds or is an error of ours, a write is done, refused or not known, and soon.</summary>
public sealed class WireFuzzTests
{
    private const int InputsOfServer = 500;
    private const long MostMemory = 64_000_000;

    // For a machine that has other work; an answer that is waited for in vain would take the 99 seconds of the time limit.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly byte[][] s_answers =
    [
        .. ((string[])[TestClient.Batch, "{200 Batch was successfully updated}", "{\"status\":400,\"message\":\"No\"}", "[]", string.Empty]).SelectMany(body => (byte[][])
        [
            WireAnswer.Of(200, body, "Content-Type: application/json").Bytes, WireAnswer.Of(400, body).Bytes, WireAnswer.Of(503, body, "Retry-After: 1").Bytes, WireAnswer.Of(302, body, "Location: /elsewhere").Bytes,
            Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:X}\r\n{body}\r\n0\r\n\r\n"), Encoding.UTF8.GetBytes($"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 201 Created\r\n\r\n{body}"),
        ]),
    ];

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "\r\n", "\n", "\r", ":", " ", "HTTP/1.1 200 OK\r\n", "HTTP/2 200\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 0\r\n", "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Type: text/html; charset=utf-7\r\n", "Retry-After: -5\r\n", "Retry-After: 9999999999999\r\n", "Connection: close\r\n", "Set-Cookie: a=b\r\n",
        "Location: https://example.com/\r\n", "FFFFFFFF\r\n", "0\r\n\r\n", "\0", "\uFEFF", "{", "}", "\"", "\"id\":", "204", "304", "429", "500", "599", "999", "000", "X-Long: " + new string('x', 500) + "\r\n",
    ]).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Every_answer_on_the_wire_has_one_of_three_outcomes()
    {
        int[] outcomes = new int[3];
        int turn = 0;
        byte[] current = [];
        TimeSpan longest = TimeSpan.Zero;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        LoopbackServer? server = null;
        TestClient? client = null;
        try
        {
            Fuzz.Try(
                Cases.Of(2_000),
                random => Fuzz.Mutated(s_answers[random.Next(s_answers.Length)], random, 3, s_words),
                answer =>
                {
                    current = answer;
                    if (turn++ % InputsOfServer == 0)
                    {
                        // It remembers what arrived.
                        client?.Dispose();
                        server?.Dispose();
                        server = new LoopbackServer(_ => new WireAnswer(current, Closes: true));
                        client = new TestClient(server.BaseUri, retries: 0);
                    }

                    long start = Stopwatch.GetTimestamp();
                    if (turn % 4 == 0)
                    {
                        Read(client!);
                    }
                    else
                    {
                        outcomes[(int)Write(client!, answer) - 1]++;
                    }

                    longest = Stopwatch.GetElapsedTime(start) is var time && time > longest ? time : longest;
                });
        }
        finally
        {
            client?.Dispose();
            server?.Dispose();
        }

        Assert.DoesNotContain(0, outcomes);
        if (Fuzz.Setting("ROCKETCOMS_FUZZ", 0) > 0)
        {
            // Of a run of its own: else other tests take memory beside it.
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostMemory);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"done, refused, unknown: {string.Join(", ", outcomes)}; the longest took {longest.TotalMilliseconds:0} ms");
    }

    private static void Read(TestClient client)
    {
        try
        {
            Wait(client.GetAsync());
        }
        catch (RocketComsException)
        {
            // Whatever is wrong with it.
        }
    }

    private static RcJournalOutcome Write(TestClient client, byte[] answer)
    {
        RcJournalOutcome outcome;
        try
        {
            Wait(client.UpdateAsync());
            outcome = RcJournalOutcome.Done;
        }
        catch (RocketComsException exception)
        {
            outcome = WriteEnding.Of(exception).Outcome;
        }

        // By a look at the bytes alone: no success was done without one on the wire, and the platform has refused nothing that it did not answer.
        int[] statuses = [.. Regex.Matches(Encoding.Latin1.GetString(answer), "HTTP/1\\.[0-9] ([0-9]{3})").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.True(outcome != RcJournalOutcome.Done || statuses.Any(status => status is >= 200 and < 300), "Done without a success.");
        Assert.True(outcome != RcJournalOutcome.Refused || statuses.Any(status => status is (>= 200 and < 500) or 503), "Refused without an answer.");
        return outcome;
    }

    private static void Wait(Task task) => task.WaitAsync(s_patience).GetAwaiter().GetResult();
}
