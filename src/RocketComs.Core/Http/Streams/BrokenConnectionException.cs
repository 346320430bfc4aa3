namespace RocketComs.Core.Http.Streams;

/// <summary>
/// A connection that died before the first byte of an answer. It is no <see cref="System.IO.IOException"/> on purpose: after one
/// of those, <see cref="System.Net.Http.HttpClient"/> itself sends a request without a body again, up to three times and unseen.
/// </summary>
internal sealed class BrokenConnectionException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="innerException">What the stream threw; <see langword="null"/> when the server closed the connection.</param>
    public BrokenConnectionException(Exception? innerException)
        : base("The server closed the connection without an answer", innerException)
    {
    }
}
