using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.SendWindows;

/// <summary>How many rows go to which time zones.</summary>
internal sealed class ZoneCounts
{
    private readonly Dictionary<string[], long> _rows = [];

    private ZoneCounts()
    {
    }

    /// <summary>The rows by the zones in which their numbers may lie: one zone, several, or none where they are not known.</summary>
    public IReadOnlyDictionary<string[], long> Rows => _rows;

    /// <summary>Counts the rows of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="region">The region of numbers without a country code.</param>
    /// <param name="onProgress">Gets the bytes read, every few thousand rows.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="Errors.BatchFileException">The file cannot be read.</exception>
    public static ZoneCounts Of(BatchSource source, string region, Action<long>? onProgress, CancellationToken stop)
    {
        const int RowsBetween = 4096;
        NumberTimeZones zones = new(new AssignableNumbers(region));
        NationalSpelling? national = NationalSpelling.Of(region);
        ZoneCounts counts = new();
        using BatchRowReader reader = new(source);
        while (reader.Read())
        {
            if (reader.Header is not null)
            {
                continue;
            }

            counts.Add(PhoneCell.TryRead(reader.Field(0), out NumberText number, national) ? zones.Of(number) : []);
            if (reader.Row % RowsBetween == 0)
            {
                stop.ThrowIfCancellationRequested();
                onProgress?.Invoke(reader.Position);
            }
        }

        return counts;
    }

    private void Add(string[] zones) => _rows[zones] = (_rows.TryGetValue(zones, out long rows) ? rows : 0) + 1;
}
