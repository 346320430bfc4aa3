using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Connections;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>
/// Base of every command. Its hooks run on the pipeline thread and come back to it after every await, so that
/// <see cref="Cmdlet.WriteObject(object)"/>, <see cref="Cmdlet.ShouldProcess(string)"/> and the like are called as in any
/// other command; errors of Core become error records here.
/// </summary>
/// <remarks>Code below the commands must never block on a task.</remarks>
public abstract class RcCmdlet : ScreenCmdlet, IDynamicParameters, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private int _pipelineThread;

    // Which of the piped objects is at hand, from 1; 0 before the first and after the last.
    private long _place;
    private bool _isDisposed;
    private bool _isEndTold;
    private volatile PipelineContext? _running;
    private Func<Task>? _process;
    private Action? _stop;

    /// <summary>Gets the token that is cancelled when the user or a later command stops the pipeline.</summary>
    protected CancellationToken StopToken => _stopping.Token;

    /// <summary>Gets the object that was piped in last; <see langword="null"/> without one.</summary>
    private protected virtual object? CurrentInput => null;

    /// <summary>Gets which of the piped objects is at hand, from 1, where they are rows of a table, which look alike: an object of a command has a name or an id.</summary>
    private protected long TablePlace => CurrentInput is PSObject { BaseObject: PSCustomObject } ? _place : 0;

    /// <summary>Gets the user agent: module and PowerShell version.</summary>
    private protected string UserAgent => SessionFactory.ModuleUserAgent(GetVariableValue("PSVersionTable"));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Dispose(disposing: true);
            _stopping.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Called by PowerShell when all that was typed is bound, and before it looks whether that is enough: the one place where a command can say
    /// itself what is missing. No command has dynamic parameters.
    /// </summary>
    /// <returns>Nothing.</returns>
    public object? GetDynamicParameters()
    {
        // Help, completion and Get-Command ask too, without an invocation.
        if (MyInvocation is { ExpectingInput: false, InvocationName.Length: > 0, BoundParameters: { } bound } && ParameterSets.Missing(GetType(), MyInvocation.MyCommand.Name, bound.Keys) is { } missing)
        {
            ThrowTerminatingError(ErrorRecords.Create(missing, target: null));
        }

        return null;
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _pipelineThread = Environment.CurrentManagedThreadId;
        FindScreen();
        Run(() =>
        {
            OnOrOffAttribute.RefuseEmpty(MyInvocation.BoundParameters);
            DefaultValues.RefuseUnbound(this);
            return BeginProcessingAsync();
        });
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        _place++;
        Run(_process ??= ProcessRecordAsync);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        _place = 0;
        Run(EndProcessingAsync);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command ended while the stop was under way.
        }
    }

    /// <summary>Runs before the first input.</summary>
    protected virtual Task BeginProcessingAsync() => Task.CompletedTask;

    /// <summary>Runs for each input.</summary>
    protected virtual Task ProcessRecordAsync() => Task.CompletedTask;

    /// <summary>Runs after the last input.</summary>
    protected virtual Task EndProcessingAsync() => Task.CompletedTask;

    /// <summary>Gets what the command leaves behind when it ends before its work is done, in sentences; <see langword="null"/> when there is nothing to say.</summary>
    /// <param name="isStopped">Whether the user or a later command stopped it; otherwise an error or a preference did.</param>
    private protected virtual string? SumUp(bool isStopped) => null;

    /// <summary>Frees what the command holds, also after a stop or an error.</summary>
    /// <param name="disposing">Always <see langword="true"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Turns a failure of a hook into an error record; <see langword="null"/> for one that goes on as it is.</summary>
    /// <param name="exception">The failure.</param>
    protected virtual ErrorRecord? ToErrorRecord(Exception exception) => exception switch
    {
        // A row that Core made of an object is reported as the object, and says itself which one it is.
        InvalidParameterException { Value: RcBatchRow } row => ErrorRecords.Create(row, CurrentInput),
        InvalidParameterException { Value: null } parameter => ErrorRecords.Create(parameter, CurrentInput, TablePlace),
        RocketComsException known => ErrorRecords.Create(known, target: null, TablePlace),
        _ => null,
    };

    /// <summary>Reports a failure of one input and lets the command go on, or ends it when no further input could fare better.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="target">The input that it is about.</param>
    private protected void Report(RocketComsException exception, object? target) => Report(exception, target, TablePlace);

    /// <summary>The same, of one of the inputs before.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="target">The input that it is about.</param>
    /// <param name="place">As of <see cref="TablePlace"/>, then.</param>
    private protected void Report(RocketComsException exception, object? target, long place)
    {
        ErrorRecord record = ErrorRecords.Create(exception, target, place);
        if (exception.EndsCommand)
        {
            TellEnd(isStopped: false);
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Runs an action on the pipeline thread, from any thread; one that comes after the hook's end is dropped.</summary>
    private protected void Post(Action action) => _running?.Post(static state => ((Action)state!)(), action);

    /// <summary>Shows progress, from any thread.</summary>
    internal void ShowProgress(ProgressState state)
    {
        // Work on the pipeline thread itself would be over before what it posts is shown.
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            WriteProgress(state);
        }
        else
        {
            Post(() => WriteProgress(state));
        }
    }

    /// <summary>Gets the price of a segment that Connect-RcAccount was given in this runspace, for commands that need no connection.</summary>
    private protected static decimal? SessionPrice => RunspaceState.Current.Session?.Connection.PricePerSegment;

    /// <summary>Gets the zone in which the platform reads times, as Connect-RcAccount was given it in this runspace.</summary>
    private protected static string? SessionTimeZone => RunspaceState.Current.Session?.Connection.TimeZone;

    /// <summary>Gets the currency of that price; <see langword="null"/> when none was given.</summary>
    private protected static string? SessionCurrency => RunspaceState.Current.Session?.Connection.Currency;

    /// <summary>Gets the page that explains each rule in a section.</summary>
    private protected Uri RulesPage => new(Path.Combine(MyInvocation.MyCommand.Module.ModuleBase, "docs", "rules.md"));

    /// <summary>The length of a short link, which means nothing where URLs are sent as they stand.</summary>
    /// <param name="isSent">Whether URLs are sent as short links.</param>
    /// <param name="length">The length that was given, or the default.</param>
    /// <exception cref="InvalidParameterException">It was given for nothing.</exception>
    private protected int LengthOfShortLink(bool isSent, int length) => isSent || !MyInvocation.BoundParameters.ContainsKey("ShortLinkLength") ? length : throw new InvalidParameterException(
        "ShortLinkLength", length, "-ShortLinkLength counts only with -ShortLink, which sends every URL as a short link.", "Give -ShortLink too, or leave -ShortLinkLength out.");

    /// <summary>The session of this runspace: that of Connect-RcAccount, else the one that the environment variables describe; none after a failed connect.</summary>
    private protected Session? FindSession() => RunspaceState.Current.Find(UserAgent);

    /// <summary>The session of a connection that was given, else that of this runspace; without one the command ends.</summary>
    private protected Session RequireSession(RcConnection? connection) =>
        connection is null ? FindSession() ?? throw RunspaceState.Current.NotConnected() : Session.Of(connection);

    /// <summary>The full path of a file that need not exist, from a path as the user wrote it.</summary>
    /// <exception cref="BatchFileException">The path is not one of the file system.</exception>
    private protected string FullPath(string path)
    {
        Exception? cause = null;
        try
        {
            string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name == "FileSystem")
            {
                return full;
            }
        }
        catch (Exception exception) when (
            exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException or PSNotSupportedException)
        {
            cause = exception;
        }

        throw new BatchFileException(path, $"'{path}' is not a file system path.", "Give the path of a CSV file on disk.", cause);
    }

    private void Run(Func<Task> hook)
    {
        try
        {
            using PipelineContext context = new(_stop ??= StopProcessing);
            _running = context;
            context.Run(hook);
        }
        catch (Exception exception) when (_stopping.IsCancellationRequested && exception is OperationCanceledException or PipelineStoppedException)
        {
            TellEnd(isStopped: true);
            throw exception as PipelineStoppedException ?? new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or RuntimeException) && ToErrorRecord(exception) is { } record)
        {
            TellEnd(isStopped: false);
            ThrowTerminatingError(record);
        }
        catch
        {
            // -ErrorAction Stop, -WarningAction Stop, or a later command that wants no more.
            TellEnd(isStopped: false);
            throw;
        }
    }

    // Once, and where it can be read: a stream takes nothing any more once the pipeline is being stopped.
    private void TellEnd(bool isStopped)
    {
        if (_isEndTold || SumUp(isStopped) is not { } summary)
        {
            return;
        }

        _isEndTold = true;
        try
        {
            if (!isStopped)
            {
                WriteWarning(summary);
                return;
            }
        }
        catch (Exception exception) when (exception is PipelineStoppedException or RuntimeException)
        {
            // -WarningAction Stop, too.
        }

        WarnAtStop(summary);
    }
}
