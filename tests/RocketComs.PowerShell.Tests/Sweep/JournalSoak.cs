using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>
/// Several processes that send messages to one sandbox and note them in one journal, each killed again and again in the middle of its work and
/// followed by another one, which goes on behind the message that was under way.
/// </summary>
internal sealed class JournalSoak : IDisposable
{
    private const string Ended = "ended ";

    private readonly TestSession _session = new();
    private readonly TestSandbox _sandbox;
    private readonly Random _random;
    private readonly HashSet<string> _ended = [];
    private readonly List<string> _said = [];

    public JournalSoak(int seed)
    {
        _random = new Random(seed);
        _sandbox = new TestSandbox(_session.Run("Start-RcSandbox").Single());
    }

    /// <summary>Gets how many processes were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Gets how many messages the platform has.</summary>
    public int Effects { get; private set; }

    /// <summary>Gets how many lines of the journal were cut off.</summary>
    public int CutLines { get; private set; }

    private string Journal => _session.PathOf("journal.jsonl");

    /// <summary>What a process of it does: each message is told before and after it is sent.</summary>
    /// <param name="arguments">Address, journal, number of the process, first and last message.</param>
    public static int RunChild(string[] arguments)
    {
        Environment.SetEnvironmentVariable(NoJournal.Variable, arguments[1]);
        using TestSession session = new();
        session.Run("Connect-RcAccount", ("BaseUri", arguments[0]), ("AccessToken", AccountSession.Secret("sandbox-access-token"))).NoErrors();
        for (int i = Number(arguments[3]); i < Number(arguments[4]); i++)
        {
            Console.WriteLine(i);
            (string number, string text) = Message(Number(arguments[2]), i);
            CommandResult result = session.Run("Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("Number", number), ("Message", text), ("Force", true)).NoErrors();
            Console.WriteLine(result.Warnings.Count == 0 ? Ended + i : "warned " + result.Warnings[0]);
        }

        return 0;
    }

    /// <summary>Runs it.</summary>
    /// <param name="processes">How many processes write at a time.</param>
    /// <param name="writes">How many messages each of them sends.</param>
    /// <param name="mostBeforeKill">The most messages that a process sends before it is killed.</param>
    /// <returns>What is wrong afterwards.</returns>
    public IReadOnlyList<string> Run(int processes, int writes, int mostBeforeKill)
    {
        Parallel.ForEach(Enumerable.Range(0, processes), new ParallelOptions { MaxDegreeOfParallelism = processes }, process =>
        {
            for (int next = 0; next < writes;)
            {
                next = RunProcess(process, next, writes, Chance(mostBeforeKill) + 1);
            }
        });
        return [.. _said, .. Flaws(processes, writes)];
    }

    public void Dispose()
    {
        _session.Run("Stop-RcSandbox", ("Sandbox", _sandbox.Object)).NoErrors();
        _session.Dispose();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static (string Number, string Text) Message(int process, int write) => (FormattableString.Invariant($"1202555{process}{write:000}"), FormattableString.Invariant($"Message {write} of process {process}"));

    private static string HashOf((string Number, string Text) message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Number[1..] + "\0" + message.Text)));

    // The message to go on with.
    private int RunProcess(int number, int first, int end, int beforeKill)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["soak-child", _sandbox.BaseUri.OriginalString, Journal, $"{number}", $"{first}", $"{end}"]) { RedirectStandardOutput = true };

        // What it leaves behind goes with the folder of this session.
        start.Environment["TMPDIR"] = Path.GetDirectoryName(Journal);
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process process = Process.Start(start)!;
        int begun = first - 1;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int write))
            {
                begun = write;
                if (write - first == beforeKill)
                {
                    Thread.Sleep(Chance(25));
                    process.Kill();
                    lock (_ended)
                    {
                        Kills++;
                    }
                }
            }
            else
            {
                Note(number, line);
            }
        }

        process.WaitForExit();
        return begun + 1;
    }

    private void Note(int process, string line)
    {
        lock (_ended)
        {
            if (line.StartsWith(Ended, StringComparison.Ordinal) && int.TryParse(line.AsSpan(Ended.Length), CultureInfo.InvariantCulture, out int write))
            {
                _ended.Add(HashOf(Message(process, write)));
            }
            else
            {
                _said.Add(line);
            }
        }
    }

    private int Chance(int most)
    {
        lock (_random)
        {
            return _random.Next(most);
        }
    }

    private IEnumerable<string> Flaws(int processes, int writes)
    {
        List<(string Hash, string Outcome)> lines = [];
        foreach (string line in File.ReadLines(Journal).Where(line => line.Length > 0))
        {
            if (TryParse(line) is { } json)
            {
                lines.Add(((string)json["contentHash"]!, (string)json["outcome"]!));
                continue;
            }

            CutLines++;
            if (!line.StartsWith("{\"time\":", StringComparison.Ordinal) && !"{\"time\":".StartsWith(line, StringComparison.Ordinal))
            {
                yield return "not the beginning of a line: " + line;
            }
        }

        string[] sent = [.. SandboxState.ReadAsync(_sandbox.BaseUri, "v1/messages").GetAwaiter().GetResult().All.Select(item => HashOf(((string)item["destinationNumber"]!, (string)item["messageText"]!)))];
        Effects = sent.Length;
        HashSet<string> begun = [.. lines.Where(line => line.Outcome == "Begun").Select(line => line.Hash)];
        HashSet<string> done = [.. lines.Where(line => line.Outcome == "Done").Select(line => line.Hash)];
        if (sent.Length + Kills < processes * writes || sent.Distinct().Count() != sent.Length)
        {
            yield return $"{sent.Length} messages of {processes * writes}, {sent.Distinct().Count()} different, with {Kills} kills";
        }

        foreach (string what in sent.Where(hash => !begun.Contains(hash)).Select(hash => $"message {hash} has no line Begun")
            .Concat(_ended.Where(hash => !begun.Contains(hash) || !done.Contains(hash)).Select(hash => $"message {hash} has lost a line"))
            .Concat(CutLines > Kills ? [$"{CutLines} lines are cut off by {Kills} kills"] : []))
        {
            yield return what;
        }
    }

    private static JsonNode? TryParse(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
