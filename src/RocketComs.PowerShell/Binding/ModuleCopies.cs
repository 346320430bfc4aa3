using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Makes the objects of this module again out of their copies, which come back from a job, a file of Export-Clixml or another machine.</summary>
internal static class ModuleCopies
{
    /// <summary>The object as it was.</summary>
    /// <param name="copy">What came.</param>
    /// <param name="type">The type of this module that it was of.</param>
    /// <exception cref="InvalidParameterException">Something of it was lost on the way.</exception>
    public static object Restore(PSObject copy, Type type)
    {
        if (type.IsInstanceOfType(copy.BaseObject))
        {
            return copy.BaseObject;
        }

        object restored = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanWrite && copy.Properties[property.Name]?.Value is { } value)
            {
                property.SetValue(restored, Value(copy, type, property, value));
            }
        }

        return restored;
    }

    private static object? Value(PSObject copy, Type type, PropertyInfo property, object value)
    {
        Type wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object plain = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        if (wanted == typeof(IReadOnlyDictionary<string, long>) && plain is IDictionary counts)
        {
            return Counts(counts);
        }

        if (wanted == typeof(IReadOnlyDictionary<string, object>))
        {
            return new Dictionary<string, object?>();
        }

        // A moment is no value for a copy: it comes back as the table of its properties.
        if (wanted == typeof(DateTimeOffset) && PSObject.AsPSObject(value).Properties["UtcDateTime"]?.Value is DateTime moment)
        {
            return new DateTimeOffset(moment);
        }

        if (wanted.IsArray && plain is IEnumerable items and not string && wanted.GetElementType() is { } element && IsOwn(element))
        {
            object[] restored = [.. items.Cast<object>().Select(item => item is PSObject { BaseObject: not string } one ? Restore(one, element) : throw Lost(copy, type, property))];
            Array array = Array.CreateInstance(element, restored.Length);
            Array.Copy(restored, array, restored.Length);
            return array;
        }

        return IsOwn(wanted) && !wanted.IsEnum ? plain is string ? throw Lost(copy, type, property) : Restore(PSObject.AsPSObject(value), wanted)
            : LanguagePrimitives.TryConvertTo(plain, wanted, CultureInfo.InvariantCulture, out object? converted) ? converted
            : throw Lost(copy, type, property);
    }

    // The keys of histograms are numbers as texts, and in their order.
    private static SortedDictionary<string, long> Counts(IDictionary counts)
    {
        SortedDictionary<string, long> sorted = new(Comparer<string>.Create(static (one, other) => one.Length == other.Length ? string.CompareOrdinal(one, other) : one.Length - other.Length));
        foreach (DictionaryEntry count in counts)
        {
            sorted[(string)count.Key] = Convert.ToInt64(count.Value, CultureInfo.InvariantCulture);
        }

        return sorted;
    }

    private static bool IsOwn(Type type) => type.Assembly == typeof(RcBatch).Assembly;

    private static InvalidParameterException Lost(PSObject copy, Type type, PropertyInfo property) => new(
        "InputObject",
        copy,
        $"A copy of an {type.Name} was piped whose {property.Name} was lost on its way. Nothing was written.",
        "Run Export-RcReport where the object was made, or keep it with Export-Clixml -Depth 4.");
}
