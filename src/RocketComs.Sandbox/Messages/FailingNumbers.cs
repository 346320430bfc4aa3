namespace RocketComs.Sandbox.Messages;

/// <summary>The numbers that no message reaches, a rule of the sandbox alone, so that runbooks can be tried on failures.</summary>
internal static class FailingNumbers
{
    /// <summary>The last four digits of every such number.</summary>
    public const string Ending = "0198";

    /// <summary>What the status of a message to one says.</summary>
    public const string Reason = "Number cannot be reached";

    /// <summary>Whether messages to a number fail.</summary>
    public static bool Includes(string number) => number.EndsWith(Ending, StringComparison.Ordinal);
}
