#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;

namespace RocketComs.Core.Http.Streams;

/// <summary>
/// A connection for one write. HTTP looks for the answer only after the last byte of the body has been sent, so a server that refuses
/// an upload and closes the connection would never be heard: its 401 or 413 would show as a broken pipe. This stream listens from
/// the first byte on. After a refusal (3xx, 4xx, 5xx), and only then, the rest of the body is dropped. A success that comes early
/// does not permit sending less: when the connection breaks off in the body after it, the write fails.
/// </summary>
internal sealed class WritingStream(Stream inner) : WrappedStream(inner)
{
    // When a connection can no longer be written to, its answer has arrived already or never will: this limit is only for a slow network.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly byte[] _heard = new byte[4096];

    // Never disposed: it holds no timer, and the refusal may come while the connection is being closed.
    [SuppressMessage("Usage", "CA2213", Justification = "See above.")]
    private readonly CancellationTokenSource _refused = new();
    private Task<int>? _hearing;
    private int _given;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hearing ??= Listen();
        if (_refused.IsCancellationRequested)
        {
            return;
        }

        try
        {
            // A server that has refused need not read on: a write must not wait for that. (A stop closes the connection itself.)
            await Inner.WriteAsync(buffer, _refused.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_refused.IsCancellationRequested)
        {
            // Nobody wants what was being written.
        }
        catch (IOException)
        {
            if (!await IsRefusedAsync(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _refused.IsCancellationRequested ? Task.CompletedTask : Inner.FlushAsync(cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_hearing is null)
        {
            return await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        int heard = await _hearing.WaitAsync(cancellationToken).ConfigureAwait(false);
        int read = Math.Min(heard - _given, buffer.Length);
        _heard.AsMemory(_given, read).CopyTo(buffer);
        _given += read;
        if (_given == heard && heard > 0)
        {
            _hearing = null;
            _given = 0;
        }

        return read;
    }

    // The '4' of "HTTP/1.1 413", after any "100 Continue": from 300 on an answer is a refusal, and its connection is not used again.
    private static char? FinalClass(ReadOnlySpan<byte> heard)
    {
        while (heard.Length >= 12 && heard.StartsWith("HTTP/1."u8) && heard[9] == (byte)'1')
        {
            int end = heard.IndexOf("\r\n\r\n"u8);
            heard = end < 0 ? [] : heard[(end + 4)..];
        }

        return heard.Length < 12 ? null : heard.StartsWith("HTTP/1."u8) ? (char)heard[9] : '?';
    }

    private Task<int> Listen()
    {
        Task<int> hearing = ListenAsync();

        // A connection that is closed by a stop fails here with nobody waiting.
        _ = hearing.ContinueWith(static broken => broken.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return hearing;
    }

    private async Task<int> ListenAsync()
    {
        int heard = 0;
        int read;
        try
        {
            do
            {
                read = await Inner.ReadAsync(_heard.AsMemory(heard), CancellationToken.None).ConfigureAwait(false);
                heard += read;
            }
            while (read > 0 && heard < _heard.Length && FinalClass(_heard.AsSpan(0, heard)) is null);
        }
        catch (IOException) when (heard > 0)
        {
            // The next read says it again.
        }

        if (FinalClass(_heard.AsSpan(0, heard)) is '3' or '4' or '5')
        {
            await _refused.CancelAsync().ConfigureAwait(false);
        }

        return heard;
    }

    private async Task<bool> IsRefusedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _hearing!.WaitAsync(s_patience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // Nothing was heard, or nothing that says no.
        }

        return _refused.IsCancellationRequested;
    }
}
#endif
