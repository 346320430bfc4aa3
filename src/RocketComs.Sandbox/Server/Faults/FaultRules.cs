namespace RocketComs.Sandbox.Server.Faults;

/// <summary>What a fault must be like to be taken.</summary>
internal static class FaultRules
{
    private static readonly TimeSpan s_shortestDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1);

    /// <summary>Refuses a fault that cannot be.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="ArgumentException">Its properties contradict each other, or a value cannot be right; the message says which.</exception>
    public static void Check(RcSandboxFault fault)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        string? flaw = Flaws(fault).FirstOrDefault(text => text is not null);
        if (flaw is not null)
        {
            throw new ArgumentException($"The fault {fault} cannot be: {flaw}.");
        }
    }

    private static IEnumerable<string?> Flaws(RcSandboxFault fault)
    {
        RcSandboxFaultKind kind = fault.Kind;
        bool isStatus = kind == RcSandboxFaultKind.Status;
        bool isType = kind == RcSandboxFaultKind.ContentType;
        yield return kind is >= RcSandboxFaultKind.Status and <= RcSandboxFaultKind.IgnoredParameters ? null : "there is no such kind";
        yield return Foreign(nameof(fault.Status), fault.Status is not null && !isStatus, kind);
        yield return Foreign(nameof(fault.RetryAfter), fault.RetryAfter is not null && !isStatus, kind);
        yield return Foreign(nameof(fault.Location), fault.Location is not null && !isStatus, kind);
        yield return Foreign(nameof(fault.Body), fault.Body is not null && !isStatus && !isType, kind);
        yield return Foreign(nameof(fault.ContentType), fault.ContentType is not null && !isStatus && !isType, kind);
        yield return Foreign(nameof(fault.BytesPerSecond), fault.BytesPerSecond is not null && kind is not (RcSandboxFaultKind.SlowRequest or RcSandboxFaultKind.SlowAnswer), kind);
        yield return Foreign(nameof(fault.PageSize), fault.PageSize is not null && kind != RcSandboxFaultKind.PageSizeCapped, kind);
        yield return Foreign(nameof(fault.Parameters), fault.Parameters is { Length: > 0 } && kind != RcSandboxFaultKind.IgnoredParameters, kind);

        // What stands below 200 is not the end of an exchange.
        yield return fault.Status is < 200 or > 599 ? "Status must be from 200 to 599" : null;
        yield return fault.BytesPerSecond < 1 ? "BytesPerSecond must be at least 1" : null;
        yield return fault.PageSize < 1 ? "PageSize must be at least 1" : null;
        yield return fault.Skip < 0 ? "Skip must not be negative" : null;
        yield return fault.Times < 0 ? "Times must not be negative; 0 is for no end" : null;
        yield return DelayFlaw(fault.Delay);
        yield return HeaderFlaw(nameof(fault.RetryAfter), fault.RetryAfter);
        yield return HeaderFlaw(nameof(fault.Location), fault.Location);
        yield return HeaderFlaw(nameof(fault.ContentType), fault.ContentType);
        yield return ParametersFlaw(fault.Parameters ?? []);
    }

    private static string? Foreign(string name, bool isForeign, RcSandboxFaultKind kind) => isForeign ? $"{name} does not belong to kind {kind}" : null;

    private static string? DelayFlaw(TimeSpan? delay)
    {
        if (delay is not { } time || time == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        // PowerShell takes a bare number for ticks, and a number in quotes for days.
        return time < s_shortestDelay || time > s_longestDelay
            ? "Delay must be from a millisecond to a day, or infinite; five seconds are '00:00:05'"
            : null;
    }

    private static string? HeaderFlaw(string name, string? value) =>
        value is not null && value.Any(sign => sign is < ' ' or > '~') ? $"{name} must be ASCII without line breaks" : null;

    private static string? ParametersFlaw(string[] names)
    {
        // A batch without a campaign is none.
        string[] ignorable = [.. ParameterNames.Scalars.Concat(ParameterNames.FormOnly).Where(name => name != "campaignId")];
        string? unknown = names.FirstOrDefault(name => !ignorable.Contains(name));
        return unknown is null ? null : $"'{unknown}' is not a parameter that can be ignored; these are: {string.Join(", ", ignorable)}";
    }
}
