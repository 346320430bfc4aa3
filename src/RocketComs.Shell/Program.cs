using System.Text;

namespace RocketComs.Shell;

internal static class Program
{
    private const int UsageError = 64;

    private static int Main(string[] args)
    {
        // The engine reports the names of imported modules to its makers unless told not to, before it is first used.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        ShellOptions options;
        try
        {
            options = ShellOptions.Parse(args);
        }
        catch (UsageException problem)
        {
            Console.Error.WriteLine(problem.Message);
            Console.Error.WriteLine();
            Console.Error.Write(ShellOptions.Usage);
            return UsageError;
        }

        if (options.Mode == ShellMode.Help)
        {
            Console.Out.Write(ShellOptions.Usage);
            return 0;
        }

        try
        {
            ModuleLocation location = ModuleLocation.Find(AppContext.BaseDirectory);
            using ShellSession session = new(options);
            return session.Run(location);
        }
        catch (StartException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
