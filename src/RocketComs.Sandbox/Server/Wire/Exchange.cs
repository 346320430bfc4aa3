using System.Net.Sockets;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>One request on a connection, and the ways in which it can end: an answer, a part of one, or a reset.</summary>
internal sealed class Exchange(int connectionId, RequestHead head, Socket socket, Stream stream, InputBuffer input, CancellationToken stop)
{
    private readonly BodyIntake _body = new(head, socket, stream, input, stop);
    private Task<bool>? _hangUp;

    /// <summary>The number of the connection, from 1 in the order in which they were accepted.</summary>
    public int ConnectionId => connectionId;

    public RequestHead Head => head;

    /// <summary>Whether an answer has been written to its end.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Whether nothing of the body is left on the wire, so that what follows is the next request.</summary>
    public bool IsBodyRead => _body.IsAtEnd;

    /// <summary>Reads the whole body. Whatever has arrived is in the target even when this throws.</summary>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="mostBytes">How long the body may be.</param>
    /// <param name="pace">How fast it is read; <see langword="null"/> for as fast as it comes.</param>
    /// <exception cref="WireRefusal">The body is too long (nothing is kept then) or its framing is broken.</exception>
    /// <exception cref="IOException">The client has gone.</exception>
    public Task ReadBodyAsync(MemoryStream target, long mostBytes, Pace? pace) => _body.ReadAsync(target, mostBytes, pace);

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer. Its body is left out for HEAD, and for a status that has none.</param>
    /// <param name="pace">How fast the body is written, its first piece at once; <see langword="null"/> for as fast as it goes.</param>
    public async Task AnswerAsync(WireAnswer answer, Pace? pace = null)
    {
        await WriteAsync(answer, BodyBytes(answer), pace).ConfigureAwait(false);
        IsAnswered = true;
    }

    /// <summary>Writes an answer that announces its whole body, half of the body, and resets the connection.</summary>
    public async Task AnswerHalfAsync(WireAnswer answer)
    {
        await WriteAsync(answer, BodyBytes(answer) / 2, pace: null).ConfigureAwait(false);
        Reset();
    }

    /// <summary>Resets the connection: the client gets an error, and no byte more.</summary>
    public void Reset() => Sockets.Reset(socket);

    /// <summary>Waits as it is told, unless the client hangs up before.</summary>
    /// <param name="wait">The wait.</param>
    /// <exception cref="EndOfStreamException">The client has hung up.</exception>
    /// <exception cref="OperationCanceledException">The server is being stopped.</exception>
    public async Task WaitAsync(Func<CancellationToken, Task> wait)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task waiting = wait(over.Token);
        Task<bool> hangUp = _hangUp ??= input.IsEmpty ? Sockets.IsGoneAsync(socket) : Task.FromResult(false);
        Task first = await Task.WhenAny(waiting, hangUp).ConfigureAwait(false);
        if (first == hangUp && await hangUp.ConfigureAwait(false))
        {
            over.Cancel();
            throw new EndOfStreamException("The client has hung up.");
        }

        await waiting.ConfigureAwait(false);
    }

    private int BodyBytes(WireAnswer answer) => head.Method == "HEAD" || !answer.MayHaveBody ? 0 : answer.Body.Length;

    private async Task WriteAsync(WireAnswer answer, int bodyBytes, Pace? pace)
    {
        // The unread rest of a body would be taken for the next request.
        byte[] start = answer.Head(DateTimeOffset.UtcNow, isLast: head.IsLast || !IsBodyRead);
        int piece = Math.Min(pace?.PieceBytes ?? bodyBytes, bodyBytes);
        byte[] first = new byte[start.Length + piece];
        start.CopyTo(first, 0);
        Buffer.BlockCopy(answer.Body, 0, first, start.Length, piece);
        await stream.WriteAsync(first, 0, first.Length, stop).ConfigureAwait(false);

        for (int written = piece; written < bodyBytes; written += piece)
        {
            int before = piece;
            await WaitAsync(cancellation => pace!.WaitForAsync(before, cancellation)).ConfigureAwait(false);
            piece = Math.Min(piece, bodyBytes - written);
            await stream.WriteAsync(answer.Body, written, piece, stop).ConfigureAwait(false);
        }
    }
}
