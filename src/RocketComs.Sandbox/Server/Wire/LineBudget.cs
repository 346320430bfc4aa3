namespace RocketComs.Sandbox.Server.Wire;

/// <summary>How many bytes a run of lines (a head, a chunk size, trailers) may still take, and what to say when it takes more.</summary>
internal sealed class LineBudget
{
    private readonly int _status;
    private readonly string _message;
    private int _left;

    /// <summary>Initializes a budget.</summary>
    /// <param name="bytes">How many bytes the lines may take together, line ends included.</param>
    /// <param name="status">The HTTP status when they take more.</param>
    /// <param name="message">What to say then.</param>
    public LineBudget(int bytes, int status, string message)
    {
        _left = bytes;
        _status = status;
        _message = message;
    }

    /// <summary>Takes bytes from the budget.</summary>
    /// <param name="bytes">How many have been read.</param>
    /// <exception cref="WireRefusal">There are not as many left.</exception>
    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new WireRefusal(_status, _message);
        }
    }
}
