using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Views;

/// <summary>
/// Makes a record again of what came back from a job or a file (Export-Clixml), so that it has its views and works where a record does. What
/// PowerShell could not carry is empty in it. Public because the types file names it; not for anyone else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordConverter : PSTypeConverter
{
    private const string Copy = "Deserialized.";

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        PSObject.AsPSObject(sourceValue).TypeNames.Contains(Copy + destinationType.FullName);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        PSObject source = PSObject.AsPSObject(sourceValue);
        object made = Activator.CreateInstance(destinationType)!;
        foreach (PropertyInfo property in RecordProperties.Of(destinationType).Where(static property => property.CanWrite))
        {
            if (source.Properties[property.Name]?.Value is { } value)
            {
                property.SetValue(made, Read(value, property.PropertyType));
            }
        }

        // What somebody added to it stays there.
        PSObject record = PSObject.AsPSObject(made);
        foreach (PSPropertyInfo added in source.Properties.Where(property => RecordProperties.Find(destinationType, property.Name) is null))
        {
            record.Properties.Add(new PSNoteProperty(added.Name, added.Value), preValidated: true);
        }

        return made;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();

    private static object? Read(object value, Type type)
    {
        object bare = value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsInstanceOfType(bare) ? bare
            : type == typeof(DateTimeOffset) ? Moment((PSObject)bare)
            : type.IsEnum ? Enum.ToObject(type, LanguagePrimitives.ConvertTo<long>(bare))
            : bare is IDictionary table ? Table(table, type)
            : bare is IEnumerable and not string && type.IsArray ? List((IEnumerable)bare, type.GetElementType()!)
            : LanguagePrimitives.ConvertTo(bare, type, CultureInfo.InvariantCulture);
    }

    // PowerShell carries it as an object with the properties of a moment.
    private static DateTimeOffset Moment(PSObject parts) =>
        new(DateTime.SpecifyKind(LanguagePrimitives.ConvertTo<DateTime>(parts.Properties[nameof(DateTimeOffset.UtcDateTime)].Value), DateTimeKind.Utc));

    private static Array List(IEnumerable list, Type type)
    {
        object?[] items = [.. list.Cast<object?>().Select(item => item is null ? null : Read(item, type))];
        Array made = Array.CreateInstance(type, items.Length);
        Array.Copy(items, made, items.Length);
        return made;
    }

    private static object Table(IDictionary table, Type type)
    {
        IEnumerable<KeyValuePair<string, object?>> entries = table.Cast<DictionaryEntry>().Select(static entry => new KeyValuePair<string, object?>(
            LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : entry.Value));
        return type == typeof(IReadOnlyDictionary<string, long>)
            ? new SortedDictionary<string, long>(entries.ToDictionary(static entry => entry.Key, static entry => LanguagePrimitives.ConvertTo<long>(entry.Value)), KeyOrder.Instance)
            : entries.ToDictionary(static entry => entry.Key, static entry => entry.Value);
    }

    /// <summary>Ids of rules by their letters, and numbers of segments by what they count.</summary>
    private sealed class KeyOrder : IComparer<string>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare(string? x, string? y) => x?.Length != y?.Length && int.TryParse(x, out int one) && int.TryParse(y, out int other)
            ? one.CompareTo(other)
            : string.CompareOrdinal(x, y);
    }
}
