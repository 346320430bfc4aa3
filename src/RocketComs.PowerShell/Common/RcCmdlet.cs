using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Connections;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the module's commands: errors of Core become error records here.</summary>
public abstract class RcCmdlet : AsyncPSCmdlet
{
    /// <summary>Gets the object that was piped in last; <see langword="null"/> without one.</summary>
    private protected virtual object? CurrentInput => null;

    /// <inheritdoc/>
    protected override ErrorRecord? ToErrorRecord(Exception exception) => exception switch
    {
        // A row that Core made of an object is reported as the object.
        InvalidParameterException { Value: RcBatchRow } row => ErrorRecords.Create(row, CurrentInput),
        RocketComsException known => ErrorRecords.Create(known, target: null),
        _ => null,
    };

    /// <summary>Reports a failure of one input and lets the command go on, or ends it when no further input could fare better.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="target">The input that it is about.</param>
    private protected void Report(RocketComsException exception, object? target)
    {
        ErrorRecord record = ErrorRecords.Create(exception, target);
        if (ErrorRecords.EndsCommand(exception))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Gets the user agent: module and PowerShell version.</summary>
    private protected string UserAgent => SessionFactory.ModuleUserAgent(GetVariableValue("PSVersionTable"));

    /// <summary>The session of this runspace: that of Connect-RcAccount, else the one that the environment variables describe.</summary>
    private protected Session? FindSession() => RunspaceState.Current.Session ?? EnvironmentSession.Find(RunspaceState.Current, UserAgent);

    /// <summary>The full path of a file that need not exist, from a path as the user wrote it.</summary>
    /// <exception cref="BatchFileException">The path is not one of the file system.</exception>
    private protected string FullPath(string path)
    {
        try
        {
            string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem" ? full : throw NotAFile(path, null);
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException or PSNotSupportedException)
        {
            throw NotAFile(path, exception);
        }
    }

    private static BatchFileException NotAFile(string path, Exception? cause) =>
        new(path, $"'{path}' is no path of the file system.", "Give the path of a CSV file on disk.", cause);
}
