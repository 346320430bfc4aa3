namespace RocketComs.Shell;

/// <summary>The shell cannot start; the message is all that the user needs to see.</summary>
internal sealed class StartException(string message) : Exception(message);
