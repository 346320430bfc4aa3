namespace RocketComs.Sandbox.Server.Wire;

/// <summary>A request that HTTP itself does not allow, or that is too large: answered with a status, and the connection is closed.</summary>
internal sealed class WireRefusal(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status of the answer, from 400 to 599.</summary>
    public int Status => status;

    /// <summary>A request that cannot be understood.</summary>
    public static WireRefusal Malformed(string message) => new(400, message);
}
