using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>The user's side of <see cref="TestHost"/>.</summary>
internal sealed class TestHostUI : PSHostUserInterface
{
    private readonly Queue<string> _answers;

    public TestHostUI(Queue<string> answers) => _answers = answers;

    public List<string> Questions { get; } = [];

    public List<string> Lines { get; } = [];

    public Action WhileAsked { get; set; } = () => { };

    public override PSHostRawUserInterface? RawUI => null;

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Add(message);
        WhileAsked();
        string answer = _answers.Dequeue();
        if (answer == TestHost.Enter)
        {
            return defaultChoice;
        }

        return choices.Select((choice, index) => (Label: choice.Label.Replace("&", string.Empty, StringComparison.Ordinal), index)).Single(choice => choice.Label == answer).index;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override void Write(string value) => Lines.Add(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Lines.Add(value);

    public override void WriteLine(string value) => Lines.Add(value);

    public override void WriteErrorLine(string value) => Lines.Add(value);

    public override void WriteDebugLine(string message) => Lines.Add(message);

    public override void WriteVerboseLine(string message) => Lines.Add(message);

    public override void WriteWarningLine(string message) => Lines.Add(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }
}
