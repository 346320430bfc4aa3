using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Sending;

/// <summary>When the batches of one command reach their recipients, and how long they take: what is to be told of it before they are scheduled.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="options">How drafts are sent.</param>
/// <param name="host">Who is told.</param>
/// <param name="clock">Today's date comes from here.</param>
internal sealed class TimingCheck(ITransport transport, BatchSendOptions options, ISendingHost host, TimeProvider clock)
{
    private readonly QuietTimeCheck _quiet = new(options, host, clock);
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
        return [.. new[] { _quiet.Judge(intent, schedule, first, stop), await PaceOfAsync(intent, schedule, first, stop) }.OfType<string>()];
    }

    private async Task<string?> PaceOfAsync(BatchIntent intent, BatchSchedule schedule, DateTime first, CancellationToken stop)
    {
        // Where nobody is asked or told, only a last day could be wrong.
        bool isTold = host.ShowsBefore(options.Force) || schedule.EndDate is not null;
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

        // It may take several tries.
        host.Verbose("Asking for the rates of the brand, to tell how long the batch takes.");
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
}
