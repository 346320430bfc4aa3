using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>How far a message has come, before one of the two documented vocabularies puts it into a word.</summary>
internal enum MessageStage
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>Has been taken up.</summary>
    InProcess,

    /// <summary>Has arrived.</summary>
    Delivered,

    /// <summary>Could not be delivered: see <see cref="FailingNumbers"/>.</summary>
    Failed,

    /// <summary>A row of a file that cannot be sent.</summary>
    Invalid,
}

/// <summary>Works out the stage of messages, and its word.</summary>
internal static class MessageStages
{
    /// <summary>The stage of a row of a batch.</summary>
    public static MessageStage Of(BatchLife life, MessageRow row) => !row.IsValid ? MessageStage.Invalid : life.Status switch
    {
        ApiWords.Completed => Outcome(row.Number),
        ApiWords.InProcess => MessageStage.InProcess,
        _ => MessageStage.Pending,
    };

    /// <summary>The stage of a single message: like a batch it is pending for the processing time, and in process for as long again.</summary>
    public static MessageStage Of(SentMessage message, DateTimeOffset now, TimeSpan processingTime) =>
        now < message.CreatedAt + processingTime ? MessageStage.Pending
        : now < message.CreatedAt + processingTime + processingTime ? MessageStage.InProcess
        : Outcome(message.Number);

    /// <summary>The word of a batch message, with a hyphen.</summary>
    public static string InBatch(MessageStage stage) => stage switch
    {
        MessageStage.Pending => ApiWords.MessagePending,
        MessageStage.InProcess => ApiWords.MessageInProcess,
        MessageStage.Delivered => ApiWords.MessageDelivered,
        MessageStage.Failed => ApiWords.MessageFailed,
        _ => ApiWords.MessageInvalid,
    };

    /// <summary>The word of a message, with an underscore; there is none for a row that cannot be sent.</summary>
    public static string InSearch(MessageStage stage) => stage == MessageStage.InProcess ? ApiWords.InProcess : InBatch(stage);

    private static MessageStage Outcome(string number) => FailingNumbers.Includes(number) ? MessageStage.Failed : MessageStage.Delivered;
}

/// <summary>The numbers that no message reaches: a rule of the sandbox alone, so that runbooks can be tested with failures.</summary>
internal static class FailingNumbers
{
    /// <summary>The last four digits of every such number.</summary>
    public const string Ending = "0198";

    /// <summary>What the status of a message to one says.</summary>
    public const string Reason = "Number cannot be reached";

    /// <summary>Whether messages to a number fail.</summary>
    public static bool Includes(string number) => number.EndsWith(Ending, StringComparison.Ordinal);
}
