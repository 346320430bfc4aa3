using System.Diagnostics;

namespace RocketComs.PowerShell.Tests.Shell;

/// <summary>Runs the built console as a program of its own, with nothing to read: nobody is there to answer.</summary>
internal static class ShellProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<ShellResult> RunAsync(params string[] arguments)
    {
        // artifacts/bin/<project>/<configuration>/: the console was built beside the tests.
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string shell = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../RocketComs.Shell", configuration, "RocketComs.Shell.dll"));
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(shell);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ShellResult(process.ExitCode, await output, await error);
    }
}
