using System.Collections.Generic;
using RocketComs.Core.Rules.Rows;

namespace RocketComs.Core.Rules;

/// <summary>The rules that a file is checked against, in the order of their reports. A new rule is one line here and one class.</summary>
internal sealed class RuleSet
{
    /// <summary>RC001.</summary>
    public static readonly RuleInfo EmptyFile = new("RC001", RcIssueSeverity.Error, "file empty, or nothing but blank lines");

    /// <summary>RC008, for a whole file in an encoding that cannot be read.</summary>
    public static readonly RuleInfo Encoding = new BytesInvalidRule().Info;

    /// <summary>RC009.</summary>
    public static readonly RuleInfo Header = new("RC009", RcIssueSeverity.Error, "first row is a header");

    /// <summary>RC010.</summary>
    public static readonly RuleInfo Delimiter = new("RC010", RcIssueSeverity.Error, "wrong delimiter");

    /// <summary>RC109.</summary>
    public static readonly RuleInfo ByteOrderMark = new("RC109", RcIssueSeverity.Warning, "file has a BOM or is UTF-16");

    /// <summary>RC110.</summary>
    public static readonly RuleInfo BlankLine = new("RC110", RcIssueSeverity.Warning, "blank line inside the file");

    /// <summary>RC105.</summary>
    public static readonly RuleInfo Segments = new("RC105", RcIssueSeverity.Warning, "message needs more than one segment");

    /// <summary>Initializes the rules for one file.</summary>
    public RuleSet(CheckOptions options)
    {
        Duplicates = new DuplicateNumberRule(options.DefaultRegion);
        Rows =
        [
            new QuotingBrokenRule(),
            new BytesInvalidRule(),
            new ControlCharacterRule(),
            new TooFewColumnsRule(),
            new TooManyColumnsRule(),
            new NumberMissingRule(),
            new NumberMalformedRule(),
            new OptOutRule(options.OptOutNumbers),
            new MessageMissingRule(),
            Duplicates,
            new BlankAfterEscapeRule(),
            new LineBreakRule(),
            new CostlyCharacterRule(options.Measure),
            new OuterBlankRule(),
            new CountryCodeRule(options.DefaultRegion),
            new SwallowedRowsRule(),
            new PublicShortenerRule(),
            new PlaceholderRule(),
            new StrayQuoteRule(),
        ];
    }

    /// <summary>Gets every rule, for the documentation's test.</summary>
    public static IEnumerable<RuleInfo> All
    {
        get
        {
            foreach (RuleInfo rule in (RuleInfo[])[EmptyFile, Header, Delimiter, ByteOrderMark, BlankLine, Segments])
            {
                yield return rule;
            }

            foreach (RowRule rule in new RuleSet(new CheckOptions()).Rows)
            {
                yield return rule.Info;
            }
        }
    }

    /// <summary>Gets the rules about rows.</summary>
    public IReadOnlyList<RowRule> Rows { get; }

    /// <summary>Gets the rule that remembers numbers.</summary>
    public DuplicateNumberRule Duplicates { get; }
}
