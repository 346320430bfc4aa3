using System.Collections.Concurrent;

namespace RocketComs.Sandbox.Messages;

/// <summary>The single messages, in the order in which they were sent.</summary>
internal sealed class SentMessages
{
    private readonly ConcurrentQueue<SentMessage> _messages = new();

    public void Add(SentMessage message) => _messages.Enqueue(message);

    public IReadOnlyList<SentMessage> All() => _messages.ToArray();
}
