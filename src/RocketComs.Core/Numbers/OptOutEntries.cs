using RocketComs.Core.Errors;

namespace RocketComs.Core.Numbers;

/// <summary>A list of numbers that must not be sent to. An entry that is no number would keep nobody from being sent to, so it is refused.</summary>
public static class OptOutEntries
{
    private const string ParameterName = "OptOutNumber";

    /// <summary>Refuses a list that holds anything but numbers.</summary>
    /// <param name="entries">The entries, in any spelling.</param>
    /// <param name="region">The region of the numbers without a country code.</param>
    /// <exception cref="InvalidParameterException">An entry is no number, or could be more than one.</exception>
    public static void Require(IEnumerable<string> entries, string region)
    {
        string[] unclear = [.. Unclear(entries, NationalSpelling.Of(region))];
        if (unclear.Length > 0)
        {
            string others = unclear.Length == 1 ? string.Empty : FormattableString.Invariant($" Nor can {unclear.Length - 1:N0} more.");
            throw new InvalidParameterException(
                ParameterName,
                unclear[0],
                $"An opt-out number cannot be used: {Describe(unclear[0])}{others} Nothing was done.",
                "Give each number as an entry of its own; of a file with more columns, give the one with the number: (Import-Csv optouts.csv).Number.");
        }
    }

    /// <summary>The entries that are no number.</summary>
    internal static IEnumerable<string> Unclear(IEnumerable<string> entries, NationalSpelling? national) => entries.Where(entry => !PhoneCell.Read(entry.Trim(), national).IsNumber);

    /// <summary>An entry that is no number, and why.</summary>
    internal static string Describe(string entry) => $"'{entry}'. {PhoneFaults.Reason(entry.Trim())}";

    /// <summary>The keys under which the numbers of a list meet those of rows.</summary>
    internal static HashSet<ulong> Keys(IReadOnlyCollection<string> entries, AssignableNumbers numbers)
    {
        Require(entries, numbers.Region);
        NationalSpelling? national = NationalSpelling.Of(numbers.Region);
        return [.. entries.SelectMany(entry => Readings(PhoneCell.Read(entry.Trim(), national).Number, numbers))];
    }

    /// <summary>The keys of the numbers that one can be meant as: with a plus sign before an area code, whoever wrote it meant its owner.</summary>
    internal static IEnumerable<ulong> Readings(NumberText number, AssignableNumbers numbers) => AssignableNumbers.HasPlusBeforeAreaCode(number)
        ? [numbers.KeyOf(number), PhoneKey.OfNorthAmerican(number.Value)]
        : [numbers.KeyOf(number)];
}
