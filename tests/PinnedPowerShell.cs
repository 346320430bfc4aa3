using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace RocketComs.Tests;

/// <summary>The PowerShell that .config/dotnet-tools.json pins, as the restore brought it.</summary>
internal static class PinnedPowerShell
{
    /// <summary>How to start it.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        string package = typeof(PinnedPowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == nameof(PinnedPowerShell)).Value!;

        // The pwsh of the package would look for .NET in the usual places only; this process runs in the right one.
        string dotnet = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        string program = Path.Combine(dotnet, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        ProcessStartInfo start = new(program, [Path.Combine(package, OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll"), .. arguments]);
        start.Environment["DOTNET_ROOT"] = dotnet;

        // It would colour its errors, report to its makers and look for a newer one.
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}
