using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Counts the objects that are piped in and those that were read. PowerShell reports an object that it cannot bind and goes on without it; a
/// batch must not go out without a row that its owner believes to be in it, nor a list without a recipient.
/// </summary>
internal sealed class PipedObjects
{
    private long _piped;
    private long _read;
    private PSObject? _current;

    /// <summary>Gets the object that was piped last; <see langword="null"/> between two objects.</summary>
    public PSObject? Current => _current;

    /// <summary>Notes an object, as PowerShell binds it; <see langword="null"/> when it takes the value back.</summary>
    public void Bind(PSObject? input)
    {
        _current = input;
        _piped += input is null ? 0 : 1;
    }

    /// <summary>Notes that the current object was read.</summary>
    public void Read() => _read += _current is null ? 0 : 1;

    /// <summary>The file that the current object stands for: of a repair the repaired file, not the one with the mistakes.</summary>
    /// <param name="path">The path as PowerShell bound it.</param>
    /// <exception cref="InvalidParameterException">The repair was a dry run, which has written no file.</exception>
    public string FileOf(string path)
    {
        if (ModuleTypes.NameOf(_current) != nameof(RcBatchCsvRepair) || _current!.Properties[nameof(RcBatchCsvRepair.Destination)]?.Value?.ToString() is not { Length: > 0 } destination)
        {
            return path;
        }

        return _current.Properties[nameof(RcBatchCsvRepair.IsDryRun)]?.Value is true
            ? throw new InvalidParameterException(
                "Path", _current, $"The repair was a dry run (-WhatIf): '{destination}' was not written. Nothing was sent.", "Run Repair-RcBatchCsv without -WhatIf first.")
            : destination;
    }

    /// <summary>Refuses to go on when an object could not be read as a row.</summary>
    /// <param name="consequence">What follows from it, such as "Nothing was sent."</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void RequireAllRows(string consequence) => RequireAll(
        "InputObject",
        "could not be read as rows. " + consequence,
        "Every object needs a number and a text (see the errors above); fix them, or give the columns those names.");

    /// <summary>Refuses to go on when an object was not read.</summary>
    /// <param name="parameterName">The parameter that it should have been bound to.</param>
    /// <param name="failure">What it lacks, and what follows from it.</param>
    /// <param name="recommendedAction">What to pipe instead.</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void RequireAll(string parameterName, string failure, string recommendedAction)
    {
        if (_read != _piped)
        {
            throw new InvalidParameterException(parameterName, null, $"{_piped - _read} of {_piped} piped objects {failure}", recommendedAction);
        }
    }
}
