using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;

namespace RocketComs.Core.Sending;

/// <summary>Which rows of a batch can arrive in quiet time, on any of its days, and whether its first window is over.</summary>
/// <param name="options">How drafts are sent.</param>
/// <param name="host">Who is told.</param>
/// <param name="clock">What time it is comes from here.</param>
internal sealed class QuietTimeCheck(BatchSendOptions options, ISendingHost host, TimeProvider clock)
{
    private const int MostZones = 3;
    private const string NotDocumented = "What RocketCOMS does then is not documented.";
    private const string NotChecked = "Quiet time was not checked: whose numbers the lists hold is not known.";

    // By the sealed content, which is one object for a file that goes to several batches.
    private readonly Dictionary<BatchSource, ZoneCounts> _zones = [];

    /// <summary>Judges an intent, and warns.</summary>
    /// <param name="intent">What will be sent.</param>
    /// <param name="schedule">When it goes out.</param>
    /// <param name="first">Its first day.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What its question shall say, in a sentence; <see langword="null"/> for nothing.</returns>
    public string? Judge(BatchIntent intent, BatchSchedule schedule, DateTime first, CancellationToken stop)
    {
        SendWindowOptions window = new()
        {
            Date = first,
            StartTime = schedule.StartTime,
            EndTime = schedule.EndTime,
            JudgesWholeDay = true,
            TimeZone = options.TimeZone is { } name ? ZoneClocks.Require("TimeZone", name) : null,
        };
        if (window.TimeZone is null)
        {
            return null;
        }

        if (window.Over(clock.GetUtcNow()) is { } over)
        {
            host.Warn($"{intent.Name}: {over} {NotDocumented}");
        }

        if (intent.Draft.File is not { } file)
        {
            host.Verbose(NotChecked);
            return NotChecked;
        }

        if (Count(file, window.DefaultRegion, stop) is not { } counts)
        {
            return null;
        }

        // When a batch without a last day has gone out is not known.
        WindowJudgement judgement = SendWindowMeter.Measure(counts, window, schedule.EndDate ?? first.AddDays(WindowDays.WithoutEnd - 1));
        string of = file.Path is { } path ? $"'{path}': " : string.Empty;
        foreach (string skipped in judgement.Days.Select(day => (window with { Date = day.Date }).Skipped).OfType<string>())
        {
            host.Warn($"{of}{skipped} {NotDocumented}");
        }

        JudgedZone[] quiet = [.. judgement.Zones.Where(static zone => zone.Window.QuietRowCount > 0)];
        string?[] parts =
        [
            quiet.Length == 0 ? null : FormattableString.Invariant($"{Rows(quiet):N0} of {Rows(judgement.Zones):N0} rows can arrive in quiet time ({window.Quiet} where their numbers are assigned)."),
            Unknown(judgement),
        ];
        string said = string.Join(" ", parts.OfType<string>());
        if (said.Length == 0)
        {
            return null;
        }

        string advice = quiet.Length == 0 ? string.Empty : $" {Hours(schedule, quiet)}. {Common(quiet[0].Window, judgement.Days.Count > 1)}";
        host.Warn($"{of}{said}{advice} Measure-RcSendWindow shows every time zone of a day.");
        return said;
    }

    private static long Rows(IEnumerable<JudgedZone> zones) => zones.Sum(static zone => zone.Window.RowCount);

    private static string? Unknown(WindowJudgement judgement)
    {
        long unknown = judgement.IsOpen ? Rows(judgement.Zones.Where(static zone => zone.Day is null)) : 0;
        return unknown == 0 ? null : FormattableString.Invariant($"The time zone of {unknown:N0} of {Rows(judgement.Zones):N0} rows is not known, so quiet time was not checked for them.");
    }

    private string Hours(BatchSchedule schedule, JudgedZone[] quiet) => schedule.StartTime is null && schedule.EndTime is null
        ? "The batch has no StartTime and no EndTime, so it may go out at any hour"
        : $"The window {BatchParameters.Time(schedule.StartTime) ?? "00:00"}-{BatchParameters.Time(schedule.EndTime) ?? "24:00"} of {options.TimeZone} is, "
            + string.Join("; ", quiet.Take(MostZones).GroupBy(static zone => zone.Day).Select(static day => $"on {BatchParameters.Date(day.Key)}, "
                + string.Join(", ", day.Select(static zone => $"{zone.Window.LocalStart:HH:mm}-{zone.Window.LocalEnd:HH:mm} in {zone.Window.TimeZone}"))))
            + (quiet.Length > MostZones ? FormattableString.Invariant($" and others in {quiet.Length - MostZones:N0} more zones") : string.Empty);

    private string Common(RcSendWindow window, bool isSeveralDays) => window is { CommonStart: { } start, CommonEnd: { } end }
        ? $"{Clock(start)}-{Clock(end)} of {options.TimeZone} would be quiet time for nobody{(isSeveralDays ? " on any of its days" : string.Empty)}."
        : $"No window of {(isSeveralDays ? "its days" : "that day")} is quiet time for nobody; split the file with Split-RcBatchCsv -ByTimeZone.";

    private ZoneCounts? Count(BatchSource file, string region, CancellationToken stop)
    {
        if (_zones.TryGetValue(file, out ZoneCounts? known))
        {
            return known;
        }

        try
        {
            return _zones[file] = ZoneCounts.Of(file, region, null, stop);
        }
        catch (RocketComsException exception) when (options.SkipValidation)
        {
            // What is not checked may be anything.
            host.Verbose($"When it reaches its recipients is not known: {exception.Message}");
            return null;
        }
    }

    // The platform knows no 24:00; a minute earlier is what can be given.
    private static string Clock(TimeSpan time) => BatchParameters.Time(time < TimeSpan.FromDays(1) ? time : time - TimeSpan.FromMinutes(1))!;
}
