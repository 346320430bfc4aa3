namespace RocketComs.Benchmarks;

/// <summary>The command line asks for something that the program does not know.</summary>
internal sealed class UsageException : Exception
{
    /// <summary>Initializes the exception.</summary>
    public UsageException(string message)
        : base(message)
    {
    }
}
