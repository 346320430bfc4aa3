using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Splitting;

/// <summary>
/// Gives each part its share of the numbers. Where a number falls is decided by a hash of it alone: however it is written, in whatever file and
/// order, it stands in the same part, and so do all rows of it.
/// </summary>
internal sealed class ShareChoice : RowChoice
{
    private const int MostParts = 100;
    private const int Whole = 100;

    // The shares may have four decimals: a millionth of the numbers is the smallest.
    private const int UnitsPerPercent = 10_000;

    private readonly AssignableNumbers _numbers;
    private readonly int[] _ends;
    private readonly IReadOnlyList<decimal> _percent;

    /// <param name="options">The shares.</param>
    public ShareChoice(BatchSplitOptions options)
    {
        _percent = options.Percent;
        _numbers = new AssignableNumbers(options.DefaultRegion);
        int end = 0;
        _ends = [.. _percent.Select(percent => end += (int)(percent * UnitsPerPercent))];
    }

    /// <summary>Refuses what are no shares of a whole.</summary>
    /// <exception cref="InvalidParameterException">They are not above 0, too fine, too many, or do not add up.</exception>
    public static void Require(IReadOnlyList<decimal> percent)
    {
        string? wrong = percent.Count > MostParts ? $"has {percent.Count} values, and {MostParts} are the most"
            : percent.Any(each => each <= 0) ? "has a value that is not above 0"
            : percent.Any(each => each <= Whole && decimal.Truncate(each * UnitsPerPercent) != each * UnitsPerPercent) ? "has a value of more than four decimals"
            : percent.Any(each => each > Whole) || percent.Sum() != Whole ? "does not add up to 100"
            : null;
        if (wrong is not null)
        {
            string given = string.Join(", ", percent.Take(MostParts).Select(each => each.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            throw new InvalidParameterException("Percent", percent, $"-Percent {given} {wrong}. Nothing was written.", "Give the share of each part, such as -Percent 1,9,90.");
        }
    }

    public override int PartOf(in RowToPlace row)
    {
        int place = (int)(RowContent.Mix(RowContent.Mix(_numbers.KeyOf(row.Number))) % (Whole * UnitsPerPercent));
        int part = 0;
        while (_ends[part] <= place)
        {
            part++;
        }

        return part;
    }

    // Those that no row came into count: the file of the second share is called so.
    public override string PlaceOf(int part, int place, int count) => base.PlaceOf(part, part + 1, _percent.Count);

    public override string Describe(int part) => FormattableString.Invariant($"{_percent[part]:0.####} % of the numbers");

    public override IEnumerable<string> Remarks(IReadOnlyCollection<PartFile> parts) => Enumerable.Range(0, _percent.Count)
        .Where(part => parts.All(file => file.Number != part))
        .Select(part => $"No number of the file falls into part {NameOf(part)} ({Describe(part)}): there is no file and no row of the plan for it.");
}
