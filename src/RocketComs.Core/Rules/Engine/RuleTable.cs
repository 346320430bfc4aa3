using static RocketComs.RcIssueSeverity;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Every rule that there is: its id, how much it weighs, and its title. Whoever means a rule names its entry here. A rule about rows or texts
/// also has its line in RuleSet, and each has its section in docs/rules.md; tests tell which of them is missing.
/// </summary>
public static class RuleTable
{
    private static readonly List<RuleInfo> s_all = [];

#pragma warning disable CS1591 // The titles say what the entries are.
    public static readonly RuleInfo EmptyFile = Add("RC001", Error, "The file is empty");
    public static readonly RuleInfo TooFewColumns = Add("RC002", Error, "A row has fewer than two columns");
    public static readonly RuleInfo TooManyColumns = Add("RC003", Error, "A row has more than two columns");
    public static readonly RuleInfo NumberMissing = Add("RC004", Error, "The number is missing");
    public static readonly RuleInfo NumberMalformed = Add("RC005", Error, "The number does not have 10 to 15 digits");
    public static readonly RuleInfo MessageMissing = Add("RC006", Error, "The text is missing or blank");
    public static readonly RuleInfo QuotingBroken = Add("RC007", Error, "The quoting is broken");
    public static readonly RuleInfo CharactersLost = Add("RC008", Error, "Characters that could not be read");
    public static readonly RuleInfo Header = Add("RC009", Error, "The first row is a header");
    public static readonly RuleInfo Delimiter = Add("RC010", Error, "The delimiter is wrong");
    public static readonly RuleInfo ControlCharacter = Add("RC011", Error, "A field contains a control character");
    public static readonly RuleInfo OptOut = Add("RC012", Error, "The number is on the opt-out list");
    public static readonly RuleInfo TooManySegments = Add("RC013", Error, "A text needs more than 255 segments");
    public static readonly RuleInfo UnassignableNumber = Add("RC101", Warning, "The number cannot be assigned in its numbering plan");
    public static readonly RuleInfo DuplicateNumber = Add("RC102", Warning, "A number occurs twice");
    public static readonly RuleInfo BlankAfterEscape = Add("RC103", Warning, @"A space follows \n");
    public static readonly RuleInfo LineBreak = Add("RC104", Warning, "A field contains a real line break");
    public static readonly RuleInfo LongText = Add("RC105", Warning, "A text needs more than one segment");
    public static readonly RuleInfo CostlyCharacter = Add("RC106", Warning, "One character limits segments to 70 characters");
    public static readonly RuleInfo OuterBlank = Add("RC107", Warning, "White space at the start or end of a field");
    public static readonly RuleInfo CountryCode = Add("RC108", Warning, "Numbers with and without country code in one file");
    public static readonly RuleInfo ByteOrderMark = Add("RC109", Warning, "The file has a byte order mark, or is UTF-16");
    public static readonly RuleInfo BlankLine = Add("RC110", Warning, "The file contains a blank line");
    public static readonly RuleInfo SwallowedRows = Add("RC111", Warning, "One field swallows lines that look like rows");
    public static readonly RuleInfo PublicShortener = Add("RC112", Warning, "A text contains a public URL shortener");
    public static readonly RuleInfo Placeholder = Add("RC113", Warning, "A text contains a placeholder");
    public static readonly RuleInfo StrayQuote = Add("RC114", Warning, "An unquoted field contains a quote");
    public static readonly RuleInfo DecodedTwice = Add("RC115", Warning, "A text was decoded twice");
    public static readonly RuleInfo UnregisteredLink = Add("RC116", Warning, "A text contains a link, and the campaign is registered without");
    public static readonly RuleInfo UnregisteredPhone = Add("RC117", Warning, "A text contains a phone number, and the campaign is registered without");
    public static readonly RuleInfo MissingOptOut = Add("RC118", Information, "Texts without an opt-out word, which the campaign promises");
    public static readonly RuleInfo UnlikeSamples = Add("RC119", Information, "Texts that resemble no registered sample");
#pragma warning restore CS1591

    /// <summary>Gets every rule, in the order of the ids.</summary>
    public static IReadOnlyList<RuleInfo> All => s_all;

    /// <summary>Gets the rules that hold texts against what the registration of their campaign says.</summary>
    public static IReadOnlyCollection<RuleInfo> OfRegistration { get; } = [UnregisteredLink, UnregisteredPhone, MissingOptOut, UnlikeSamples];

    /// <summary>Finds a rule.</summary>
    /// <param name="id">Its id, in letters of either case.</param>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static RuleInfo? Find(string? id) => s_all.Find(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static RuleInfo Add(string id, RcIssueSeverity severity, string title)
    {
        RuleInfo rule = new(id, severity, title, s_all.Count);
        s_all.Add(rule);
        return rule;
    }
}
