using System.Management.Automation;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Common;

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

    private protected override Task ProcessIdAsync(string id) => ProcessBatchAsync(id);
}
