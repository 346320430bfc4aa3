using System.Management.Automation;
using Xunit;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>What a command wrote to its streams, and the error that ended it, if one did.</summary>
internal sealed record CommandResult(
    IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<string> Verbose, ErrorRecord? Terminating)
{
    /// <summary>The one object that the command emitted; it must not have failed.</summary>
    public PSObject Single()
    {
        NoErrors();
        return Assert.Single(Output);
    }

    /// <summary>A property of every object emitted.</summary>
    public IReadOnlyList<T?> Values<T>(string property) => [.. Output.Select(item => item.Get<T>(property))];

    /// <summary>The command must not have failed in any way.</summary>
    public CommandResult NoErrors()
    {
        Assert.Null(Terminating?.ToString());
        Assert.Empty(Errors.Select(error => error.FullyQualifiedErrorId + ": " + error));
        return this;
    }

    /// <summary>The one error that let the command go on. It must have the id, say what is wrong and what to do.</summary>
    public ErrorRecord Error(string id)
    {
        Assert.Null(Terminating?.ToString());
        return Checked(Assert.Single(Errors), id);
    }

    /// <summary>The error that ended the command.</summary>
    public ErrorRecord Ended(string id)
    {
        Assert.NotNull(Terminating);
        return Checked(Terminating, id);
    }

    private static ErrorRecord Checked(ErrorRecord error, string id)
    {
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, System.StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.Message));
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction));
        return error;
    }
}
