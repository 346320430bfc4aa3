namespace RocketComs.Sandbox.Messages;

/// <summary>Where a message stands, before it is said in one of the two vocabularies that the documents have for it.</summary>
internal enum MessageStage
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>Is on its way.</summary>
    InProcess,

    /// <summary>Has arrived.</summary>
    Delivered,

    /// <summary>Was sent in vain: see <see cref="FailingNumbers"/>.</summary>
    Failed,

    /// <summary>Is a row of a file that cannot be sent.</summary>
    Invalid,
}
