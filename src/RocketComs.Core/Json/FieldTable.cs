using System.Globalization;

namespace RocketComs.Core.Json;

/// <summary>The fields of an object inside of an answer, by their API names. ConvertTo-Json makes a text of what lies too deep, so it has one.</summary>
internal sealed class FieldTable() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>Returns names and values: <c>sent=3; failed=1</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(static field => string.Format(CultureInfo.InvariantCulture, "{0}={1}", field.Key, field.Value)));
}
