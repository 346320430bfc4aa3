using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Tests;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>Plans by chance, from the cells to the wire: what a cell says arrives, or nothing is sent and an error says why.</summary>
public sealed class PlanFuzzTests : IDisposable
{
    private const int PlansOfSession = 100;

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "Validate", "schedule", "VALIDATE ", "2127-03-01", "2127-02-30", "46418", "82999", "09:00", "9 PM", "0.5", "24:00", "1.3.2127", "2127-03-01T09:00:00Z", "x", " ", "\t", "\u00A0", "\u200B", "\u0661", "&", "=", "%26", "+", ";", "é", "😀", "\u0001",
    ]).Select(Encoding.UTF8.GetBytes)];

    private AccountSession? _session;
    private int _turn;
    private int _written;
    private int _refused;

    public void Dispose() => _session?.Dispose();

    [Fact]
    public void What_a_cell_says_arrives_or_nothing_is_sent()
    {
        Fuzz.Try(300, Make, Check);

        Assert.True(_written > 0 && _refused > 0, $"{_written} written, {_refused} refused");
    }

    // The cells of a sound plan, of which up to three are hit.
    private static byte[] Make(Random random)
    {
        string[] cells = [random.Next(3) == 0 ? string.Empty : "spring-" + random.Next(1_000_000), "2127-03-01", random.Next(2) == 0 ? string.Empty : "2127-03-02", "09:00", random.Next(2) == 0 ? string.Empty : "17:30", random.Next(2) == 0 ? "Validate" : "Schedule"];
        for (int hit = random.Next(4); hit > 0; hit--)
        {
            int at = random.Next(cells.Length);
            cells[at] = Encoding.UTF8.GetString(Fuzz.Mutated(Encoding.UTF8.GetBytes(cells[at]), random, 2, s_words)).Replace('\n', ' ');
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', cells));
    }

    private void Check(byte[] input)
    {
        string[] cells = Encoding.UTF8.GetString(input).Split('\n');
        AccountSession session = Session();
        session.Sandbox.ClearRequests();
        PSObject plan = AccountSession.Record(
            ("CampaignId", TestSandbox.CampaignId), ("Path", session.PathOf("seed.csv")), ("ExternalId", cells[0]), ("StartDate", cells[1]), ("EndDate", cells[2]), ("StartTime", cells[3]), ("EndTime", cells[4]), ("Action", cells[5]));

        CommandResult result = session.Pipe([plan], "New-RcBatch", ("Force", true), ("AllowRepeat", true));

        ErrorRecord[] errors = [.. result.Errors.Append(result.Terminating).OfType<ErrorRecord>()];
        SentRequest[] writes = [.. session.Sandbox.Writes];
        if (errors.Length > 0)
        {
            _refused++;
            Assert.StartsWith("Rc", errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);

            // What the platform refuses went to it.
            Assert.True(writes.Length == 0 || writes is [{ StatusCode: 400 }], errors[0].ToString());
            return;
        }

        _written++;
        Dictionary<string, string> wire = Assert.Single(writes).RawQuery.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal(Bare(cells[0]), Bare(wire.GetValueOrDefault("externalId", string.Empty)));
        Day(cells[1], wire.GetValueOrDefault("startDate"));
        Day(cells[2], wire.GetValueOrDefault("endDate"));
        Time(cells[3], wire.GetValueOrDefault("startTime"));
        Time(cells[4], wire.GetValueOrDefault("endTime"));
        Assert.Equal(Bare(cells[5]) is { Length: > 0 } action ? action.ToUpperInvariant() : "SCHEDULE", wire["action"]);
    }

    private static void Day(string cell, string? wire)
    {
        if (Bare(cell).Length == 0)
        {
            Assert.Null(wire);
            return;
        }

        Assert.NotNull(wire);
        Assert.True(
            cell.Contains(wire, StringComparison.Ordinal)
                || (double.TryParse(Bare(cell), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double serial) && DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == wire),
            $"'{cell}' went as {wire}");
    }

    private static void Time(string cell, string? wire)
    {
        string bare = Bare(cell);
        if (bare.Length == 0)
        {
            Assert.Null(wire);
            return;
        }

        Assert.NotNull(wire);
        TimeSpan sent = TimeSpan.Parse(wire, CultureInfo.InvariantCulture);
        Match clock = Regex.Match(bare, "(?<hour>[0-9]{1,2})(:(?<minute>[0-9]{2}))?(:[0-9.]+)?\\s*(?<half>[AaPp])?[^:]*$");
        int hour = clock.Success ? int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture) : -1;
        hour = clock.Groups["half"].Success ? (hour % 12) + (clock.Groups["half"].Value is "p" or "P" ? 12 : 0) : hour;
        bool isClock = hour == sent.Hours && (clock.Groups["minute"].Success ? int.Parse(clock.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0) == sent.Minutes;
        bool isShare = double.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && Math.Abs((share * 1440) - sent.TotalMinutes) < 0.01;
        Assert.True(isClock || isShare, $"'{cell}' went as {wire}");
    }

    // Without the blanks around it, also those that no eye sees.
    private static string Bare(string text) => Regex.Replace(text, @"^[\s\p{Cf}\p{Z}]+|[\s\p{Cf}\p{Z}]+$", string.Empty);

    private AccountSession Session()
    {
        if (_turn++ % PlansOfSession == 0)
        {
            _session?.Dispose();
            _session = new AccountSession();
            File.WriteAllText(_session.PathOf("seed.csv"), AccountSession.GoodCsv);
        }

        return _session!;
    }
}
