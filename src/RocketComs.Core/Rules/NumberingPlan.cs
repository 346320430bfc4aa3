using System;
using System.Collections.Generic;

namespace RocketComs.Core.Rules;

/// <summary>What is known of the numbering plans of regions.</summary>
internal static class NumberingPlan
{
    // The members of the North American Numbering Plan, country code 1 (ITU-T E.164, list of assigned country codes).
    private static readonly HashSet<string> s_northAmerican = new(
        [
            "US", "CA", "AG", "AI", "AS", "BB", "BM", "BS", "DM", "DO", "GD", "GU", "JM", "KN", "KY", "LC", "MP", "MS", "PR", "SX", "TC", "TT", "VC", "VG", "VI",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a region's numbers are ten digits behind country code 1.</summary>
    /// <param name="region">The region (ISO 3166-1, two letters).</param>
    public static bool IsNorthAmerican(string region) => s_northAmerican.Contains(region);
}
