using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Journal;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Connections;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Base of the commands that talk to the platform.</summary>
public abstract class ConnectedCmdlet : RcCmdlet
{
    private static readonly TimeSpan s_longPause = TimeSpan.FromSeconds(5);

    private RcJournalConsent _consent;
    private Session? _session;

    /// <summary>Gets or sets the connection; without one, that of Connect-RcAccount in this session, then the environment variables.</summary>
    [Parameter]
    [ValidateNotNull]
    public RcConnection? Connection { get; set; }

    /// <summary>Gets whether the command changes something on the platform.</summary>
    private protected virtual bool IsWrite => GetType().GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess;

    /// <summary>Gets the connection in use, with what the session's commands use unless told otherwise.</summary>
    private protected RcConnection ActiveConnection { get; private set; } = null!;

    /// <summary>Gets the platform's host, and its port where that is none of the usual: what a person should see before it costs money.</summary>
    internal string Authority => BaseUri.Authority;

    /// <summary>Gets the way to the platform, with verbose lines for this command.</summary>
    private protected ITransport Transport { get; private set; } = null!;

    /// <summary>Gets the batch endpoints.</summary>
    private protected BatchesClient Batches => new(Transport, Placement);

    /// <summary>Gets the base URI of the platform, with a slash at its end.</summary>
    private protected Uri BaseUri => ActiveConnection.BaseUri;

    /// <summary>Gets where scalar parameters of a batch travel.</summary>
    private protected RcParameterPlacement Placement => ActiveConnection.ParameterPlacement;

    /// <summary>Gets the command as Core's sending sees it.</summary>
    private protected ISendingHost SendingHost { get; private set; } = null!;

    /// <summary>Gets what watches the writes of this command.</summary>
    private protected WriteGuard Guard { get; private set; } = null!;

    /// <summary>Finds the connection; without one the command ends.</summary>
    protected override Task BeginProcessingAsync()
    {
        Session session = RequireSession(Connection);
        _session = session;
        if (IsWrite)
        {
            session.RequireMeant();
        }

        ActiveConnection = session.Connection;
        if (Connection is null && session.IsFromEnvironment)
        {
            WriteVerbose($"The connection comes from the environment variables ROCKETCOMS_*: {BaseUri}");
        }

        SendingHost = new CommandHost(this);
        Guard = new WriteGuard(Journal(session), Identity(session), TimeProvider.System, WriteWarning);
        Transport = new ListeningTransport(session.Transport, Listen);
        return Task.CompletedTask;
    }

    /// <summary>Asks where -Confirm or the preference wants it, and tells with -WhatIf.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <exception cref="ConfirmationRequiredException">It must be confirmed, and nobody can answer.</exception>
    private protected bool ConfirmChange(string target, string action)
    {
        try
        {
            bool isAgreed = ShouldProcess(target, action);
            _consent = CommandHost.AsksBeforeChanges(this) ? RcJournalConsent.Asked : RcJournalConsent.NotNeeded;
            return isAgreed;
        }
        catch (Exception exception) when (CommandHost.IsUnanswerable(exception) || exception is NullReferenceException)
        {
            // The console fails with a null reference at the end of a redirected input.
            throw new ConfirmationRequiredException($"{action}: {target}", exception);
        }
    }

    /// <summary>Runs a write, with its lines in the journal; a stop says what is not known.</summary>
    /// <param name="write">The write; it reports the bytes that it has sent.</param>
    /// <param name="name">What is written, for the user: "message template x".</param>
    /// <param name="ifUnknown">How to find out whether it was carried out, in a sentence.</param>
    /// <param name="entry">What the journal shall say of it besides.</param>
    private protected Task<T> WriteAsync<T>(Func<Action<long, long?>, Task<T>> write, string name, string ifUnknown, RcJournalEntry? entry = null) =>
        Guard.RunAsync(IntentOf(name, ifUnknown, entry), write, StopToken);

    /// <summary>Runs a write without an answer to show.</summary>
    private protected Task WriteAsync(Func<Action<long, long?>, Task> write, string name, string ifUnknown, RcJournalEntry? entry = null) =>
        Guard.RunAsync(IntentOf(name, ifUnknown, entry), write, StopToken);

    private WriteIntent IntentOf(string name, string ifUnknown, RcJournalEntry? entry) => new(name, ifUnknown) { Entry = entry ?? new RcJournalEntry { Consent = _consent } };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_session is not null && IsWrite)
        {
            ServerCompleter.Forget(_session);
        }

        base.Dispose(disposing);
    }

    private protected override string? SumUp(bool isStopped) =>
        !IsWrite || Guard is null ? null : isStopped ? "Stopped. " + Guard.SumUp() : Guard.IsUnderWay ? "Ended early. " + Guard.SumUp() : null;

    /// <summary>Does something and reports its failure as that of an input; a wrong parameter ends the command.</summary>
    /// <param name="target">The input: an id, a name.</param>
    /// <param name="action">What to do.</param>
    private protected async Task ReportingAsync(object target, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException)
        {
            Report(exception, target);
        }
    }

    // A sandbox's batches go to nobody; they are noted only where a file is named for it.
    private static JournalFile? Journal(Session session) =>
        (!session.IsSandbox || JournalLocation.IsNamed) && JournalLocation.Find() is { } path ? new JournalFile(path) : null;

    private RcJournalEntry Identity(Session session) => new()
    {
        Command = MyInvocation.MyCommand.Name,
        Target = session.Connection.BaseUri.Authority,
        UserName = session.Connection.UserName,
    };

    // Called on any thread.
    private void Listen(ClientTrace trace)
    {
        if (trace.RetryAfter is { } wait)
        {
            // Whoever waits that long should know why.
            if (wait >= s_longPause)
            {
                string why = trace.StatusCode is { } answered ? FormattableString.Invariant($"was answered with HTTP {(int)answered}") : "failed";
                Post(() => WriteWarning(FormattableString.Invariant($"{trace.Request} {why}, and is sent again in {wait.TotalSeconds:0} seconds.")));
            }

            return;
        }

        // What is read back after a write says nothing about it, and a success is judged when all of it is there.
        if (trace.StatusCode is { } status && (int)status is >= 400 and < 500 or 503 && !trace.Request.StartsWith("GET ", StringComparison.Ordinal))
        {
            Guard.NoteRefusal();
        }

        Post(() => WriteVerbose(Describe(trace)));
    }

    private static string Describe(ClientTrace trace) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} -> {1}, {2} ms{3}",
        trace.Request,
        trace.StatusCode is { } status ? (int)status : "no answer",
        trace.Milliseconds,
        trace.TraceId is null ? string.Empty : ", traceId " + trace.TraceId);
}
