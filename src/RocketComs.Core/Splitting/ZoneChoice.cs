using RocketComs.Core.Numbers;

namespace RocketComs.Core.Splitting;

/// <summary>
/// Gives the numbers of each time zone a part. Numbers that may lie in several zones get one for just these zones, so that its window suits all of
/// them; zones whose clocks agree all year are one.
/// </summary>
internal sealed class ZoneChoice : RowChoice
{
    private const int ShownZones = 3;

    // In the place of times that somebody has to decide on: New-RcBatch refuses it, where an empty cell would mean the whole day.
    private const string Undecided = "?";

    private const string Unknown = "unknown";
    private const string Several = "several-";

    private static readonly Lazy<HashSet<string>> s_names = new(static () => [.. ZoneClocks.Names.Select(InFileName)]);

    private readonly NumberTimeZones _numbers;
    private readonly LocalHours? _hours;

    // By the array: the same answer is the same array.
    private readonly Dictionary<string[], int> _known = [];
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private readonly List<(string[] Zones, string Joined)> _zones = [];

    public ZoneChoice(BatchSplitOptions options)
    {
        _numbers = new NumberTimeZones(new AssignableNumbers(options.DefaultRegion));
        _hours = options.Hours;
        _hours?.Require();
    }

    /// <summary>Whether a name may be that of a part of a time zone, of several, or of none.</summary>
    public static bool IsZoneName(string name) => name == Unknown
        || (name.StartsWith(Several, StringComparison.Ordinal) && IsNumber(name.Substring(Several.Length)))
        || s_names.Value.Contains(name);

    public override int PartOf(in RowToPlace row)
    {
        string[] zones = _numbers.Of(row.Number);
        if (!_known.TryGetValue(zones, out int part))
        {
            _known.Add(zones, part = PartOf(Distinct(zones)));
        }

        return part;
    }

    public override string NameOf(int part) => _zones[part].Zones.Length switch
    {
        0 => Unknown,
        1 => InFileName(_zones[part].Joined),

        // The names of all would be too long for a file.
        _ => Several + (uint)Rules.Engine.RowContent.Of(0, System.Text.Encoding.UTF8.GetBytes(_zones[part].Joined)),
    };

    public override string TimeZoneOf(int part) => _zones[part].Joined;

    public override string Describe(int part) => _zones[part].Zones is { Length: > 0 } zones ? Shown(zones) : "time zone not known";

    public override PlannedWindow? WindowOf(int part)
    {
        if (_hours is null)
        {
            return null;
        }

        return Window(part, out _) is { } window
            ? new PlannedWindow(window.Date, LocalHours.Show(window.Start), LocalHours.Show(window.End))
            : new PlannedWindow(_hours.Date, Undecided, Undecided);
    }

    public override IEnumerable<string> Remarks(IReadOnlyCollection<PartFile> parts)
    {
        if (_hours is null)
        {
            yield return "The plan has no StartTime and EndTime, so its parts would go out at the same time: in which time zone RocketCOMS reads times is not documented. Give it with -TimeZone, or write times into the plan.";
            yield break;
        }

        foreach (PartFile part in parts)
        {
            string name = Path.GetFileName(part.Path);
            if (Window(part.Number, out string? remark) is null)
            {
                yield return FormattableString.Invariant($"{name} ({part.Rows} {(part.Rows == 1 ? "row" : "rows")}): {remark}. Its StartTime and EndTime in the plan are '{Undecided}', which New-RcBatch refuses: write times there, or take the row out.");
            }
            else if (remark is not null)
            {
                yield return $"{name}: {remark}.";
            }
        }
    }

    internal static string Shown(string[] zones) => string.Join(", ", zones.Take(ShownZones)) + (zones.Length > ShownZones ? $" and {zones.Length - ShownZones} more" : string.Empty);

    private static string InFileName(string zone) => zone.Replace('/', '-');

    // The first of those whose clocks agree is the main one.
    private static string[] Distinct(string[] zones)
    {
        List<(string Name, TimeZoneInfo? Clock)> kept = [];
        foreach (string zone in zones)
        {
            TimeZoneInfo? clock = ZoneClocks.Find(zone);
            if (clock is null || !kept.Exists(other => other.Clock is not null && Agree(other.Clock, clock)))
            {
                kept.Add((zone, clock));
            }
        }

        return [.. kept.Select(zone => zone.Name).OrderBy(name => name, StringComparer.Ordinal)];
    }

    // In a year like any other, so that the parts do not depend on the day on which the file is split; every three hours, since some zones change
    // their clocks on the same day, but not at the same moment.
    private static bool Agree(TimeZoneInfo one, TimeZoneInfo other)
    {
        DateTime start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return Enumerable.Range(0, 365 * 8).Select(step => start.AddHours(3 * step)).All(instant => one.GetUtcOffset(instant) == other.GetUtcOffset(instant));
    }

    private int PartOf(string[] zones)
    {
        string joined = string.Join(", ", zones);
        if (!_parts.TryGetValue(joined, out int part))
        {
            _parts.Add(joined, part = _zones.Count);
            _zones.Add((zones, joined));
        }

        return part;
    }

    private PlatformWindow? Window(int part, out string? remark)
    {
        (string Name, TimeZoneInfo Clocks)[] zones = [.. _zones[part].Zones.Select(name => (name, ZoneClocks.Find(name)!)).Where(static zone => zone.Item2 is not null)];
        remark = "The time zone of its numbers is not known";
        return zones.Length == 0 || zones.Length < _zones[part].Zones.Length ? null : _hours!.In(zones, out remark);
    }
}
