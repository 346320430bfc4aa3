namespace RocketComs.PowerShell.Binding;

/// <summary>What a column means.</summary>
internal enum ColumnKind
{
    /// <summary>A text: a string, a number, a character, an id or an address.</summary>
    Text,

    /// <summary>A text that changes nothing about what is sent, to whom and when.</summary>
    Note,

    /// <summary>A day, in a form that is clear everywhere.</summary>
    Day,

    /// <summary>A time of day, in a form that is clear everywhere.</summary>
    Time,

    /// <summary>An action: Validate or Schedule.</summary>
    Action,

    /// <summary>A batch: its id, or an object that has it.</summary>
    Batch,

    /// <summary>A campaign: its id, or an object that has it.</summary>
    Campaign,

    /// <summary>A message template: its id, or an object that has it.</summary>
    Template,

    /// <summary>Recipient lists: ids, or objects that have them.</summary>
    Lists,

    /// <summary>A file: its path, or an object that has it.</summary>
    File,
}

/// <summary>
/// Says what the column means that a parameter takes. The parameter itself is of the type object, or an array of it: so PowerShell converts
/// nothing, and hands over a script block instead of running it. One of another type is typed alone, and a column is compared with it.
/// </summary>
/// <param name="kind">What the column means.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ColumnAttribute(ColumnKind kind) : Attribute
{
    /// <summary>Gets what the column means.</summary>
    public ColumnKind Kind { get; } = kind;
}
