using System.Management.Automation;
using System.Net;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>
/// Base of the commands that do something with each of the ids given: a failure of one does not keep the others back. What changes something does
/// so with each once, when all of them are known: a list that is read page by page would shift under its reader, and who stops the command reads
/// what was not done.
/// </summary>
public abstract class IdCommand : ConnectedCmdlet
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ids = [];

    /// <summary>Gets the name of the parameter with the ids.</summary>
    private protected abstract string IdParameter { get; }

    /// <summary>Gets the ids of this input; none where another parameter set is in use.</summary>
    private protected abstract IdReference[] Ids { get; }

    /// <summary>Finds the connection, and refuses what the user typed wrongly before anything is asked of the platform.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        foreach (IdReference id in Ids)
        {
            CheckId(id);
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        foreach (IdReference id in Ids)
        {
            await TryAsync(id.ToString(), () =>
            {
                CheckId(id);
                if (!IsWrite)
                {
                    return ProcessIdAsync(id.Value);
                }

                if (_known.Add(id.Value))
                {
                    _ids.Add(id.Value);
                }

                return Task.CompletedTask;
            });
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        CheckAll(_ids);
        Guard.Expect(_ids.Select(NameOfWrite));
        List<string> sound = [];
        foreach (string id in _ids)
        {
            await TryAsync(id, async () =>
            {
                await SeeAsync(id);
                sound.Add(id);
            });
        }

        foreach (string id in sound)
        {
            await TryAsync(id, () => ProcessIdAsync(id));
        }
    }

    /// <summary>Refuses what cannot be an id, before anything is asked of the platform.</summary>
    /// <param name="id">The id as it was given.</param>
    /// <exception cref="InvalidParameterException">It is none.</exception>
    private protected virtual void CheckId(IdReference id) => InvalidParameterException.ThrowIfNotUuid(IdParameter, id.For(IdParameter), id.Finder);

    /// <summary>Refuses what cannot be meant for all of them, before any is changed.</summary>
    /// <param name="ids">The ids.</param>
    private protected virtual void CheckAll(IReadOnlyList<string> ids)
    {
    }

    /// <summary>Gets the name of what is changed, for the user; asked of commands that change something.</summary>
    /// <param name="id">The id.</param>
    private protected virtual string NameOfWrite(string id) => id;

    /// <summary>Looks at what is to be changed, before anything is.</summary>
    /// <param name="id">The id.</param>
    private protected virtual Task SeeAsync(string id) => Task.CompletedTask;

    /// <summary>Does it with one of them.</summary>
    /// <param name="id">The id, a UUID.</param>
    private protected abstract Task ProcessIdAsync(string id);

    private async Task TryAsync(string id, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RocketComsException exception)
        {
            Report(exception, (exception as WaitEndedException)?.Batch ?? (exception as InvalidParameterException)?.Value ?? id);
        }
    }
}

/// <summary>Base of the commands that do something with each of the batches given: a failure of one does not keep the others back.</summary>
public abstract class BatchIdCommand : IdCommand
{
    /// <summary>The name of the parameter set of <see cref="Id"/>.</summary>
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the batches: ids, batches, or objects of a batch such as its errors and messages.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("BatchId")]
    [ArgumentCompleter(typeof(BatchCompleter))]
    public BatchReference[] Id { get; set; } = [];

    private protected override string IdParameter => nameof(Id);

    private protected override IdReference[] Ids => Id;

    /// <summary>Does it with one batch.</summary>
    /// <param name="id">The batch's id, a UUID.</param>
    private protected abstract Task ProcessBatchAsync(string id);

    /// <summary>Gets a batch, and says what became of earlier changes of it whose outcome was not known.</summary>
    /// <param name="id">The batch's id, a UUID.</param>
    private protected async Task<RcBatch> SeeBatchAsync(string id)
    {
        UnknownOutcomes unknown = new(Guard, SendingHost, TimeProvider.System);
        try
        {
            RcBatch batch = await Batches.GetAsync(id, StopToken);
            await unknown.FollowUpAsync(batch, StopToken);
            return batch;
        }
        catch (ApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            await unknown.FollowUpGoneAsync(id, StopToken);
            throw;
        }
    }

    private protected override Task ProcessIdAsync(string id) => ProcessBatchAsync(id);
}

/// <summary>Base of the commands that get what belongs to campaigns: a failure of one does not keep the others back.</summary>
public abstract class CampaignCommand : IdCommand
{
    /// <summary>Gets or sets the campaigns: ids, campaigns, or objects of a campaign such as batches.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference[] CampaignId { get; set; } = [];

    private protected override string IdParameter => nameof(CampaignId);

    private protected override IdReference[] Ids => CampaignId;
}

/// <summary>Base of the commands that get what batches refer to: by ids, or all of it.</summary>
/// <typeparam name="TReference">What an id can be taken from.</typeparam>
public abstract class LookupCommand<TReference> : IdCommand
    where TReference : IdReference
{
    /// <summary>The name of the parameter set without <see cref="Id"/>.</summary>
    private protected const string ListSet = "List";

    /// <summary>The name of the parameter set of <see cref="Id"/>.</summary>
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets what to get: ids, or the objects that have them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(LookupCompleter))]
    public virtual TReference[] Id { get; set; } = [];

    private protected override string IdParameter => nameof(Id);

    private protected override IdReference[] Ids => Id;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync() => ParameterSetName == IdSet ? base.ProcessRecordAsync() : ListAsync();

    /// <summary>Gets all.</summary>
    private protected abstract Task ListAsync();
}

/// <summary>Base of the commands that get what has a name: by ids, by names, or all of it.</summary>
/// <typeparam name="TReference">What an id can be taken from.</typeparam>
public abstract class NamedLookupCommand<TReference> : LookupCommand<TReference>
    where TReference : IdReference
{
    /// <summary>Gets or sets the names, with wildcards. The platform searches no names: all that there is is read, and filtered here.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public virtual string[]? Name { get; set; }

    /// <summary>Emits what has one of the names asked for, as it comes.</summary>
    /// <param name="items">All that there is.</param>
    /// <param name="names">The names that an item goes by; the text of no name is empty.</param>
    private protected async Task WriteNamedAsync<T>(IAsyncEnumerable<T> items, Func<T, string?[]> names)
    {
        Wildcards? asked = Wildcards.Of(Name);
        await foreach (T item in items)
        {
            if (asked is null || names(item).Any(asked.IsMatch))
            {
                WriteObject(item);
            }
        }
    }
}
