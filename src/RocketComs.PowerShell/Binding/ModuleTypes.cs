using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Binding;

/// <summary>Tells the objects that this module emits from all others.</summary>
internal static class ModuleTypes
{
    private const string Prefix = "RocketComs.";
    private const string Copy = "Deserialized.";
    private const string Choice = "Selected.";

    // What Import-Csv reads from the line #TYPE, as Windows PowerShell writes it.
    private const string Table = "CSV:";

    private static readonly string s_plain = typeof(PSCustomObject).FullName!;
    private static readonly string s_chosen = Choice + s_plain;

    /// <summary>
    /// The name of an object's type, such as <c>RcBatch</c>, also of a copy that came back from a job or a file; <see langword="null"/> for an
    /// object of another kind, and for what Select-Object has made of one of ours: who chooses properties knows what they are.
    /// </summary>
    public static string? NameOf(PSObject? item) => Find(item) is { IsChoice: false } found ? found.Name : null;

    /// <summary>The name of the type that an object has, or that it was made from by Select-Object or by a table with a line about its type.</summary>
    public static string? OriginOf(PSObject? item) => Find(item)?.Name;

    /// <summary>
    /// Whether a property is the platform's or the module's word about an object, and none that the user gave it. All that Select-Object made is the
    /// user's table; of an object as it came, what Add-Member put there, in whatever form. (What was set on it <see cref="ShownBatch"/> finds.)
    /// </summary>
    /// <param name="item">The object.</param>
    /// <param name="property">One of its properties.</param>
    public static bool IsOwn(PSObject item, PSPropertyInfo property) =>
        NameOf(item) is { } name && IsOf(name, property.Name) && (item.BaseObject is PSCustomObject || property is PSProperty);

    /// <summary>Whether a type of this module has a property of that name.</summary>
    public static bool IsOf(string typeName, string property) =>
        typeof(RcBatch).Assembly.GetType(Prefix + typeName)?.GetProperty(property, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not null;

    /// <summary>
    /// Whether an object has nothing but the columns that somebody gave it, and no type besides: a row of Import-Csv, or [pscustomobject], also behind
    /// Select-Object, which marks whatever passes.
    /// </summary>
    public static bool IsPlain(PSObject item) => item.BaseObject is PSCustomObject
        && item.TypeNames is { } names && (names.Count == 2 ? names[0] == s_plain : names.Count == 3 && names[0] == s_chosen && names[1] == s_plain);

    private static (string Name, bool IsChoice)? Find(PSObject? item)
    {
        if (item is null || IsPlain(item))
        {
            return null;
        }

        foreach (string name in item.TypeNames)
        {
            string bare = name;
            bool isChoice = false;
            while ((Without(bare, Copy) ?? Without(bare, Choice) ?? Without(bare, Table)) is { } rest)
            {
                isChoice |= Without(bare, Copy) is null;
                bare = rest;
            }

            if (bare.StartsWith(Prefix + "Rc", StringComparison.Ordinal) && bare.IndexOf('#') < 0)
            {
                return (bare.Substring(Prefix.Length), isChoice);
            }
        }

        return null;
    }

    private static string? Without(string name, string start) => name.StartsWith(start, StringComparison.Ordinal) ? name.Substring(start.Length) : null;
}
