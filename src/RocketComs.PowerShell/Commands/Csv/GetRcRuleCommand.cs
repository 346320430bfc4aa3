using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Lists the rules that batch files and texts are checked against. No connection is needed.</summary>
[Cmdlet(VerbsCommon.Get, "RcRule")]
[OutputType(typeof(RcRule))]
public sealed class GetRcRuleCommand : RcCmdlet
{
    /// <summary>Gets or sets the ids; wildcards are taken.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        Uri page = RulesPage;
        foreach (string id in Id)
        {
            WildcardPattern pattern = WildcardPattern.Get(id, WildcardOptions.IgnoreCase);
            RuleInfo[] rules = [.. RuleTable.All.Where(rule => pattern.IsMatch(rule.Id))];
            if (rules.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(id))
            {
                Report(new InvalidParameterException(nameof(Id), id, $"There is no rule '{id}'.", "Run Get-RcRule without an id to see all rules."), id);
            }

            foreach (RuleInfo rule in rules)
            {
                WriteObject(new RcRule { Id = rule.Id, Severity = rule.Severity, Title = rule.Title, HelpUri = new UriBuilder(page) { Fragment = rule.Anchor }.Uri });
            }
        }

        return Task.CompletedTask;
    }
}
