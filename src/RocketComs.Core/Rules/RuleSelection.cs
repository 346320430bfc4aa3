using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules;

/// <summary>Chooses rules by their ids, with the wildcards <c>*</c> and <c>?</c>.</summary>
public static class RuleSelection
{
    /// <summary>The rules that are to be left out of a check: none of them an error, for what cannot be sent cannot be overlooked.</summary>
    /// <param name="parameterName">The parameter that the ids came by.</param>
    /// <param name="ids">Ids or wildcards; what a wildcard matches is left out but for the errors.</param>
    /// <param name="matches">Whether an id matches what was given.</param>
    /// <exception cref="InvalidParameterException">One of them matches no rule, or none but errors.</exception>
    public static IReadOnlyCollection<RuleInfo> Excluded(string parameterName, IEnumerable<string> ids, Func<string, string, bool> matches)
    {
        HashSet<RuleInfo> excluded = [];
        foreach (string id in ids)
        {
            RuleInfo[] found = [.. RuleTable.All.Where(rule => matches(id, rule.Id))];
            if (found.Length == 0)
            {
                throw new InvalidParameterException(parameterName, id, $"-{parameterName}: there is no rule '{id}'.", "Get-RcRule lists the rules.");
            }

            RuleInfo[] lighter = [.. found.Where(rule => rule.Severity != RcIssueSeverity.Error)];
            if (lighter.Length == 0)
            {
                throw new InvalidParameterException(
                    parameterName,
                    id,
                    $"-{parameterName}: {string.Join(", ", found.Select(rule => rule.Id))} cannot be left out; the platform cannot send what an error is about.",
                    "Leave out warnings only: Get-RcRule tells them from errors.");
            }

            excluded.UnionWith(lighter);
        }

        return excluded;
    }
}
