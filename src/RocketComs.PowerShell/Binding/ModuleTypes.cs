using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>Tells the objects that this module emits from all others.</summary>
internal static class ModuleTypes
{
    private const string Prefix = "RocketComs.";
    private const string Copy = "Deserialized.";

    /// <summary>
    /// The name of an object's type, such as <c>RcBatch</c>, also of a copy that came back from a job or a file; <see langword="null"/> for an
    /// object of another kind, and for what Select-Object has made of one of ours: who chooses properties knows what they are.
    /// </summary>
    public static string? NameOf(PSObject? item)
    {
        foreach (string name in (System.Collections.Generic.IEnumerable<string>?)item?.TypeNames ?? [])
        {
            string bare = name.StartsWith(Copy, StringComparison.Ordinal) ? name.Substring(Copy.Length) : name;
            if (bare.StartsWith(Prefix + "Rc", StringComparison.Ordinal) && bare.IndexOf('#') < 0)
            {
                return bare.Substring(Prefix.Length);
            }
        }

        return null;
    }

    /// <summary>Whether an object is a batch, also one that came back from a job, a file or Select-Object.</summary>
    public static bool IsBatch(PSObject? item) => item?.TypeNames.Any(name => name.EndsWith(Prefix + nameof(RcBatch), StringComparison.Ordinal)) == true;
}
