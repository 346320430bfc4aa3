using System.Diagnostics;
using System.Text;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Tests;

namespace RocketComs.Benchmarks.Children;

/// <summary>Runs a program to its end and gives back what it wrote.</summary>
internal static class ChildProcess
{
    /// <summary>Runs this program once more, for one measure.</summary>
    /// <param name="arguments">What to measure: the arguments behind <c>child</c>.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <returns>Its lines.</returns>
    /// <exception cref="MeasureException">It failed.</exception>
    public static string[] RunSelf(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        // Where the program was started as "dotnet RocketComs.Benchmarks.dll", the process is not enough.
        string program = Environment.ProcessPath ?? throw new MeasureException("The path of this program is not known.");
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Run(new ProcessStartInfo(program, [.. isHost ? [typeof(ChildProcess).Assembly.Location] : Array.Empty<string>(), "child", .. arguments]), cancellationToken);
    }

    /// <summary>Runs a script that lies beside this program, in a PowerShell of its own.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its lines.</returns>
    /// <exception cref="MeasureException">It failed.</exception>
    public static string[] RunScript(string script, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        Run(PinnedPowerShell.Start(["-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, script), .. arguments]), cancellationToken);

    /// <summary>Runs a program.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its lines.</returns>
    /// <exception cref="MeasureException">It failed.</exception>
    public static string[] Run(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        StringBuilder complaints = new();
        using Process process = new() { StartInfo = start };
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        using CancellationTokenRegistration end = cancellationToken.Register(() => Kill(process));
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            : throw new MeasureException($"{Path.GetFileName(start.FileName)} ended with exit code {process.ExitCode}: {complaints.ToString().Trim()}");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself: the same Ctrl+C goes to all programs of a console.
        }
    }
}
