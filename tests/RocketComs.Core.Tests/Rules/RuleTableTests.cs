using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What a new rule needs: an entry in RuleTable, a class, its line in RuleSet, its section in docs/rules.md, and a file here that it fires on.</summary>
public sealed class RuleTableTests
{
    private static readonly Dictionary<RuleInfo, string> s_examples = new()
    {
        [RuleTable.EmptyFile] = "",
        [RuleTable.TooFewColumns] = "Doors open at nine\n",
        [RuleTable.TooManyColumns] = "2025554444,Hello, world\n",
        [RuleTable.NumberMissing] = ",Doors open at nine\n",
        [RuleTable.NumberMalformed] = "(202) 555-4444,Doors open at nine\n",
        [RuleTable.MessageMissing] = "2025554444,\n",
        [RuleTable.QuotingBroken] = "2025554444,\"Say \"hi\" to us\"\n",
        [RuleTable.CharactersLost] = "2025554444,Caf\uFFFD\n",
        [RuleTable.Header] = "Number,Message\n2025554444,Doors open at nine\n",
        [RuleTable.Delimiter] = "2025554444;Doors open at nine\n",
        [RuleTable.ControlCharacter] = "2025554444,Doors\0 open\n",
        [RuleTable.OptOut] = "2025550100,Doors open at nine\n",
        [RuleTable.TooManySegments] = $"2025554444,{new string('a', (255 * 153) + 1)}\n",
        [RuleTable.UnassignableNumber] = "1237774444,Doors open at nine\n",
        [RuleTable.DuplicateNumber] = "2025554444,Hello\n2025554444,Hello\n",
        [RuleTable.BlankAfterEscape] = "2025554444,Hello\\n World\n",
        [RuleTable.LineBreak] = "2025554444,\"Hello\nWorld\"\n",
        [RuleTable.LongText] = $"2025554444,{new string('a', 161)}\n",
        [RuleTable.CostlyCharacter] = $"2025554444,It’s {new string('a', 100)}\n",
        [RuleTable.OuterBlank] = "2025554444, Hello\n",
        [RuleTable.CountryCode] = "12025550110,Hello\n2025550111,Hello\n",
        [RuleTable.ByteOrderMark] = "\uFEFF2025554444,Hello\n",
        [RuleTable.BlankLine] = "2025554444,Hello\n\n2025554445,Hello\n",
        [RuleTable.SwallowedRows] = "2025550110,\"Hello\n2025550111,\"\n",
        [RuleTable.PublicShortener] = "2025554444,Details: bit.ly/3xYz\n",
        [RuleTable.Placeholder] = "2025554444,Hello {name}\n",
        [RuleTable.StrayQuote] = "2025554444,5\" screens\n",
        [RuleTable.DecodedTwice] = "2025554444,Itâ€™s here\n",
        [RuleTable.UnregisteredLink] = "2025554444,Details: https://example.com/spring\n",
        [RuleTable.UnregisteredPhone] = "2025554444,Call 202-555-0100\n",
        [RuleTable.MissingOptOut] = "2025554444,Doors open at nine\n",
        [RuleTable.UnlikeSamples] = "2025554444,Doors open at nine\n",
    };

    private static readonly RcCampaign s_campaign = new() { EmbeddedLink = false, EmbeddedPhone = false, SubscriberOptout = true, Sample1 = "Your order has shipped" };

    private static readonly CheckOptions s_all = new() { OptOutNumbers = ["2025550100"], Campaign = s_campaign };

    public static TheoryData<string> Ids => new(RuleTable.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_asked_and_fires(string id)
    {
        RuleInfo rule = RuleTable.Find(id)!;
        Assert.True(s_examples.ContainsKey(rule), $"{id} has no file in RuleTableTests that it fires on.");
        RcBatchCsvReport report = Check(s_examples[rule], s_all);
        Assert.True(report.IssueSummary.ContainsKey(id), $"{id} does not fire on its file: is its line missing in RuleSet, or its trait in RowScanner?");
        Assert.All(report.Issues.Where(issue => issue.RuleId == id), issue => Assert.Equal(rule.Severity, issue.Severity));
    }

    [Fact]
    public void Every_class_of_a_rule_has_its_line_in_the_set()
    {
        RuleSet set = new(s_all, static count => count, new SourceFormat(TextEncoding.Utf8, ',', "\n") { HasNumbersForTexts = true });
        Type[] listed = [.. set.Rows.Select(rule => rule.GetType()), .. set.Texts.Select(rule => rule.GetType()), .. set.Sequence.Select(rule => rule.GetType())];
        Type[] kinds = [typeof(RowRule), typeof(TextRule), typeof(SequenceRule)];
        string[] missing =
        [
            .. typeof(RuleSet).Assembly.GetTypes().Where(type => !type.IsAbstract && kinds.Any(kind => kind.IsAssignableFrom(type))).Except(listed).Select(type => type.Name),
        ];
        Assert.True(missing.Length == 0, $"No line in RuleSet: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Ids_are_unique_and_in_order_and_say_nothing_of_the_severity()
    {
        string[] ids = [.. RuleTable.All.Select(rule => rule.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^RC[0-9]{3,}$", id));
    }

    [Fact]
    public void Rule_that_no_row_concerns_cannot_be_made() => Assert.Contains(
        "RC114 would be asked about no row", Assert.Throws<ArgumentException>(() => new Unasked()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("RC102", "RC102")]
    [InlineData("rc10*", "RC101 RC102 RC103 RC104 RC105 RC106 RC107 RC108 RC109")]
    [InlineData("*", "RC101 RC102 RC103 RC104 RC105 RC106 RC107 RC108 RC109 RC110 RC111 RC112 RC113 RC114 RC115 RC116 RC117 RC118 RC119")]
    public void Only_what_is_no_error_can_be_left_out(string id, string excluded) =>
        Assert.Equal(excluded, string.Join(' ', RuleSelection.Excluded("ExcludeRule", [id], Matches).Select(rule => rule.Id).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("RC005")]
    [InlineData("RC0*")]
    [InlineData("RC999")]
    [InlineData("")]
    [InlineData("RC2*")]
    public void Error_and_unknown_rule_are_refused(string id) => Assert.Equal(
        "ExcludeRule", Assert.Throws<Core.Errors.InvalidParameterException>(() => RuleSelection.Excluded("ExcludeRule", ["RC102", id], Matches)).ParameterName);

    public static TheoryData<string> Lighter => new(RuleTable.All.Where(rule => rule.Severity != RcIssueSeverity.Error).Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Lighter))]
    public void Rule_that_is_left_out_stands_nowhere(string id)
    {
        RuleInfo rule = RuleTable.Find(id)!;
        List<string> heard = [];
        RcBatchCsvReport before = Check(s_examples[rule], s_all);
        RcBatchCsvReport after = Check(s_examples[rule], s_all with { ExcludedRules = [rule], OnIssue = issue => heard.Add(issue.RuleId) });
        Assert.DoesNotContain(id, after.IssueSummary.Keys);
        Assert.DoesNotContain(id, heard);
        Assert.Equal(before.IssueSummary.Values.Sum() - before.IssueSummary[id], after.IssueSummary.Values.Sum());
        Assert.Equal(before.DuplicateCount, after.DuplicateCount);
    }

    private static bool Matches(string pattern, string id) =>
        System.Text.RegularExpressions.Regex.IsMatch(id, "^" + System.Text.RegularExpressions.Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    private sealed class Unasked() : RowRule(RuleTable.StrayQuote, RowTraits.None)
    {
        public override void Check(in CsvRow row, RowIssues issues) => throw new NotSupportedException();
    }
}
