using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Counts the objects that are piped in and those that were read. PowerShell reports an object that it cannot bind and goes on without it; a
/// batch must not go out without a row that its owner believes to be in it, nor a list without a recipient.
/// </summary>
internal sealed class PipedObjects
{
    // Stands for a null that was piped: PowerShell gives null also when it takes a value back.
    private static readonly PSObject s_null = new();

    private long _piped;
    private long _read;
    private PSObject? _current;
    private PSObject? _waiting;
    private PSObject? _firstUnread;

    /// <summary>Gets the object that was piped last; <see langword="null"/> between two objects.</summary>
    public PSObject? Current => _current;

    /// <summary>Gets the first object that was not read; <see langword="null"/> when that was piped.</summary>
    private PSObject? FirstUnread => (_firstUnread ?? _waiting) is { } first && !ReferenceEquals(first, s_null) ? first : null;

    /// <summary>What is bound for what was piped: never null, which would not be told from nothing.</summary>
    public static object Bound(object? input) => input ?? s_null;

    /// <summary>Notes an object, as PowerShell binds it; <see langword="null"/> when it takes the value back.</summary>
    public void Bind(PSObject? input)
    {
        _current = ReferenceEquals(input, s_null) ? null : input;
        if (input is not null)
        {
            _piped++;
            _firstUnread ??= _waiting;
            _waiting = input;
        }
    }

    /// <summary>Notes that the current object was read.</summary>
    public void Read()
    {
        _read += _current is null ? 0 : 1;
        _waiting = null;
    }

    /// <summary>Refuses to go on when nothing came through the pipeline: the command before this one may have failed.</summary>
    /// <param name="command">The command.</param>
    /// <param name="what">What is piped to it: "row", "file".</param>
    /// <param name="consequence">What follows from it, such as "Nothing was sent."</param>
    /// <exception cref="InvalidParameterException">Nothing came.</exception>
    public void RequireAny(PSCmdlet command, string what, string consequence)
    {
        if (command.MyInvocation.ExpectingInput && _piped == 0)
        {
            throw new InvalidParameterException(
                "InputObject", null, $"No {what} arrived through the pipeline. {consequence}", "See whether the command before this one gave anything; leave the pipe out if nothing is meant to come.");
        }
    }

    /// <summary>Refuses to go on when an object could not be read as a row.</summary>
    /// <param name="command">The command, whose columns are named.</param>
    /// <param name="consequence">What follows from it, such as "Nothing was sent."</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void RequireAllRows(PSCmdlet command, string consequence)
    {
        if (_read != _piped)
        {
            throw UnreadInput.NotBound(FirstUnread, $"{_piped - _read} of {_piped}", ColumnNames.Of(command.GetType()), consequence);
        }
    }

    /// <summary>Refuses to go on when an object was not read.</summary>
    /// <param name="parameterName">The parameter that it should have been bound to.</param>
    /// <param name="failure">What it lacks, and what follows from it.</param>
    /// <param name="recommendedAction">What to pipe instead.</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void RequireAll(string parameterName, string failure, string recommendedAction)
    {
        if (_read != _piped)
        {
            throw new InvalidParameterException(parameterName, FirstUnread, $"{_piped - _read} of {_piped} piped objects {failure}", recommendedAction);
        }
    }
}
