using RocketComs.Core.Numbers;

namespace RocketComs.Core.Splitting;

/// <summary>Chooses for each row, in the order of the file, the part that it goes into.</summary>
internal abstract class RowChoice
{
    /// <summary>Whether a part is whole when another one begins.</summary>
    public virtual bool IsInTurns => false;

    /// <summary>The part of a row, from 0.</summary>
    public abstract int PartOf(in RowToPlace row);

    /// <summary>What tells a part in its file name.</summary>
    public virtual string NameOf(int part) => (part + 1).ToString("D3", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether something may tell a part in its file name, in whatever way the file is split.</summary>
    public static bool IsName(string name) => (name.Length >= 3 && IsNumber(name)) || ZoneChoice.IsZoneName(name);

    /// <summary>Which of how many parts one is.</summary>
    /// <param name="part">The part.</param>
    /// <param name="place">Its place among those that rows came into, from 1.</param>
    /// <param name="count">How many these are.</param>
    public virtual string PlaceOf(int part, int place, int count) => FormattableString.Invariant($"Part {place} of {count}");

    /// <summary>What tells a part in its description.</summary>
    public virtual string? Describe(int part) => null;

    /// <summary>The time zone of a part; <see langword="null"/> where they are not told apart by it.</summary>
    public virtual string? TimeZoneOf(int part) => null;

    /// <summary>When a part may go out; <see langword="null"/> where nothing is said of it.</summary>
    public virtual PlannedWindow? WindowOf(int part) => null;

    protected static bool IsNumber(string text) => text.All(static character => character is >= '0' and <= '9');

    /// <summary>What to know of the parts that rows came into, and of those that none did, a sentence each.</summary>
    public virtual IEnumerable<string> Remarks(IReadOnlyCollection<PartFile> parts) => [];
}

/// <summary>A row that is to be placed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Segments">The segments that its text needs.</param>
/// <param name="Row">The record, from 1.</param>
/// <param name="Line">The physical line on which it begins, from 1.</param>
internal readonly record struct RowToPlace(NumberText Number, int Segments, long Row, long Line);
