using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketComs;

/// <summary>The short form of a fault.</summary>
internal static class RcSandboxFaultText
{
    private static readonly Regex s_status = new(@"^(?<status>[0-9]{3})(?:[*xX](?<times>[0-9]{1,9}))?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_kind = new(@"^(?<kind>[A-Za-z]+)(?:=(?<value>.*?))?(?:\*(?<times>[0-9]{1,9}))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Reads a short form.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RcSandboxFault Parse(string text)
    {
        string trimmed = (text ?? string.Empty).Trim();
        Match match = s_status.Match(trimmed);
        if (match.Success)
        {
            return new RcSandboxFault(Number(match.Groups["status"].Value, trimmed)) { Times = Times(match, trimmed) };
        }

        match = s_kind.Match(trimmed);
        if (!match.Success || !Enum.TryParse(match.Groups["kind"].Value, ignoreCase: true, out RcSandboxFaultKind kind))
        {
            throw Unknown(trimmed);
        }

        RcSandboxFault fault = new(kind) { Times = Times(match, trimmed) };
        Group value = match.Groups["value"];
        return value.Success ? WithValue(fault, value.Value, trimmed) : fault;
    }

    /// <summary>Writes the short form.</summary>
    public static string Write(RcSandboxFault fault)
    {
        string? value = fault.Kind switch
        {
            RcSandboxFaultKind.Status => null,
            RcSandboxFaultKind.Delay => fault.Delay is { } delay && delay > TimeSpan.Zero ? delay.ToString("c", CultureInfo.InvariantCulture) : null,
            RcSandboxFaultKind.SlowRequest or RcSandboxFaultKind.SlowAnswer => fault.BytesPerSecond?.ToString(CultureInfo.InvariantCulture),
            RcSandboxFaultKind.PageSizeCapped => fault.PageSize?.ToString(CultureInfo.InvariantCulture),
            RcSandboxFaultKind.ContentType => fault.ContentType,
            RcSandboxFaultKind.IgnoredParameters => fault.Parameters is { Length: > 0 } names ? string.Join(",", names) : null,
            _ => null,
        };
        string name = fault.Kind == RcSandboxFaultKind.Status ? (fault.Status ?? 503).ToString(CultureInfo.InvariantCulture) : fault.Kind.ToString();
        string times = fault.Times == 1 ? string.Empty : "*" + fault.Times.ToString(CultureInfo.InvariantCulture);
        return (value is null ? name : $"{name}={value}") + times;
    }

    private static RcSandboxFault WithValue(RcSandboxFault fault, string value, string text) => fault.Kind switch
    {
        RcSandboxFaultKind.Status => fault with { Status = Number(value, text) },
        RcSandboxFaultKind.Delay => fault with { Delay = Time(value, text) },
        RcSandboxFaultKind.SlowRequest or RcSandboxFaultKind.SlowAnswer => fault with { BytesPerSecond = Number(value, text) },
        RcSandboxFaultKind.PageSizeCapped => fault with { PageSize = Number(value, text) },
        RcSandboxFaultKind.ContentType => fault with { ContentType = value },
        RcSandboxFaultKind.IgnoredParameters => fault with { Parameters = Array.ConvertAll(value.Split([',']), name => name.Trim()) },
        _ => throw new FormatException($"'{text}' is no fault: {fault.Kind} takes no value."),
    };

    private static int Times(Match match, string text) => match.Groups["times"] is { Success: true } times ? Number(times.Value, text) : 1;

    private static int Number(string value, string text) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"'{text}' is no fault: '{value}' must be a whole number.");

    private static TimeSpan Time(string value, string text)
    {
        // A bare number would be days to TimeSpan.
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= int.MaxValue)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw new FormatException($"'{text}' is no fault: '{value}' must be a time such as 00:00:05, or seconds.");
    }

    private static FormatException Unknown(string text) =>
        new($"'{text}' is no fault. Write an HTTP status such as 503 or 503*2, or one of {KindNames()}.");

    private static string KindNames() =>
        string.Join(", ", Enumerable.Range(0, (int)RcSandboxFaultKind.IgnoredParameters + 1).Select(number => ((RcSandboxFaultKind)number).ToString()));
}
