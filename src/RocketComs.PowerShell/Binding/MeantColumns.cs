using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Refuses a filled column that no parameter takes, but that says something about what is done: one with the name of a parameter, with the word for an
/// action, or, where messages go out, with a day or a time; and one that says that a person wants no messages. Left out in silence, it would send what is
/// meant for another day, or not to be sent.
/// </summary>
/// <param name="command">The command.</param>
internal sealed class MeantColumns(PSCmdlet command)
{
    private readonly IReadOnlyDictionary<string, string> _names = command is IRefusesMeant ? ColumnNames.Meant(command.GetType()) : new Dictionary<string, string>();

    private readonly WishColumn _wishes = new();

    /// <summary>Refuses such a column.</summary>
    /// <param name="input">What was piped.</param>
    /// <param name="unread">Its columns that no parameter takes.</param>
    /// <param name="action">What the platform shall do.</param>
    /// <param name="isOfPerson">
    /// Whether the input is a row of people, whose table has days of its own: those that are past are no schedule. A plan is written for the sending alone.
    /// </param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void Refuse(PSObject input, IEnumerable<PSPropertyInfo> unread, RcBatchAction action, bool isOfPerson)
    {
        // A day is past once it is so everywhere.
        DateTime? from = isOfPerson ? TimeProvider.System.GetUtcNow().AddHours(-12).Date : null;
        foreach (PSPropertyInfo property in unread)
        {
            object? value = Value(property);
            if (isOfPerson && _wishes.SaysNo(property.Name, value))
            {
                throw new InvalidParameterException(
                    property.Name,
                    input,
                    $"The column {property.Name} of the piped object ('{Cell.Show(value)}') says that this person wants no messages, and it is not read. Nothing was sent for it.",
                    "Leave out the rows of these people with Where-Object before this command; drop the column with Select-Object if it says something else.");
            }

            string? why = Cell.IsEmpty(value) ? null
                : _names.TryGetValue(ColumnNames.Bare(property.Name), out string? parameter) ? $"-{parameter} is a parameter, and is not read from a column here"
                : command is not ISendsMessages ? null
                : CellReader.WordOf(typeof(RcBatchAction), value) is not null ? "it has the word of an action"
                : action == RcBatchAction.Schedule && DayText.IsDayOrTime(value, from) ? "it has a day or a time, and what is sent would go out without it"
                : null;
            if (why is not null)
            {
                throw new InvalidParameterException(
                    property.Name,
                    value,
                    $"The column {property.Name} of the piped object ('{Cell.Show(value)}') is not read: {why}. Nothing was sent for it.",
                    "Give what is meant as a parameter, or, in a plan, in a column of its name (Action, StartDate, EndDate, StartTime, EndTime); "
                        + "leave out other columns with Select-Object.");
            }
        }
    }

    // What cannot be read says nothing.
    private static object? Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
