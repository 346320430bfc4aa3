using System.Net.Sockets;
using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>Reads the body of one request: up to a limit, at a given pace, and only when it is asked for.</summary>
internal sealed class BodyIntake(RequestHead head, Socket socket, Stream stream, InputBuffer input, CancellationToken stop)
{
    private const int BlockBytes = 64 * 1024;
    private const int MostBytesOnTrust = 16 * 1024 * 1024;
    private const int SlowReceiveBufferBytes = 4 * 1024;

    private static readonly byte[] s_continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly RequestBody _body = RequestBody.Of(head, input);
    private bool _mustContinue = head.ExpectsContinue;

    /// <summary>Whether nothing of the body is left on the wire.</summary>
    public bool IsAtEnd => _body.IsAtEnd;

    /// <summary>Reads the whole body, as <see cref="Exchange.ReadBodyAsync"/> says.</summary>
    public async Task ReadAsync(MemoryStream target, long mostBytes, Pace? pace)
    {
        RequireAtMost(head.ContentLength ?? 0, mostBytes, target);
        if (_body.IsAtEnd)
        {
            return;
        }

        if (_mustContinue)
        {
            _mustContinue = false;
            await stream.WriteAsync(s_continue, 0, s_continue.Length, stop).ConfigureAwait(false);
        }

        if (pace is not null)
        {
            // Otherwise the system buffers megabytes in advance, and the client notices too late that nobody is reading.
            socket.ReceiveBufferSize = SlowReceiveBufferBytes;
        }

        // The announced length is only a hint until the bytes have arrived.
        target.Capacity = (int)Math.Min(head.ContentLength ?? 0, MostBytesOnTrust);
        byte[] block = new byte[Math.Min(pace?.PieceBytes ?? BlockBytes, BlockBytes)];
        int count;
        while ((count = await _body.ReadAsync(block, 0, block.Length, stop).ConfigureAwait(false)) > 0)
        {
            RequireAtMost(target.Length + count, mostBytes, target);
            target.Write(block, 0, count);
            if (pace is not null)
            {
                await pace.WaitForAsync(count, stop).ConfigureAwait(false);
            }
        }
    }

    private static void RequireAtMost(long bytes, long mostBytes, MemoryStream target)
    {
        if (bytes > mostBytes)
        {
            target.SetLength(0);
            throw new WireRefusal(413, $"The body must not be longer than {mostBytes} bytes");
        }
    }
}

/// <summary>How fast a body is read or written when it is to be slow.</summary>
/// <param name="BytesPerSecond">The rate; at least 1.</param>
/// <param name="Wait">Lets time pass; throws when it is cancelled.</param>
internal sealed record Pace(int BytesPerSecond, Func<TimeSpan, CancellationToken, Task> Wait)
{
    /// <summary>The bytes that go in one piece: those of a tenth of a second, and at least one.</summary>
    public int PieceBytes => Math.Max(1, BytesPerSecond / 10);

    /// <summary>Waits as long as so many bytes take.</summary>
    public Task WaitForAsync(int bytes, CancellationToken cancellation) => Wait(TimeSpan.FromSeconds((double)bytes / BytesPerSecond), cancellation);
}
