using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>
/// The numbers of one length after one country code that are assigned, as a table by their first six digits: in North America area
/// code and exchange. libphonenumber decides; its patterns are expanded once, for asking it costs a microsecond or two a number.
/// </summary>
/// <remarks>Never changes once made, so threads may share it.</remarks>
internal sealed class NumberTable
{
    private static readonly Lazy<NumberTable> s_northAmerican =
        new(() => new NumberTable(NumberingPlan.NorthAmericanCode, NumberingPlan.NorthAmericanDigits, PhoneLibrary.MetadataOf(NumberingPlan.NorthAmericanCode)));

    private readonly int _countryCode;
    private readonly int _digits;
    private readonly PrefixSet _assigned;

    // Prefixes of which only some numbers are assigned, such as 246 521 of Barbados: about these the library itself is asked.
    private readonly PrefixSet? _split;
    private readonly bool _isUnderstood;

    /// <param name="countryCode">The country code.</param>
    /// <param name="digits">The digits after it, six or more.</param>
    /// <param name="regions">What the library knows of the code's regions, in the order in which it asks them.</param>
    internal NumberTable(int countryCode, int digits, IReadOnlyList<PhoneMetadata> regions)
    {
        _countryCode = countryCode;
        _digits = digits;
        RegionMasks patterns = new(digits);
        PrefixSet assigned = new();
        PrefixSet claimed = new();
        foreach (PhoneMetadata region in regions)
        {
            // A region with leading digits claims all numbers that begin so, also those it does not assign.
            List<ushort[]>? claim = regions.Count > 1 && region.HasLeadingDigits ? patterns.OfLeadingDigits(region.LeadingDigits) : null;
            List<ushort[]> general = patterns.Of(region.GeneralDesc);
            foreach (ushort[] mask in patterns.OfTypes(region, claim is null ? general : DigitMask.Common(claim, general)))
            {
                (DigitMask.IsWhole(mask) ? assigned : _split ??= new PrefixSet()).Add(mask, claimed);
            }

            foreach (ushort[] mask in claim ?? [])
            {
                (DigitMask.IsWhole(mask) ? claimed : _split ??= new PrefixSet()).Add(mask);
            }
        }

        _isUnderstood = !patterns.IsIncomplete;
        _assigned = _isUnderstood ? assigned : new PrefixSet();
        if (_split is not null)
        {
            _assigned.Remove(_split);
        }
    }

    public static NumberTable NorthAmerican => s_northAmerican.Value;

    /// <summary>Begins to make the table of the North American plan, which takes some milliseconds, beside what the caller does until it needs it.</summary>
    public static void PrepareNorthAmerican()
    {
        if (!s_northAmerican.IsValueCreated)
        {
            // A failure comes to whoever asks for the table.
            _ = Task.Run(() => s_northAmerican.Value);
        }
    }

    /// <summary>The table of a country code and a length.</summary>
    /// <param name="countryCode">The country code.</param>
    /// <param name="digits">The digits after it, six or more.</param>
    public static NumberTable Of(int countryCode, int digits) =>
        countryCode == NumberingPlan.NorthAmericanCode && digits == NumberingPlan.NorthAmericanDigits ? NorthAmerican : Others.Get(countryCode, digits);

    /// <summary>Whether a number is assigned.</summary>
    /// <param name="number">The digits after the country code, as a number.</param>
    /// <param name="prefix">The first six of them, as a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ulong number, uint prefix) => _assigned.Contains(prefix) || ContainsSplit(number, prefix);

    /// <summary>Whether some, but not all numbers with a prefix are assigned, as far as the table knows.</summary>
    /// <param name="prefix">The first six digits after the country code, as a number.</param>
    public bool IsSplit(uint prefix) => !_isUnderstood || (_split is not null && _split.Contains(prefix));

    /// <summary>Whether any number that begins with three digits may be assigned.</summary>
    /// <param name="start">The three digits as a number; in North America an area code.</param>
    public bool ContainsAnyOf(uint start) => !_isUnderstood || _assigned.ContainsAnyOf(start) || (_split is not null && _split.ContainsAnyOf(start));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ContainsSplit(ulong number, uint prefix) => IsSplit(prefix) && PhoneLibrary.IsValid(_countryCode, new DigitRun(number, _digits));

    /// <summary>The tables that few checks need, made when one does.</summary>
    private static class Others
    {
        private const int MostDigits = 100;

        private static readonly ConcurrentDictionary<int, Lazy<NumberTable>> s_tables = new();

        public static NumberTable Get(int countryCode, int digits) => s_tables.GetOrAdd((countryCode * MostDigits) + digits, static key => new Lazy<NumberTable>(() => Make(key))).Value;

        private static NumberTable Make(int key) => new(key / MostDigits, key % MostDigits, PhoneLibrary.MetadataOf(key / MostDigits));
    }
}
