using System.Globalization;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules;

/// <summary>What a rule is called.</summary>
/// <param name="Id">The id, such as <c>RC005</c>; docs/rules.md has a section of that name.</param>
/// <param name="Severity">How much its issues weigh.</param>
/// <param name="Title">What it looks for, in a few words.</param>
public sealed record RuleInfo(string Id, RcIssueSeverity Severity, string Title)
{
    private RowFindings? _counted;

    /// <summary>The highest number of a rule.</summary>
    internal const int MostNumber = 199;

    /// <summary>Gets the number in the id: 5 of <c>RC005</c>.</summary>
    internal int Number { get; } = int.Parse(Id.Substring(2), CultureInfo.InvariantCulture);

    /// <summary>Gets what is found in a row where only this rule fires and no more of its issues are kept. In a bad file that is nearly every row.</summary>
    internal RowFindings Counted => _counted ??= new RowFindings([(this, null)], Raw: null);
}
