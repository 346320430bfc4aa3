using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Views;

/// <summary>
/// How PowerShell sees the properties of the module's records: as they are, but dates, lists and tables read as something where they are made
/// text (<see cref="ShownValue"/>). It also answers for what views ask of a record, by names that no property has (<see cref="ViewCell"/>): a view
/// that calls a method is blank in constrained language mode. Public because the types file names it; not for anyone else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordAdapter : PSPropertyAdapter
{
    /// <inheritdoc/>
    public override Collection<string> GetTypeNameHierarchy(object baseObject)
    {
        Collection<string> names = base.GetTypeNameHierarchy(baseObject);

        // Errors with the rows of a file have a view of their own.
        if (baseObject is RcBatchError { FileLine: not null })
        {
            names.Insert(0, names[0] + "#File");
        }

        return names;
    }

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject) =>
        new([.. RecordProperties.Of(baseObject.GetType()).Select(static property => new PSAdaptedProperty(property.Name, property))]);

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) =>
        RecordProperties.Find(baseObject.GetType(), propertyName) is { } property ? new PSAdaptedProperty(property.Name, property)
        : ViewCell.Find(baseObject.GetType(), propertyName) is { } cell ? new PSAdaptedProperty(propertyName, cell)
        : null;

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) =>
        adaptedProperty.Tag is PropertyInfo property ? LanguagePrimitives.ConvertTo<string>(property.PropertyType) : "string";

    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => adaptedProperty.Tag is PropertyInfo { CanWrite: true };

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) => adaptedProperty.Tag is ViewCell cell
        ? cell.Of(adaptedProperty.BaseObject)
        : ShownValue.Wrap(((PropertyInfo)adaptedProperty.Tag).GetValue(adaptedProperty.BaseObject));

    /// <inheritdoc/>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value)
    {
        PropertyInfo property = (PropertyInfo)adaptedProperty.Tag;
        property.SetValue(adaptedProperty.BaseObject, LanguagePrimitives.ConvertTo(value, property.PropertyType, CultureInfo.InvariantCulture));
    }
}
