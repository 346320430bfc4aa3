namespace RocketComs.Sandbox.Server.Wire;

/// <summary>A request that HTTP itself does not allow, or that is too large: answered with a status, and the connection is closed.</summary>
internal sealed class WireRefusal : Exception
{
    /// <summary>Initializes the refusal.</summary>
    /// <param name="status">The HTTP status of the answer, from 400 to 599.</param>
    /// <param name="message">What is wrong, in a sentence.</param>
    public WireRefusal(int status, string message)
        : base(message) => Status = status;

    /// <summary>Gets the HTTP status of the answer.</summary>
    public int Status { get; }

    /// <summary>What cannot be understood.</summary>
    public static WireRefusal Malformed(string message) => new(400, message);
}
