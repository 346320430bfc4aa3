using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands that do something with each of the ids given: a failure of one does not keep the others back.</summary>
public abstract class IdCommand : ConnectedCmdlet
{
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
            InvalidParameterException.ThrowIfNotUuid(IdParameter, id.Value);
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        foreach (IdReference id in Ids)
        {
            try
            {
                InvalidParameterException.ThrowIfNotUuid(IdParameter, id.Value);
                await ProcessIdAsync(id.Value);
            }
            catch (RocketComsException exception)
            {
                Report(exception, (exception as WaitEndedException)?.Batch ?? (object)id.Value);
            }
        }
    }

    /// <summary>Does it with one of them.</summary>
    /// <param name="id">The id, a UUID.</param>
    private protected abstract Task ProcessIdAsync(string id);
}
