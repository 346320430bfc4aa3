using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.RowRules;

namespace RocketComs.Core.Rules;

/// <summary>The rules that a file is checked against, in the order of their reports. A new rule is one line here and one class.</summary>
internal sealed class RuleSet
{
    private readonly List<RuleInfo> _unchecked = [];

    /// <summary>Makes the rules for one file.</summary>
    /// <param name="options">How it is checked.</param>
    /// <param name="expect">How many numbers are to be expected in all, given how many there are.</param>
    /// <param name="format">What the beginning of the file tells of it.</param>
    public RuleSet(CheckOptions options, Func<long, long> expect, SourceFormat format)
    {
        Numbers = new AssignableNumbers(options.DefaultRegion);
        NationalSpelling? national = NationalSpelling.Of(options.DefaultRegion);
        Quoting = new QuotingBrokenRule(options.MostRecordBytes);
        Rows =
        [
            Quoting,
            new BytesInvalidRule(),
            new ReplacementCharacterRule(),
            new ControlCharacterRule(),
            new TooFewColumnsRule(),
            new TooManyColumnsRule(),
            new NumberMissingRule(),
            new NumberMalformedRule(national),
            .. options.OptOutNumbers.Count == 0 ? Without<RowRule>(RuleTable.OptOut) : [new OptOutRule(OptOutEntries.Keys(options.OptOutNumbers, Numbers), Numbers)],
            new MessageMissingRule(),
            new UnassignableNumberRule(Numbers),
            new BlankAfterEscapeRule(),
            new LineBreakRule(),
            new CostlyCharacterRule(options.Measure),
            new OuterBlankRule(),
            new SwallowedRowsRule(national),
            .. format.HasNumbersForTexts ? (RowRule[])[new NumberForTextRule(national)] : [],
            new PublicShortenerRule(),
            new PlaceholderRule(),
            new DecodedTwiceRule(),
            new StrayQuoteRule(),
            .. options.Campaign?.EmbeddedLink switch { false => [new UnregisteredLinkRule()], true => [], null => Without<RowRule>(RuleTable.UnregisteredLink) },
            .. options.Campaign?.EmbeddedPhone switch { false => [new UnregisteredPhoneRule(options.DefaultRegion)], true => [], null => Without<RowRule>(RuleTable.UnregisteredPhone) },
        ];
        Texts = [new TooManySegmentsRule(), new LongTextRule(options.MaxSegment)];
        Registered = RegisteredTexts.Of(options.Campaign);
        Sequence =
        [
            new DuplicateNumberRule(expect, options.Threads),
            new CountryCodeRule(Numbers),
            .. options.Campaign?.SubscriberOptout switch { true => [new MissingOptOutRule()], false => [], null => Without<SequenceRule>(RuleTable.MissingOptOut) },
            .. Registered?.HasSamples == true ? [new UnlikeSamplesRule()] : Without<SequenceRule>(RuleTable.UnlikeSamples),
        ];
    }

    /// <summary>The rules that have nothing to compare with.</summary>
    public IReadOnlyCollection<RuleInfo> Unchecked => _unchecked;

    public AssignableNumbers Numbers { get; }

    /// <summary>The rules about single rows; several threads may ask them at once.</summary>
    public IReadOnlyList<RowRule> Rows { get; }

    /// <summary>The rules about what a text costs; several threads may ask them at once.</summary>
    public IReadOnlyList<TextRule> Texts { get; }

    public IReadOnlyList<SequenceRule> Sequence { get; }

    /// <summary>What the registration of the campaign says of all texts; <see langword="null"/> where there is nothing to hold them against.</summary>
    public RegisteredTexts? Registered { get; }

    /// <summary>The one of <see cref="Rows"/> that is told where reading ended before the file does.</summary>
    public QuotingBrokenRule Quoting { get; }

    private T[] Without<T>(RuleInfo rule)
    {
        _unchecked.Add(rule);
        return [];
    }
}
