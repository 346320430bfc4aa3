using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;

namespace RocketComs.Pester.Tests;

/// <summary>Each It of tests/Pester is a test. What keeps tests from running is a failure of its own.</summary>
/// <param name="options">The options of the command line.</param>
internal sealed class PesterFramework(ICommandLineOptions options) : ITestFramework, IDataProducer
{
    public string Uid => nameof(PesterFramework);

    public string Version => "1.0.0";

    public string DisplayName => "Pester";

    public string Description => "Runs the Pester tests in the pinned PowerShell.";

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) => Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) => Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        TestExecutionRequest request = (TestExecutionRequest)context.Request;
        string? wanted = null;
        try
        {
            List<string> arguments = request is DiscoverTestExecutionRequest ? ["-List"] : [];
            if (request.Filter is TestNodeUidListFilter filter)
            {
                wanted = Path.GetTempFileName();
                await File.WriteAllLinesAsync(wanted, filter.TestNodeUids.Select(uid => uid.Value), context.CancellationToken);
                arguments.AddRange(["-Only", wanted]);
            }

            await RunAsync(arguments, node => context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(request.Session.SessionUid, node)), context.CancellationToken);
        }
        finally
        {
            if (wanted is not null)
            {
                File.Delete(wanted);
            }

            context.Complete();
        }
    }

    private async Task RunAsync(IEnumerable<string> arguments, Func<TestNode, Task> publish, CancellationToken cancellationToken)
    {
        string file = "before the first file";
        bool isWhole = false;
        TimeSpan limit = PesterOptions.TimeLimitOf(options);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using PesterProcess pester = new(Folder(), arguments);
        end.CancelAfter(limit);
        try
        {
            await foreach (ReportLine line in pester.ReadAsync(end.Token))
            {
                switch (line.Kind)
                {
                    case LineKind.File:
                        file = "in " + line.File;
                        break;
                    case LineKind.Test:
                        await publish(Test(line));
                        break;
                    case LineKind.Fault:
                        await publish(Failure($"{Path.GetFileName(line.File)} {line.Name}".TrimEnd(), line.Text));
                        break;
                    case LineKind.End:
                        isWhole = true;
                        break;
                }
            }

            int exitCode = await pester.WaitAsync(end.Token);
            if (!isWhole)
            {
                await publish(Failure("pwsh", $"It ended {file}, with exit code {exitCode}, before its work was done. Its last lines:\n{pester.LastLines}"));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await publish(Failure("pwsh", $"It was still {file} after {limit.TotalSeconds} s, and was stopped. Its last lines:\n{pester.LastLines}"));
        }
    }

    private static TestNode Test(ReportLine line)
    {
        PropertyBag properties = new(
            line.Result switch
            {
                "Listed" => DiscoveredTestNodeStateProperty.CachedInstance,
                "Passed" => PassedTestNodeStateProperty.CachedInstance,
                "Skipped" => new SkippedTestNodeStateProperty(line.Text),
                "Failed" => new FailedTestNodeStateProperty(new PesterException(line.Text.Length == 0 ? "What stands around it failed." : line.Text)),
                _ => new FailedTestNodeStateProperty(new PesterException($"{line.Result}. {line.Text}")),
            },
            new TestFileLocationProperty(line.File, new LinePositionSpan(new LinePosition(line.Line, 0), new LinePosition(line.Line, 0))));
        if (line.Start is { } start)
        {
            TimeSpan duration = TimeSpan.FromMilliseconds(line.Milliseconds);
            properties.Add(new TimingProperty(new TimingInfo(start, start + duration, duration)));
        }

        return new TestNode { Uid = line.Id, DisplayName = line.Name, Properties = properties };
    }

    private static TestNode Failure(string name, string text) => new() { Uid = name, DisplayName = name, Properties = new PropertyBag(new ErrorTestNodeStateProperty(new PesterException(text))) };

    private string Folder()
    {
        if (options.TryGetOptionArgumentList(PesterOptions.Folder, out string[]? folder))
        {
            return Path.GetFullPath(folder[0]);
        }

        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "RocketComs.psd1")))
        {
            root = root.Parent;
        }

        return root is null ? throw new DirectoryNotFoundException($"No checkout above {AppContext.BaseDirectory}.") : Path.Combine(root.FullName, "tests", "Pester");
    }
}
