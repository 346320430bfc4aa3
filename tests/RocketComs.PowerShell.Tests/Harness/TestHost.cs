using System.Globalization;
using System.Management.Automation.Host;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A host with a user behind it, who gives the queued answers and remembers what was asked.</summary>
internal sealed class TestHost : PSHost
{
    /// <summary>The answer of a user who presses Enter and no more: whatever the question has for its default.</summary>
    public const string Enter = "";

    private readonly TestHostUI _ui;

    /// <summary>Initializes the host.</summary>
    /// <param name="answers">The labels that the user picks, such as "Yes"; one more question than answers fails the test.</param>
    public TestHost(params string[] answers) => _ui = new TestHostUI(new Queue<string>(answers));

    /// <summary>Gets what was asked.</summary>
    public IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>Sets what happens while the user thinks about an answer.</summary>
    public Action WhileAsked { set => _ui.WhileAsked = value; }

    /// <summary>Gets the lines that the user saw.</summary>
    public IReadOnlyList<string> Lines => _ui.Lines;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.GetCultureInfo("en-US");

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "TestHost";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    /// <summary>The one line that says what would be done.</summary>
    public string WhatIf() => Lines.Single(line => line.StartsWith("What if:", StringComparison.Ordinal));

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
