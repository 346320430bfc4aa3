namespace RocketComs.Core.Rules;

/// <summary>What a rule is called.</summary>
/// <param name="Id">The id, such as <c>RC005</c>; docs/rules.md has a section of that name.</param>
/// <param name="Severity">How much its issues weigh.</param>
/// <param name="Title">What it looks for, in a few words.</param>
public sealed record RuleInfo(string Id, RcIssueSeverity Severity, string Title);
