using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Http.Transport;
using RocketComs.PowerShell.Connections;
using RocketComs.PowerShell.Errors;
using RocketComs.PowerShell.Sending;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands that talk to the platform.</summary>
public abstract class ConnectedCmdlet : RcCmdlet
{
    private volatile bool _isAwaitingAnswer;

    /// <summary>Gets or sets the connection; without one, that of Connect-RcAccount in this session, then the environment variables.</summary>
    [Parameter]
    [ValidateNotNull]
    public RcConnection? Connection { get; set; }

    /// <summary>Gets the way to the platform, with verbose lines for this command.</summary>
    private protected ITransport Transport { get; private set; } = null!;

    /// <summary>Gets the batch endpoints.</summary>
    private protected BatchesClient Batches { get; private set; } = null!;

    /// <summary>Gets the platform's host, and its port where that is none of the usual: what a person should see before it costs money.</summary>
    internal string Authority { get; private set; } = string.Empty;

    /// <summary>Gets the base URI of the platform, with a slash at its end.</summary>
    private protected Uri BaseUri { get; private set; } = null!;

    /// <summary>Gets where scalar parameters of a batch travel.</summary>
    private protected RcParameterPlacement Placement { get; private set; }

    /// <summary>Gets or sets whether a write has begun whose answer has not come yet.</summary>
    internal bool IsAwaitingAnswer
    {
        get => _isAwaitingAnswer;
        set => _isAwaitingAnswer = value;
    }

    /// <summary>Finds the connection; without one the command ends.</summary>
    protected override Task BeginProcessingAsync()
    {
        Session session = Connection is null ? FindSession() ?? throw new NotConnectedException() : Session.Of(Connection);
        BaseUri = session.Connection.BaseUri;
        Authority = session.Connection.BaseUri.Authority;
        if (Connection is null && !ReferenceEquals(session, RunspaceState.Current.Session))
        {
            WriteVerbose($"The connection comes from the environment variables ROCKETCOMS_*: {session.Connection.BaseUri}");
        }

        Transport = new ListeningTransport(session.Transport, Listen);
        Placement = session.Connection.ParameterPlacement;
        Batches = new BatchesClient(Transport, Placement);
        return Task.CompletedTask;
    }

    /// <summary>Asks where -Confirm or the preference wants it, and tells with -WhatIf.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <exception cref="ConfirmationRequiredException">It must be confirmed, and nobody can answer.</exception>
    private protected bool Should(string target, string action)
    {
        try
        {
            return ShouldProcess(target, action);
        }
        catch (Exception exception) when (Confirmation.IsUnanswerable(exception) || exception is NullReferenceException)
        {
            // The console fails with a null reference at the end of a redirected input.
            throw new ConfirmationRequiredException($"{action}: {target}", exception);
        }
    }

    // Called on any thread.
    private void Listen(ClientTrace trace)
    {
        if (trace.StatusCode is not null)
        {
            IsAwaitingAnswer = false;
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
