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
        0 => "unknown",
        1 => _zones[part].Joined.Replace('/', '-'),

        // The names of all would be too long for a file.
        _ => "several-" + (uint)Rules.Engine.RowContent.Of(0, System.Text.Encoding.UTF8.GetBytes(_zones[part].Joined)),
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

        string hours = $"{LocalHours.Show(_hours.StartTime)} to {LocalHours.Show(_hours.EndTime)}";
        foreach (PartFile part in parts)
        {
            string name = Path.GetFileName(part.Path);
            if (Window(part.Number, out bool isCut) is not { } window)
            {
                string why = _zones[part.Number].Zones.Length == 0 ? "The time zone of its numbers is not known" : $"There is no time that is {hours} in all of {Shown(_zones[part.Number].Zones)}";
                yield return FormattableString.Invariant($"{name} ({part.Rows} {(part.Rows == 1 ? "row" : "rows")}): {why}. Its StartTime and EndTime in the plan are '{Undecided}', which New-RcBatch refuses: write times there, or take the row out.");
            }
            else if (isCut)
            {
                yield return $"{name}: {hours} there goes over midnight in {_hours.TimeZone.Id}, and a window of a batch does not; the plan has {LocalHours.Show(window.Start)} to {LocalHours.Show(window.End)} of it.";
            }
        }
    }

    private static string Shown(string[] zones) => string.Join(", ", zones.Take(ShownZones)) + (zones.Length > ShownZones ? $" and {zones.Length - ShownZones} more" : string.Empty);

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

    private PlatformWindow? Window(int part, out bool isCut)
    {
        TimeZoneInfo?[] clocks = [.. _zones[part].Zones.Select(ZoneClocks.Find)];
        isCut = false;
        return Array.IndexOf(clocks, null) >= 0 ? null : _hours!.In(clocks!, out isCut);
    }
}
