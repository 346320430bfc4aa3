using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Numbers;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the IANA names of time zones, by their beginning or that of the place: <c>New</c> finds <c>America/New_York</c>.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        bool isMeant(string name) => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || name.IndexOf("/" + begun, StringComparison.OrdinalIgnoreCase) >= 0;
        return ZoneClocks.Names.Where(isMeant).Select(name => new CompletionResult(name));
    }
}
