using System.Collections;
using System.Data;
using System.Management.Automation;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>The ways in which a row of a table reaches a command.</summary>
internal static class Carriers
{
    public const string Table = "hashtable";

    /// <summary>Gets their names.</summary>
    public static string[] All { get; } = ["PSCustomObject", Table, "DataRow", "class instance", "deserialized", "selected"];

    /// <summary>Makes a row.</summary>
    public static object? Make(string carrier, (string Name, object? Value)[] cells) => carrier switch
    {
        "PSCustomObject" => Record(cells),
        Table => new Hashtable(cells.ToDictionary(cell => cell.Name, cell => cell.Value)),
        "DataRow" => Row(cells),
        "class instance" => Instance(cells),
        "deserialized" => PSSerializer.Deserialize(PSSerializer.Serialize(Record(cells))),
        _ => Selected(cells),
    };

    private static PSObject Record((string Name, object? Value)[] cells)
    {
        PSObject record = new();
        foreach ((string name, object? value) in cells)
        {
            record.Properties.Add(new PSNoteProperty(name, value));
        }

        return record;
    }

    // As Select-Object marks what it has made; the sessions of these tests have no Select-Object.
    private static PSObject Selected((string Name, object? Value)[] cells)
    {
        PSObject record = Record(cells);
        record.TypeNames.Insert(0, "Selected.System.Management.Automation.PSCustomObject");
        return record;
    }

    private static DataRow Row((string Name, object? Value)[] cells)
    {
        DataTable table = new();
        foreach ((string name, _) in cells)
        {
            table.Columns.Add(name, typeof(object));
        }

        return table.Rows.Add([.. cells.Select(cell => cell.Value ?? DBNull.Value)]);
    }

    // Columns that the class has not are added, as Add-Member would.
    private static PSObject Instance((string Name, object? Value)[] cells)
    {
        PSObject instance = new(new Instance());
        foreach ((string name, object? value) in cells)
        {
            if (typeof(Instance).GetProperty(name) is { } property)
            {
                property.SetValue(instance.BaseObject, value);
            }
            else
            {
                instance.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        return instance;
    }
}

/// <summary>A row of somebody's own program.</summary>
public sealed class Instance
{
    public object? Action { get; set; }

    public object? StartDate { get; set; }

    public object? EndDate { get; set; }

    public object? StartTime { get; set; }

    public object? EndTime { get; set; }

    public object? ExternalId { get; set; }

    public object? Description { get; set; }
}
