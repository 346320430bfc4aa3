using System.Net.Sockets;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>A connection: one request after the other, until one side ends it. Pipelined requests are answered in order.</summary>
/// <param name="id">Its number, from 1.</param>
/// <param name="socket">The accepted socket, which it owns.</param>
/// <param name="serve">Ends each exchange with an answer or a reset.</param>
/// <param name="stop">Cancelled when the server stops.</param>
internal sealed class WireConnection(int id, Socket socket, Func<Exchange, Task> serve, CancellationToken stop)
{
    /// <summary>Serves the connection to its end. Does not throw.</summary>
    public async Task RunAsync()
    {
        try
        {
            // Answers are written in one piece; waiting for more would only make them late.
            socket.NoDelay = true;
            using NetworkStream stream = new(socket, ownsSocket: false);
            await ServeAsync(stream).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client has gone or the server is stopping, so there is nobody to tell. A half-done exchange must
            // not look like one that ended normally.
            Sockets.Reset(socket);
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Drops the connection at once, whatever is under way on it.</summary>
    public void Drop() => Sockets.Reset(socket);

    private async Task ServeAsync(NetworkStream stream)
    {
        InputBuffer input = new(stream);
        while (true)
        {
            RequestHead? head;
            try
            {
                head = await HeadReader.ReadAsync(input, stop).ConfigureAwait(false);
            }
            catch (WireRefusal refusal)
            {
                byte[] answer = Refuse(refusal);
                await stream.WriteAsync(answer, 0, answer.Length, stop).ConfigureAwait(false);
                await LeaveAsync(stream).ConfigureAwait(false);
                return;
            }

            if (head is null)
            {
                return;
            }

            Exchange exchange = new(id, head, socket, stream, input, stop);
            await serve(exchange).ConfigureAwait(false);
            if (exchange.IsAnswered && !exchange.IsBodyRead)
            {
                await LeaveAsync(stream).ConfigureAwait(false);
                return;
            }

            if (!exchange.IsAnswered || head.IsLast)
            {
                return;
            }
        }
    }

    private static byte[] Refuse(WireRefusal refusal)
    {
        WireAnswer answer = WireAnswer.Text(refusal.Status, refusal.Message);
        return [.. answer.Head(DateTimeOffset.UtcNow, isLast: true), .. answer.Body];
    }

    // Closing with unread bytes resets the connection, and the answer may be lost: read on until the client is done.
    private async Task LeaveAsync(NetworkStream stream)
    {
        socket.Shutdown(SocketShutdown.Send);
        byte[] waste = new byte[64 * 1024];
        while (await stream.ReadAsync(waste, 0, waste.Length, stop).ConfigureAwait(false) > 0)
        {
        }
    }
}
