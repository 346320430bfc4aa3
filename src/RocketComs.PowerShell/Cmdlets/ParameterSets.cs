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
        List<Declared> all = [];
        foreach (PropertyInfo property in command.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            all.AddRange(property.GetCustomAttributes<ParameterAttribute>().Select(attribute => new Declared(property.Name, attribute)));
        }

        string[] known = [.. bound.Where(typed => all.Exists(parameter => parameter.Name == typed))];
        string[] sets = [.. all.Select(static parameter => parameter.Set).Distinct().Where(static set => set != ParameterAttribute.AllParameterSets)];
        string[] fitting = Array.FindAll(sets, set => Array.TrueForAll(known, typed => all.Exists(parameter => parameter.Name == typed && parameter.IsIn(set))));
        string[][] missing = Array.ConvertAll(
            fitting, set => all.FindAll(parameter => parameter.IsIn(set) && parameter.IsMandatory && !bound.Contains(parameter.Name)).ConvertAll(static parameter => "-" + parameter.Name).ToArray());
        if (fitting.Length < 2 || fitting.Contains(defaultSet) || Array.Exists(missing, static names => names.Length == 0))
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

    // A parameter as one of its attributes declares it.
    private sealed class Declared(string name, ParameterAttribute attribute)
    {
        public string Name => name;

        public string Set => attribute.ParameterSetName;

        public bool IsMandatory => attribute.Mandatory;

        public bool IsIn(string set) => Set == set || Set == ParameterAttribute.AllParameterSets;
    }
}
