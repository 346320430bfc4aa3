using System.Net.Http.Headers;
using System.Text;

namespace RocketComs.Core.Tests.Sandbox;

/// <summary>JSON bodies as a client writes them.</summary>
internal static class Json
{
    /// <summary>A body of JSON, right or wrong.</summary>
    public static HttpContent Of(string json) => new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
