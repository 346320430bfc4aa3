namespace RocketComs.Sandbox.Server;

/// <summary>The reason why a request is not served, on its way to the error body.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(int status, string message)
        : base(message) => Status = status;

    public int Status { get; }

    /// <summary>Gets the methods that the path does have, for a 405.</summary>
    public string? Allow { get; init; }

    public static Refusal BadRequest(string message) => new(400, message);

    public static Refusal Unauthorized(string message) => new(401, message);

    public static Refusal NotFound(string message) => new(404, message);
}
