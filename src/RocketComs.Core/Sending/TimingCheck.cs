using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;

namespace RocketComs.Core.Sending;

/// <summary>When the batches of one command reach their recipients, and how long they take: what is to be told of it before they are scheduled.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="options">How drafts are sent.</param>
/// <param name="host">Who is told.</param>
/// <param name="clock">Today's date comes from here.</param>
internal sealed class TimingCheck(ITransport transport, BatchSendOptions options, ISendingHost host, TimeProvider clock)
{
    private const int MostZones = 3;

    // By the sealed content, which is one object for a file that goes to several batches.
    private readonly Dictionary<BatchSource, ZoneCounts> _zones = [];
    private readonly Dictionary<string, IReadOnlyList<OperatorRate>> _rates = new(StringComparer.Ordinal);

    /// <summary>Judges an intent, and warns.</summary>
    /// <returns>What its question shall say, in sentences.</returns>
    public async Task<IReadOnlyList<string>> JudgeAsync(BatchIntent intent, CancellationToken stop)
    {
        if (!intent.IsScheduled)
        {
            return [];
        }

        BatchSchedule schedule = BatchSchedule.Of(intent.Draft, intent.Before);
        DateTime first = schedule.StartDate ?? clock.GetLocalNow().Date;
        return [.. new[] { QuietTimeOf(intent, schedule, first, stop), await PaceOfAsync(intent, schedule, first, stop) }.OfType<string>()];
    }

    private string? QuietTimeOf(BatchIntent intent, BatchSchedule schedule, DateTime first, CancellationToken stop)
    {
        SendWindowOptions window = new()
        {
            Date = first,
            StartTime = schedule.StartTime,
            EndTime = schedule.EndTime,
            JudgesWholeDay = true,
            TimeZone = options.TimeZone is { } name ? ZoneClocks.Require("TimeZone", name) : null,
        };
        if (window.TimeZone is null || !window.IsDateKnown || intent.Draft.File is not { } file || Count(file, window.DefaultRegion, stop) is not { } counts)
        {
            return null;
        }

        IReadOnlyList<RcSendWindow> zones = SendWindowMeter.Measure(counts, window);
        RcSendWindow[] quiet = [.. zones.Where(static zone => zone.QuietRowCount > 0)];
        if (quiet.Length == 0)
        {
            return null;
        }

        string part = FormattableString.Invariant($"{quiet.Sum(static zone => zone.QuietRowCount):N0} of {zones.Sum(static zone => zone.RowCount):N0} rows can arrive in quiet time ({window.Quiet} where their numbers are assigned).");
        string hours = schedule.StartTime is null && schedule.EndTime is null
            ? "The batch has no StartTime and no EndTime, so it may go out at any hour"
            : $"The window {BatchParameters.Time(schedule.StartTime) ?? "00:00"}-{BatchParameters.Time(schedule.EndTime) ?? "24:00"} of {options.TimeZone} on {BatchParameters.Date(first)} is "
                + string.Join(", ", quiet.Take(MostZones).Select(static zone => $"{zone.LocalStart:HH:mm}-{zone.LocalEnd:HH:mm} in {zone.TimeZone}"))
                + (quiet.Length > MostZones ? FormattableString.Invariant($" and others in {quiet.Length - MostZones:N0} more zones") : string.Empty);
        string common = quiet[0] is { CommonStart: { } start, CommonEnd: { } end }
            ? $"{Clock(start)}-{Clock(end)} of {options.TimeZone} would be quiet time for nobody."
            : "No window of that day is quiet time for nobody; split the file with Split-RcBatchCsv -ByTimeZone.";
        host.Warn($"{(file.Path is { } path ? $"'{path}': " : string.Empty)}{part} {hours}. {common} Measure-RcSendWindow shows every time zone.");
        return part;
    }

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

    private async Task<string?> PaceOfAsync(BatchIntent intent, BatchSchedule schedule, DateTime first, CancellationToken stop)
    {
        // Where nobody is asked or told, only a last day could be wrong.
        bool isTold = host.IsWhatIf || !options.Force || schedule.EndDate is not null;
        if (!isTold || intent.Forecast.Recipients is not { } recipients || intent.Campaign is not { BrandId: { Length: > 0 } brand, Usecase: { Length: > 0 } usecase })
        {
            return null;
        }

        SendingPace? pace = SendingPace.Of(await RatesAsync(brand, usecase, stop), recipients, intent.Forecast.Segments, schedule);
        if (pace?.Flaw(first, schedule.EndDate) is { } flaw)
        {
            host.Warn(flaw);
        }

        return pace?.Describe(first);
    }

    private async Task<IReadOnlyList<OperatorRate>> RatesAsync(string brand, string usecase, CancellationToken stop)
    {
        string key = brand + "/" + usecase;
        if (_rates.TryGetValue(key, out IReadOnlyList<OperatorRate>? known))
        {
            return known;
        }

        try
        {
            known = await new QualificationsClient(transport).GetRatesAsync(brand, usecase, stop);
        }
        catch (RocketComsException exception)
        {
            // Nice to know, and no reason to send nothing.
            host.Verbose($"How long it takes is not known: {exception.Message}");
        }

        return _rates[key] = known ?? [];
    }

    private static string Clock(TimeSpan time) => time == TimeSpan.FromDays(1) ? "24:00" : BatchParameters.Time(time)!;
}
