using System.Management.Automation;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Common;

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
    public TReference[] Id { get; set; } = [];

    private protected override string IdParameter => nameof(Id);

    private protected override IdReference[] Ids => Id;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync() => ParameterSetName == ListSet ? ListAsync() : base.ProcessRecordAsync();

    /// <summary>Gets all.</summary>
    private protected abstract Task ListAsync();
}
