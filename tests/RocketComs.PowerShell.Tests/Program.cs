using RocketComs.PowerShell.Tests.Sweep;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace RocketComs.PowerShell.Tests;

/// <summary>The tests, as ever; and the long forms of the sweep, which are no tests because they take minutes.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments) => arguments switch
    {
        ["sweep", .. string[] options] => LongSweep.Run(options),
        ["soak", .. string[] options] => LongSweep.Soak(options),
        ["soak-batches", .. string[] options] => LongSweep.SoakBatches(options),
        ["soak-child", .. string[] options] => JournalSoak.RunChild(options),
        _ when arguments.Any(argument => argument is "--server" or "--internal-msbuild-node") =>
            await TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(arguments),
    };
}
