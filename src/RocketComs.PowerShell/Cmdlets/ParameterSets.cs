using System.Management.Automation;
using System.Reflection;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>
/// Says what a command still needs, where what was typed fits several of its parameter sets and fills none. PowerShell would say that the parameter
/// set cannot be resolved.
/// </summary>
internal static class ParameterSets
{
    /// <summary>The error about what is missing; <see langword="null"/> where PowerShell can choose, or will say itself what is missing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bound">The parameters that were typed.</param>
    public static InvalidParameterException? Missing(Type command, string name, ICollection<string> bound)
    {
        string defaultSet = command.GetCustomAttribute<CmdletAttribute>()!.DefaultParameterSetName ?? ParameterAttribute.AllParameterSets;
        (string Name, ParameterAttribute Attribute)[] all =
        [
            .. from property in command.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               from attribute in property.GetCustomAttributes<ParameterAttribute>()
               select (property.Name, attribute),
        ];
        string[] sets = [.. all.Select(static parameter => parameter.Attribute.ParameterSetName).Distinct().Where(static set => set != ParameterAttribute.AllParameterSets)];
        (string Name, ParameterAttribute Attribute)[] Of(string set) =>
            [.. all.Where(parameter => parameter.Attribute.ParameterSetName == set || parameter.Attribute.ParameterSetName == ParameterAttribute.AllParameterSets)];
        string[] known = [.. bound.Where(typed => all.Any(parameter => parameter.Name == typed))];
        string[] fitting = [.. sets.Where(set => known.All(typed => Of(set).Any(parameter => parameter.Name == typed)))];
        string[][] missing = [.. fitting.Select(set => Of(set).Where(parameter => parameter.Attribute.Mandatory && !bound.Contains(parameter.Name)).Select(parameter => "-" + parameter.Name).ToArray())];
        if (fitting.Length < 2 || fitting.Contains(defaultSet) || missing.Any(static names => names.Length == 0))
        {
            return null;
        }

        string given = known.Length == 0 ? "Nothing was given" : $"Only {string.Join(", ", known.Select(static typed => "-" + typed))} was given";
        return new InvalidParameterException(
            missing[0][0].Substring(1),
            null,
            $"{given}, which does not tell {name} what to do. Nothing was done.",
            $"Give besides: {string.Join("; or ", missing.Select(static names => string.Join(" and ", names)))}.");
    }
}
