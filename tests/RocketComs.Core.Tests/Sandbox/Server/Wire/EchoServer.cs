using System.Text;
using RocketComs.Sandbox.Server.Wire;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

/// <summary>A wire server that answers with the method, target and body of what it was sent.</summary>
internal sealed class EchoServer : IDisposable
{
    public const int MostBodyBytes = 100_000;

    private readonly WireServer _server = WireServer.Start(0, EchoAsync);

    public Uri BaseUri => _server.BaseUri;

    public ConnectionSet Connections => _server.Connections;

    public Task<RawClient> ConnectAsync() => RawClient.ConnectAsync(BaseUri);

    public void Dispose() => _server.Dispose();

    private static async Task EchoAsync(Exchange exchange)
    {
        using MemoryStream body = new();
        try
        {
            await exchange.ReadBodyAsync(body, MostBodyBytes, pace: null);
        }
        catch (WireRefusal refusal)
        {
            await exchange.AnswerAsync(WireAnswer.Text(refusal.Status, refusal.Message));
            return;
        }

        string text = $"{exchange.Head.Method} {exchange.Head.Target} [{Encoding.Latin1.GetString(body.ToArray())}]";
        await exchange.AnswerAsync(WireAnswer.Text(200, text));
    }
}
