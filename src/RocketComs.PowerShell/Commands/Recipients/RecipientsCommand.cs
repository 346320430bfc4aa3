using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Base of the commands that collect recipients and send them in one request at the end, each once. PowerShell reports an object that has
/// no id and goes on without it; a list must not be made without a recipient that its owner believes to be on it.
/// </summary>
public abstract class RecipientsCommand : ConnectedCmdlet
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ids = [];
    private readonly PipedObjects _piped = new();
    private bool _isTyped;

    /// <summary>Gets or sets the piped object. Every object lands here first, also one that has no id.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <summary>Gets the recipients of this input.</summary>
    private protected abstract IdReference[] Recipients { get; }

    /// <summary>Gets the ids so far, in the order in which they came.</summary>
    private protected IReadOnlyList<string> RecipientIds => _ids;

    /// <summary>Says how many recipients there are: "1 recipient".</summary>
    private protected string RecipientCount => FormattableString.Invariant($"{_ids.Count:N0} {(_ids.Count == 1 ? "recipient" : "recipients")}");

    /// <summary>Refuses what the user typed wrongly.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        Check();
        _isTyped = Recipients.Length > 0;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        Check();
        if (_isTyped && _piped.Current is not null)
        {
            throw new InvalidParameterException(
                "RecipientId", _piped.Current, "Recipients came through the pipeline, and -RecipientId was given as well. Nothing was sent.", "Give them in one way only.");
        }

        foreach (IdReference recipient in Recipients)
        {
            if (_known.Add(recipient.Value))
            {
                _ids.Add(recipient.Value);
            }
        }

        if (Recipients.Length > 0)
        {
            _piped.Read();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override Task EndProcessingAsync()
    {
        _piped.RequireAll("RecipientId", "have no id. Nothing was sent.", "Pipe ids of recipients, or objects with the property Id.");
        return SendAsync();
    }

    /// <summary>Sends what was collected.</summary>
    private protected abstract Task SendAsync();

    private void Check()
    {
        // The parameters' types do not say so, but what PowerShell binds can be or hold a null.
        if (((IdReference?[]?)Recipients)?.Contains(null) ?? true)
        {
            throw new InvalidParameterException(
                "RecipientId", null, "A recipient is $null, as of a variable without a value. Nothing was sent.", "Give ids of recipients, or objects with the property Id.");
        }

        foreach (IdReference recipient in Recipients)
        {
            InvalidParameterException.ThrowIfNotUuid("RecipientId", recipient.Value);
        }
    }
}
