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
    /// <param name="input">What was given.</param>
    /// <param name="unread">Its columns that no parameter takes.</param>
    /// <param name="action">What the platform shall do.</param>
    /// <param name="isOfPerson">Whether the input is a row of people, who may have said what they want.</param>
    /// <param name="isPlan">Whether it is a plan, which is written for the sending alone. Other tables have days of their own: those that are past are no schedule.</param>
    /// <exception cref="InvalidParameterException">There is one, or one cannot be read.</exception>
    public void Refuse(PSObject input, IEnumerable<PSPropertyInfo> unread, RcBatchAction action, bool isOfPerson, bool isPlan)
    {
        // A day is past once it is so everywhere.
        DateTime? from = isPlan ? null : TimeProvider.System.GetUtcNow().AddHours(-12).Date;
        foreach (PSPropertyInfo property in unread)
        {
            object? value = ColumnCheck.Value(input, property, property.Name);
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
            if (why is not null && !ColumnCheck.IsOfOrigin(input, property.Name))
            {
                throw new InvalidParameterException(
                    property.Name,
                    value,
                    $"The column {property.Name} of the object ('{Cell.Show(value)}') is not read: {why}. Nothing was sent for it.",
                    "Give what is meant as a parameter, or, in a plan, in a column of its name (Action, StartDate, EndDate, StartTime, EndTime); "
                        + "leave out other columns with Select-Object.");
            }
        }
    }
}
