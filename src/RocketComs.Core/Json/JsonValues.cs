using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Turns JSON of any shape into plain .NET values: texts stay texts, also those that look like moments.</summary>
/// <param name="makeObject">Makes an object out of its fields, each name once, in order.</param>
public sealed class JsonValues(Func<IEnumerable<KeyValuePair<string, object?>>, object> makeObject)
{
    /// <summary>
    /// The value: an object as it was made, an <c>object?[]</c>, a text, a <see cref="long"/> (a <see cref="decimal"/> where that is too
    /// short), a <see cref="double"/>, a Boolean, or <see langword="null"/>. A number that none of them holds is given as it is written.
    /// </summary>
    internal object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => makeObject(Fields(element)),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.String => LenientJson.Text(element),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt64(out long whole))
        {
            return whole;
        }

        string written = element.GetRawText();
        if (written.IndexOfAny(['.', 'e', 'E']) < 0 && element.TryGetDecimal(out decimal large))
        {
            return large;
        }

        return element.TryGetDouble(out double number) && !double.IsInfinity(number) ? number : written;
    }

    // Names that differ in case alone are one name to PowerShell; of several the last counts, as in most readers.
    private IEnumerable<KeyValuePair<string, object?>> Fields(JsonElement element)
    {
        List<string> names = [];
        Dictionary<string, JsonElement> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = LenientJson.Name(property);
            if (!fields.ContainsKey(name))
            {
                names.Add(name);
            }

            fields[name] = property.Value;
        }

        // PowerShell cannot reach a property without a name.
        return names.Where(name => name.Length > 0).Select(name => new KeyValuePair<string, object?>(name, Read(fields[name])));
    }
}
