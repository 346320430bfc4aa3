using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes words that the platform documents; others can be typed.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    private readonly IReadOnlyList<string> _words;

    private protected WordCompleter(params IReadOnlyList<string> words) => _words = words;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        return _words.Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionResult(word));
    }
}

/// <summary>Completes the actions of a batch.</summary>
public sealed class ActionCompleter() : WordCompleter(nameof(RcBatchAction.Schedule), nameof(RcBatchAction.Validate));

/// <summary>Completes the documented statuses of a batch.</summary>
public sealed class BatchStatusCompleter() : WordCompleter(BatchStatuses.Documented);

/// <summary>Completes the documented statuses of a campaign (API page "List All Campaigns").</summary>
public sealed class CampaignStatusCompleter() : WordCompleter("ACTIVE", "PENDING", "DECLINED", "DELETED", "COMPLETED");

/// <summary>Completes the documented statuses of a message.</summary>
public sealed class MessageStatusCompleter() : WordCompleter(MessageStatuses.Documented);

/// <summary>Completes the fields that batches can be sorted by: those of the documented answer.</summary>
public sealed class BatchFieldCompleter() : WordCompleter(
    nameof(RcBatch.StartDate), nameof(RcBatch.EndDate), nameof(RcBatch.CreatedAt), nameof(RcBatch.UpdatedAt), nameof(RcBatch.FinishedAt), nameof(RcBatch.Status),
    nameof(RcBatch.ExternalId), nameof(RcBatch.Description), nameof(RcBatch.CampaignId), nameof(RcBatch.Id));

/// <summary>Completes the fields that messages of a batch can be sorted by: those of the documented answer.</summary>
public sealed class BatchMessageFieldCompleter() : WordCompleter(
    nameof(RcBatchMessage.Status), nameof(RcBatchMessage.DestinationNumber), nameof(RcBatchMessage.SentAt), nameof(RcBatchMessage.CreatedAt),
    nameof(RcBatchMessage.ConfirmedAt), nameof(RcBatchMessage.Id));

/// <summary>Completes the fields that messages can be sorted by: those of the documented answer.</summary>
public sealed class MessageFieldCompleter() : WordCompleter(
    nameof(RcMessage.CreatedAt), nameof(RcMessage.DestinationNumber), nameof(RcMessage.MessageText), nameof(RcMessage.CampaignId), nameof(RcMessage.Id));

/// <summary>Completes the fields that replies can be sorted by: those of the documented answer.</summary>
public sealed class ReplyFieldCompleter() : WordCompleter(
    nameof(RcReply.CreatedAt), nameof(RcReply.Source), nameof(RcReply.Destination), nameof(RcReply.MessageText), nameof(RcReply.LastRetrievedAt), nameof(RcReply.Id));
