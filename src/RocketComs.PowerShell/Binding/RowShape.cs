using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows the columns of the plain object that was looked at as a whole, so that of the next one with the same columns only the values are read. Each
/// object is compared name by name: a pipeline may bring objects of several kinds.
/// </summary>
/// <param name="parameters">The parameters of the command that take a column.</param>
internal sealed class RowShape(ColumnParameter[] parameters)
{
    private string[] _names = [];
    private PSPropertyInfo[] _current = [];
    private int[][] _places = [];
    private int[] _unread = [];

    /// <summary>Gets the places of the parameters that have a column, or are given otherwise.</summary>
    public int[] Read { get; private set; } = [];

    /// <summary>Gets the parameter set that the object was read in.</summary>
    public string? Set { get; private set; }

    /// <summary>Gets the columns that nothing reads, in the object that was taken last.</summary>
    public PSPropertyInfo[] Unread => _unread.Length == 0 ? [] : [.. _unread.Select(place => _current[place])];

    /// <summary>Whether an object has the columns that are known.</summary>
    public bool Takes(PSObject input)
    {
        if (_names.Length == 0 || !ModuleTypes.IsPlain(input))
        {
            return false;
        }

        int count = 0;
        foreach (PSPropertyInfo property in input.Properties)
        {
            if (count == _names.Length || !string.Equals(property.Name, _names[count], StringComparison.Ordinal))
            {
                return false;
            }

            _current[count++] = property;
        }

        return count == _names.Length;
    }

    /// <summary>Notes the columns of an object whose names have been looked at.</summary>
    /// <param name="input">The object.</param>
    /// <param name="set">The parameter set that it is read in.</param>
    /// <param name="isGiven">Whether a parameter is given otherwise.</param>
    /// <param name="unread">Its columns that nothing reads.</param>
    public void Learn(PSObject input, string set, Func<string, bool> isGiven, IEnumerable<PSPropertyInfo> unread)
    {
        if (!ModuleTypes.IsPlain(input))
        {
            return;
        }

        Set = set;
        _names = [.. input.Properties.Select(static property => property.Name)];
        _current = new PSPropertyInfo[_names.Length];
        _unread = [.. unread.Select(property => PlaceOf(property.Name))];
        _places = [.. parameters.Select(parameter => parameter.Names.Select(PlaceOf).Where(static place => place >= 0).ToArray())];
        Read = [.. Enumerable.Range(0, parameters.Length).Where(parameter => _places[parameter].Length > 0 || isGiven(parameters[parameter].Name))];
    }

    /// <summary>The columns of a parameter in the object that was taken last, filled or not.</summary>
    /// <param name="parameter">The place of the parameter.</param>
    public int CountOf(int parameter) => _places[parameter].Length;

    /// <summary>One of these columns.</summary>
    /// <param name="parameter">The place of the parameter.</param>
    /// <param name="at">Which of its columns, from 0.</param>
    public PSPropertyInfo Column(int parameter, int at) => _current[_places[parameter][at]];

    private int PlaceOf(string name) => Array.FindIndex(_names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}
