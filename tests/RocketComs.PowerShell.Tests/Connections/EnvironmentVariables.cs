namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>The variables ROCKETCOMS_* for the time of one test, which must be a serial one: what a shell had is put back.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentVariables(Uri baseUri, string? key, string? secret)
    {
        Set("ROCKETCOMS_BASE_URI", baseUri.ToString());
        Set("ROCKETCOMS_API_KEY", key);
        Set("ROCKETCOMS_API_SECRET", secret);
        Set("ROCKETCOMS_ACCESS_TOKEN", null);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private void Set(string name, string? value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
