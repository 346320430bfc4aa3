using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RocketComs.Shell;

/// <summary>Reads answers from a person, and from nobody else: an answer that nobody gave must never pass for a yes.</summary>
internal sealed class ShellInput(Screen screen, bool nonInteractive)
{
    private readonly LineEditor _editor = new(screen);

    /// <summary>Gets a value indicating whether a person sees a question and can answer it.</summary>
    public bool CanAsk => !nonInteractive && !Console.IsInputRedirected && screen.Terminal is not null;

    /// <summary>Gets or sets what Ctrl+C at a question does to the command that asked.</summary>
    public Action StopCommand { get; set; } = () => { };

    public void RequireAnswers()
    {
        if (!CanAsk)
        {
            throw Unanswered(nonInteractive
                ? "The shell is not interactive (-NonInteractive): nobody can answer a question here."
                : "The shell is not interactive (input or output is redirected): nobody can answer a question here.");
        }
    }

    public string ReadLine()
    {
        RequireAnswers();
        return Read(() => screen.CanEdit ? _editor.Read(screen.UnfinishedLine, new LineHistory(), complete: null) : Console.In.ReadLine());
    }

    public SecureString ReadSecret()
    {
        RequireAnswers();
        return Read(SecretReader.Read);
    }

    public ConsoleKeyInfo ReadKey(bool intercept)
    {
        RequireAnswers();
        return Console.ReadKey(intercept);
    }

    private static HostException Unanswered(string message)
        => new(message, null, "RcShellNotInteractive", ErrorCategory.ResourceUnavailable);

    private T Read<T>(Func<T?> read)
        where T : class
    {
        screen.ClearProgress();
        try
        {
            return read() ?? throw Unanswered("The shell is not interactive: the input ended before the question was answered.");
        }
        catch (OperationCanceledException)
        {
            StopCommand();
            throw new PipelineStoppedException();
        }
        finally
        {
            if (screen.UnfinishedLine.Length > 0)
            {
                screen.Terminal!.WriteLine();
                screen.LineIsFinished();
            }
        }
    }
}
