namespace RocketComs.Core.Errors;

/// <summary>A batch file that is not there or cannot be opened.</summary>
public sealed class BatchFileException : RocketComsException
{
    /// <summary>Initializes the error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendedAction">What to do.</param>
    /// <param name="innerException">The system's error, if there was one.</param>
    public BatchFileException(string path, string message, string recommendedAction, Exception? innerException = null)
        : base(message, recommendedAction, innerException) => Path = path;

    /// <summary>Gets the file.</summary>
    public string Path { get; }
}
