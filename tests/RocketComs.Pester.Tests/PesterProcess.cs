using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RocketComs.Tests;

namespace RocketComs.Pester.Tests;

/// <summary>One run of Start-Tests.ps1, which never outlives its reader.</summary>
internal sealed class PesterProcess : IDisposable
{
    private const string Mark = "#pester#";
    private const int RememberedLines = 40;

    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where the tests are.</param>
    /// <param name="arguments">Further arguments.</param>
    public PesterProcess(string folder, params IEnumerable<string> arguments)
    {
        string pester = typeof(PesterProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Pester").Value!;
        ProcessStartInfo start = PinnedPowerShell.Start(
            [
                "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Start-Tests.ps1"),
                "-Pester", pester, "-Folder", folder, "-ParentId", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), .. arguments,
            ]);

        // Tests leave no line in the journal of whoever runs them.
        start.Environment["ROCKETCOMS_JOURNAL"] = "off";
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.Start();

        // Nobody can answer.
        _process.StandardInput.Close();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets what it wrote last, beside its report.</summary>
    public string LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join('\n', _lastLines);
            }
        }
    }

    /// <summary>Reads the report as it comes, until the process has ended.</summary>
    /// <param name="cancellationToken">Ends the process.</param>
    public async IAsyncEnumerable<ReportLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                yield return JsonSerializer.Deserialize<ReportLine>(line.AsSpan(Mark.Length), s_json)!;
            }
            else
            {
                Remember(line);
            }
        }
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, perhaps while its children were being looked for.
        }

        _process.Dispose();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > RememberedLines)
            {
                _lastLines.Dequeue();
            }
        }
    }
}
