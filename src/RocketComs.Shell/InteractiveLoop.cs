using System.Management.Automation.Host;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>Reads a command, runs it, and again, until exit or the end of the input.</summary>
internal sealed class InteractiveLoop
{
    private readonly ShellHost _host;
    private readonly PipelineRunner _runner;
    private readonly Screen _screen;
    private readonly ShellInput _input;
    private readonly LineEditor _editor;
    private readonly LineHistory _history = new();
    private readonly Completer _completer;
    private int _depth;
    private bool _leave;

    public InteractiveLoop(ShellHost host, PipelineRunner runner, Runspace runspace, Screen screen, ShellInput input)
    {
        _host = host;
        _runner = runner;
        _screen = screen;
        _input = input;
        _editor = new LineEditor(screen);
        _completer = new Completer(runspace);
        host.OpenNestedPrompt = RunNested;
        host.CloseNestedPrompt = () => _leave = true;
    }

    public int Run(bool noLogo)
    {
        if (!noLogo)
        {
            _screen.Write(
                $"""
                RocketComs {_host.Version.ToString(3)}. Commands: Get-Command -Module RocketComs. To leave: exit.
                PowerShell's core cmdlets only: for Import-Csv, Format-Table, Select-Object and
                the rest install PowerShell. Import-RcBatchCsv reads batch files.

                """);
        }

        RunUntilLeft();
        return _host.ExitCode ?? 0;
    }

    private bool IsNested => _depth > 0;

    private void RunNested()
    {
        _input.RequireAnswers();
        _depth++;
        try
        {
            RunUntilLeft();
        }
        finally
        {
            _depth--;
            _leave = false;
        }
    }

    private void RunUntilLeft()
    {
        while (!_leave && _host.ExitCode is null)
        {
            try
            {
                // The engine counts nested prompts, and has to hear that one is left.
                if ((ReadCommand() ?? (IsNested ? "exit" : null)) is not string text)
                {
                    return;
                }

                if (!string.IsNullOrWhiteSpace(text))
                {
                    _history.Add(text);
                    _runner.Run(new Command(text, isScript: true, useLocalScope: false), IsNested, addToHistory: true);
                }
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C at the prompt: what was typed is dropped.
            }
        }
    }

    // Gives null at the end of the input.
    private string? ReadCommand()
    {
        string? text = ReadLine(_runner.Evaluate("prompt", IsNested) as string ?? "RocketComs> ");
        while (text is not null && IsIncomplete(text))
        {
            if (ReadLine(">> ") is not string more)
            {
                break;
            }

            text += '\n' + more;
        }

        return text;
    }

    private string? ReadLine(string prompt)
    {
        if (_screen.UnfinishedLine.Length > 0)
        {
            _screen.Write(Environment.NewLine);
        }

        prompt = PSHostUserInterface.GetOutputString(prompt, _screen.HasColour);
        if (_input.CanAsk && _screen.CanEdit)
        {
            return _editor.Read(prompt, _history, IsNested ? null : _completer.Complete);
        }

        _screen.Write(prompt);
        string? line = Console.In.ReadLine();
        _screen.LineIsFinished();
        return line;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
