namespace RocketComs.Shell;

internal enum RunOutcome
{
    /// <summary>It came to its end, with or without errors on the way.</summary>
    Ended,

    /// <summary>An error that nobody caught ended it.</summary>
    Threw,

    /// <summary>Ctrl+C ended it.</summary>
    Stopped,
}
