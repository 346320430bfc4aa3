using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RocketComs.Shell;

/// <summary>What the engine says and asks: output to the screen, questions to the prompter.</summary>
internal sealed class ShellUi : PSHostUserInterface
{
    private readonly Screen _screen;
    private readonly ShellInput _input;
    private readonly Prompter _prompter;

    public ShellUi(Screen screen, ShellInput input)
    {
        _screen = screen;
        _input = input;
        _prompter = new Prompter(screen, input);
        RawUI = new ShellRawUi(screen, input);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _screen.HasColour;

    public override void Write(string value) => _screen.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        string before = foregroundColor == RawUI.ForegroundColor ? "" : PSStyle.MapForegroundColorToEscapeSequence(foregroundColor);
        before += backgroundColor == RawUI.BackgroundColor ? "" : PSStyle.MapBackgroundColorToEscapeSequence(backgroundColor);
        _screen.Write(before.Length == 0 ? value : before + value + PSStyle.Instance.Reset);
    }

    public override void WriteLine(string value) => _screen.Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _screen.WriteError(value + Environment.NewLine);
        }
    }

    public override void WriteWarningLine(string message) => WriteStreamLine(FormatStyle.Warning, "WARNING", message);

    public override void WriteVerboseLine(string message) => WriteStreamLine(FormatStyle.Verbose, "VERBOSE", message);

    public override void WriteDebugLine(string message) => WriteStreamLine(FormatStyle.Debug, "DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _screen.ShowProgress(record);

    public override string ReadLine() => _input.ReadLine();

    public override SecureString ReadLineAsSecureString() => _input.ReadSecret();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        => _prompter.Choose(caption, message, choices, defaultChoice);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        => _prompter.Fill(caption, message, descriptions);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => _prompter.Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => _prompter.Credential(caption, message, userName);

    private void WriteStreamLine(FormatStyle style, string name, string message)
    {
        string line = $"{name}: {message}";
        WriteLine(_screen.HasColour ? GetFormatStyleString(style) + line + PSStyle.Instance.Reset : line);
    }
}
