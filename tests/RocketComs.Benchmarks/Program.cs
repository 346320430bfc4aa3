using System.Runtime.InteropServices;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;
using RocketComs.Benchmarks.Parts;

namespace RocketComs.Benchmarks;

internal static class Program
{
    private const int Failure = 1;
    private const int UsageError = 2;
    private const int Stopped = 130;

    private static int Main(string[] arguments)
    {
        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            // The files are removed on the way out, so the process must not end here.
            signal.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return Run(CommandLine.Parse(arguments), stop.Token);
        }
        catch (UsageException problem)
        {
            Console.Error.WriteLine(problem.Message);
            Console.Error.WriteLine(CommandLine.Usage);
            return UsageError;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped");
            return Stopped;
        }
        catch (Exception problem) when (problem is MeasureException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return Failure;
        }
    }

    private static int Run(CommandLine line, CancellationToken cancellationToken)
    {
        switch (line.Verb)
        {
            case Verb.File:
                BatchFileGenerator.WriteFile(line.Rest[0], line.Kind, line.Rows, line.Seed, cancellationToken);
                return 0;
            case Verb.Compare:
                return ComparisonRun.Run(line, cancellationToken) ? 0 : Failure;
            case Verb.Parts:
                PartsRun.Run(line.Rest);
                return 0;
            case Verb.Child:
                Child.Run(line.Rest, cancellationToken);
                return 0;
            case Verb.Help:
                Console.Out.WriteLine(CommandLine.Usage);
                return 0;
            default:
                throw new UsageException($"{line.Verb} is not known.");
        }
    }
}
