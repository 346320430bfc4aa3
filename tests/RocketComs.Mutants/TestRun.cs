using System.Diagnostics;
using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace RocketComs.Mutants;

/// <summary>The tests of RocketComs.Core, and the mutated assembly under them, in this process.</summary>
internal sealed class TestRun
{
    private readonly Dictionary<string, List<IXunitTestCase>> _cases = [];
    private readonly ITestFrameworkExecutor _executor;
    private readonly ITestFrameworkExecutionOptions _options;
    private readonly FieldInfo _active;
    private readonly FieldInfo _made;
    private readonly FieldInfo _places;
    private readonly byte[] _reached = new byte[MutantSwitch.Places];

    private TestRun(XunitTestAssembly assembly, TestAssemblyConfiguration configuration)
    {
        _executor = new XunitTestFrameworkExecutor(assembly);
        _options = TestFrameworkOptions.ForExecution(configuration);
        _options.SetParallelMode(ParallelMode.None);
        _options.SetSynchronousMessageReporting(true);
        Type control = Assembly.Load("RocketComs.Core").GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException("RocketComs.Core is not mutated.");
        _active = control.GetField("ActiveMutant")!;
        _made = control.GetField(MutantSwitch.Made)!;
        _places = control.GetField(MutantSwitch.Reached)!;
    }

    /// <summary>Makes a change, in the place of the one before.</summary>
    public void Make(int mutant)
    {
        _made.SetValue(null, false);
        _active.SetValue(null, mutant);
    }

    /// <summary>Whether the change was reached since.</summary>
    public bool IsMade => (bool)_made.GetValue(null)!;

    /// <summary>Finds the tests.</summary>
    /// <param name="mutant">The change that is made from the beginning.</param>
    /// <param name="names">The tests that are needed, with others of their classes; none for all.</param>
    public static async Task<TestRun> FindAsync(int mutant = MutantSwitch.None, params IEnumerable<string> names)
    {
        HashSet<string> classes = [.. names.Select(name => name[..name.LastIndexOf('.')])];
        Assembly tests = Assembly.Load("RocketComs.Core.Tests");
        XunitTestAssembly assembly = new(tests, configFilePath: null, version: tests.GetName().Version);

        // A theory is one case: which rows it has may be what a change does.
        TestAssemblyConfiguration configuration = new() { PreEnumerateTheories = false };
        TestRun run = new(assembly, configuration);
        run.Make(mutant);
        TestContext.SetForInitialization(null, false, false);
        await using XunitTestFrameworkDiscoverer discoverer = new(assembly);
        await discoverer.Find(
            found =>
            {
                IXunitTestCase test = (IXunitTestCase)found;
                if (Counts(test))
                {
                    string name = test.TestClassName + "." + test.TestMethodName;
                    if (!run._cases.TryGetValue(name, out List<IXunitTestCase>? cases))
                    {
                        run._cases.Add(name, cases = []);
                    }

                    cases.Add(test);
                }

                return new(true);
            },
            TestFrameworkOptions.ForDiscovery(configuration),
            classes.Count == 0 ? null : [.. tests.GetExportedTypes().Where(type => classes.Contains(type.FullName!))]);
        return run;
    }

    /// <summary>Runs all tests, and tells of each which changes it reaches.</summary>
    public async IAsyncEnumerable<Test> ReachAsync()
    {
        _places.SetValue(null, _reached);
        foreach (IGrouping<string, IXunitTestCase> group in _cases.Values.SelectMany(cases => cases).GroupBy(test => test.TestClassName))
        {
            Dictionary<string, Test> told = [];
            Test all = new(group.Key, "", 0, true, [], []);
            Test test = all;
            Stopwatch watch = new();
            await RunAsync([.. group], message =>
            {
                switch (message)
                {
                    case ITestCaseStarting starting:
                        // What a fixture reaches is for all tests of the class.
                        Take(all);
                        test = told.GetValueOrDefault(starting.TestMethodName!, new(group.Key, starting.TestMethodName!, 0, true, [], []));
                        watch.Restart();
                        break;
                    case ITestCaseFinished:
                        Take(test);
                        told[test.Method] = test with { Milliseconds = test.Milliseconds + (int)watch.ElapsedMilliseconds };
                        break;
                    case IErrorMetadata:
                        test = test with { Passes = false };
                        break;
                }

                return true;
            });
            Take(all);
            foreach (Test one in told.Values)
            {
                one.Reached.UnionWith(all.Reached);
                one.Static.UnionWith(all.Static);
                yield return one;
            }
        }
    }

    /// <summary>Runs tests, class by class, until one fails.</summary>
    /// <param name="names">The tests.</param>
    /// <param name="begins">Is called before each.</param>
    /// <param name="stop">Ends the run after the test that is running.</param>
    /// <returns>The test that failed; null where none did.</returns>
    public async Task<string?> FailingAsync(IEnumerable<string> names, Action<string> begins, CancellationToken stop)
    {
        string? failing = null;
        string test = "";
        foreach (IGrouping<string, IXunitTestCase> group in names.SelectMany(name => _cases[name]).GroupBy(found => found.TestClassName))
        {
            await RunAsync([.. group], message =>
            {
                switch (message)
                {
                    case ITestCaseStarting starting:
                        test = group.Key + "." + starting.TestMethodName;
                        begins(test);
                        break;
                    case IErrorMetadata:
                        failing ??= test;
                        break;
                }

                return failing is null;
            }, stop);
            if (failing is not null || stop.IsCancellationRequested)
            {
                break;
            }
        }

        return failing;
    }

    private void Take(Test test)
    {
        for (int place = 0; place < _reached.Length; place++)
        {
            if (_reached[place] != 0)
            {
                test.Reached.Add(place / 2);
                if (place % 2 == 1)
                {
                    test.Static.Add(place / 2);
                }
            }
        }

        Array.Clear(_reached);
    }

    private ValueTask RunAsync(List<IXunitTestCase> cases, Func<IMessageSinkMessage, bool> on, CancellationToken stop = default)
    {
        TestContext.SetForInitialization(null, false, false);
        return _executor.RunTestCases(cases, new Sink(on), _options, stop);
    }

    // A process of its own cannot be mutated, with few inputs not every border is reached, and the rest is not of RocketComs.Core.
    private static bool Counts(IXunitTestCase test) =>
        !test.TestClassName.StartsWith("RocketComs.Core.Tests.Sandbox.", StringComparison.Ordinal)
        && !test.TestClassName.StartsWith("RocketComs.Core.Tests.Benchmarks.", StringComparison.Ordinal)
        && !test.TestMethodName.StartsWith("Processors_without_wide_registers", StringComparison.Ordinal)
        && test.TestMethodName != "Generated_texts_reach_every_border";

    private sealed class Sink(Func<IMessageSinkMessage, bool> on) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => on(message);
    }
}
