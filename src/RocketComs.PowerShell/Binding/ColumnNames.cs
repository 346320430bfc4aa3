using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Binding;

/// <summary>A parameter that takes a column of what is piped.</summary>
/// <param name="Property">The property of the command.</param>
/// <param name="Names">The names of the column: the parameter's own, then its aliases.</param>
/// <param name="Sets">The parameter sets in which it does.</param>
/// <param name="Kind">What the column means.</param>
internal sealed record ColumnParameter(PropertyInfo Property, string[] Names, string[] Sets, ColumnKind Kind)
{
    /// <summary>Gets the name of the parameter.</summary>
    public string Name => Property.Name;

    /// <summary>Gets whether it takes several values.</summary>
    public bool IsList => Property.PropertyType.IsArray;

    /// <summary>Gets whether it is the number or the text of a row, which may be empty: the rules say what is wrong with the row then.</summary>
    public bool IsOfRow => Name is "Number" or "Message";

    /// <summary>Gets whether it is one for an upload, never one a row: what a batch is, and when it goes out.</summary>
    public bool IsOfUpload => !IsOfRow && Kind is ColumnKind.Text or ColumnKind.Day or ColumnKind.Time or ColumnKind.Action;

    /// <summary>Whether a parameter set reads the column.</summary>
    public bool IsReadIn(string set) => Sets.Contains(set) || Sets.Contains(ParameterAttribute.AllParameterSets);
}

/// <summary>A command that sends nothing, and so takes the number and the text of any object for a row.</summary>
internal interface ITakesAnyRow;

/// <summary>A command that changes something on the platform, and so refuses a column that means something for it and is not read.</summary>
internal interface IRefusesMeant;

/// <summary>A command that sends what people get, now or on a day.</summary>
internal interface ISendsMessages : IRefusesMeant;

/// <summary>The columns that a command understands, read from its own parameters: no list could differ from them.</summary>
internal static class ColumnNames
{
    private static readonly ConcurrentDictionary<Type, ColumnParameter[]> s_known = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, string>> s_meant = new();

    /// <summary>The parameters of a command that take a column.</summary>
    public static ColumnParameter[] Of(Type command) => s_known.GetOrAdd(command, static type =>
    {
        // Which batch an input is for is known first, so that what else is wrong with it keeps that batch back.
        (List<ColumnParameter> targets, List<ColumnParameter> others) = ([], []);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ColumnAttribute>() is { Kind: var kind })
            {
                (kind is ColumnKind.Batch or ColumnKind.Campaign ? targets : others).Add(
                    new ColumnParameter(property, [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []], SetsOf([.. property.GetCustomAttributes<ParameterAttribute>()]), kind));
            }
        }

        ColumnParameter[] all = [.. targets, .. others];
        IEnumerable<string> ofNumber = all.Where(static parameter => parameter.Name == "Number").SelectMany(static parameter => parameter.Sets);
        string[] ofUpload = [.. all.SelectMany(static parameter => parameter.Sets).Except(ofNumber.Append(ParameterAttribute.AllParameterSets))];
        return [.. all.Select(parameter => parameter.IsOfUpload ? parameter with { Sets = ofUpload } : parameter)];
    });

    /// <summary>
    /// The names that mean something for what a command does, bare, each with its parameter: those of its own parameters, and, where it sends messages,
    /// those of all commands that do. What names an object may be any table's own: its id, its file.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Meant(Type command) => s_meant.GetOrAdd(command, static type =>
    {
        Dictionary<string, string> meant = new(StringComparer.Ordinal);
        Type[] commands = typeof(ISendsMessages).IsAssignableFrom(type)
            ? [.. type.Assembly.GetTypes().Where(other => !other.IsAbstract && typeof(ISendsMessages).IsAssignableFrom(other))]
            : [type];
        foreach (PropertyInfo property in commands.SelectMany(one => one.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            bool isNamed = property.GetCustomAttributes<ParameterAttribute>().Any(parameter => !parameter.DontShow)
                && property.GetCustomAttribute<ColumnAttribute>()?.Kind is not (ColumnKind.Note or ColumnKind.Batch or ColumnKind.Campaign or ColumnKind.File);
            foreach (string name in isNamed ? property.GetCustomAttributes<AliasAttribute>().SelectMany(alias => alias.AliasNames).Prepend(property.Name) : [])
            {
                meant[Bare(name)] = property.Name;
            }
        }

        foreach (string name in (string[])["WhatIf", "Confirm"])
        {
            meant[Bare(name)] = name;
        }

        return meant;
    });

    /// <summary>A name without case, blanks and signs, by which a near miss is known.</summary>
    public static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // By property name PowerShell binds what chooses the parameter set, and there alone: each such parameter costs it much for every object.
    private static string[] SetsOf(ParameterAttribute[] parameters)
    {
        ParameterAttribute[] bound = Array.FindAll(parameters, static parameter => parameter.ValueFromPipelineByPropertyName);
        ParameterAttribute[] optional = Array.FindAll(parameters, static parameter => !parameter.Mandatory);
        return Array.ConvertAll(bound.Length > 0 ? bound : optional.Length > 0 ? optional : parameters, static parameter => parameter.ParameterSetName);
    }
}
