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
    private const string Parameter = "RecipientId";

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ids = [];
    private readonly PipedObjects _piped = new();
    private readonly MeantColumns _meant;
    private ScriptBlock? _block;
    private bool _isTyped;

    /// <summary>Prepares the reading of what is piped.</summary>
    private protected RecipientsCommand() => _meant = new MeantColumns(this);

    /// <summary>Gets or sets the piped object. Every object lands here first, also one that has no id.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <summary>Gets the recipients of this input as they came, or the script block that chooses them.</summary>
    private protected abstract object?[]? Given { get; }

    /// <summary>Gets whether recipients get messages by this, so that who wants none is refused.</summary>
    private protected virtual bool IsForSending => true;

    /// <summary>Gets the ids so far, in the order in which they came.</summary>
    private protected IReadOnlyList<string> RecipientIds => _ids;

    /// <summary>Says how many recipients there are: "1 recipient".</summary>
    private protected string RecipientCount => FormattableString.Invariant($"{_ids.Count:N0} {(_ids.Count == 1 ? "recipient" : "recipients")}");

    /// <summary>Refuses what the user typed wrongly.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _block = Given is [{ } only] ? Cell.Unwrap(only) as ScriptBlock : null;
        _isTyped = _block is null && Ids(Given).Length > 0;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        string[] ids = Ids(_block is null ? Given : [.. ChoosingBlock.All(Parameter, _block, _piped.Current, this)]);
        if (_isTyped && _piped.Current is not null)
        {
            throw new InvalidParameterException(
                Parameter, _piped.Current, "Recipients came through the pipeline, and -RecipientId was given as well. Nothing was sent.", "Give them in one way only.");
        }

        if (_piped.Current is { } piped)
        {
            CheckPiped(piped);
        }

        _ids.AddRange(ids.Where(_known.Add));
        if (ids.Length > 0)
        {
            _piped.Read();
        }

        return Task.CompletedTask;
    }

    /// <summary>Refuses a piped object that says something else than what is done.</summary>
    /// <param name="piped">The object.</param>
    private protected virtual void CheckPiped(PSObject piped)
    {
        if (IsForSending)
        {
            _meant.Refuse(piped, ColumnCheck.Unread(piped, []), RcBatchAction.Validate, isOfPerson: true, isPlan: false);
        }
    }

    /// <inheritdoc/>
    protected sealed override Task EndProcessingAsync()
    {
        _piped.RequireAll(Parameter, "have no id. Nothing was sent.", "Pipe ids of recipients, or objects with the property Id.");
        return SendAsync();
    }

    /// <summary>Sends what was collected.</summary>
    private protected abstract Task SendAsync();

    private static string[] Ids(object?[]? given) => [.. (given ?? [null]).Select(Id)];

    private static string Id(object? recipient)
    {
        if (Cell.IsEmpty(recipient))
        {
            throw new InvalidParameterException(
                Parameter, recipient, "A recipient is $null or empty, as of a variable without a value. Nothing was sent.", "Give ids of recipients, or objects with the property Id.");
        }

        string id = new RecipientReference(recipient!).For(Parameter);
        InvalidParameterException.ThrowIfNotUuid(Parameter, id);
        return id;
    }
}
