using System.Collections;
using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Refuses a value of <c>$PSDefaultParameterValues</c> that a parameter could not take. PowerShell warns of it and goes on without: a ceiling, or
/// <c>-WhatIf</c>, that somebody counts on would be missing.
/// </summary>
internal static class DefaultValues
{
    private const string Variable = "PSDefaultParameterValues";

    /// <summary>Refuses one that is meant for a command and was not bound.</summary>
    /// <param name="command">The command, bound.</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public static void RefuseUnbound(PSCmdlet command)
    {
        if (Cell.Unwrap(command.GetVariableValue(Variable)) is not IDictionary { Count: > 0 } values || LanguagePrimitives.IsTrue(values["Disabled"]))
        {
            return;
        }

        CommandInfo info = command.MyInvocation.MyCommand;
        foreach (DictionaryEntry value in values)
        {
            string key = value.Key as string ?? string.Empty;
            int colon = key.LastIndexOf(':');
            if (colon < 1 || !WildcardPattern.Get(Bare(key.Substring(0, colon)), WildcardOptions.IgnoreCase).IsMatch(info.Name))
            {
                continue;
            }

            string name = Bare(key.Substring(colon + 1));
            ParameterMetadata? parameter = info.Parameters.Values.FirstOrDefault(known => IsName(known.Name, name) || known.Aliases.Any(alias => IsName(alias, name)));
            if (parameter is not null && IsInSet(parameter, command.ParameterSetName) && !command.MyInvocation.BoundParameters.ContainsKey(parameter.Name))
            {
                throw new InvalidParameterException(
                    parameter.Name,
                    value.Value,
                    $"${Variable} has '{key}' with '{Cell.Show(value.Value)}', which -{parameter.Name} does not take. Nothing was sent.",
                    $"Give it a value that -{parameter.Name} takes, or remove it: ${Variable}.Remove('{key}').");
            }
        }
    }

    private static string Bare(string part) => part.Trim().Trim('\'', '"');

    private static bool IsName(string name, string given) => string.Equals(name, given, StringComparison.OrdinalIgnoreCase);

    private static bool IsInSet(ParameterMetadata parameter, string set) =>
        parameter.ParameterSets.ContainsKey(ParameterAttribute.AllParameterSets) || parameter.ParameterSets.ContainsKey(set);
}
