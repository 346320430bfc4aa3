namespace RocketComs.Pester.Tests;

/// <summary>What Start-Tests.ps1 says of a test, of a file that begins, of what failed beside the tests, or of the end.</summary>
internal sealed record ReportLine(LineKind Kind)
{
    public string Id { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    public string File { get; init; } = string.Empty;

    public int Line { get; init; }

    /// <summary>Gets Pester's word for the outcome, or "Listed".</summary>
    public string Result { get; init; } = string.Empty;

    public DateTimeOffset? Start { get; init; }

    public double Milliseconds { get; init; }

    /// <summary>Gets why it failed or was skipped.</summary>
    public string Text { get; init; } = string.Empty;
}

internal enum LineKind
{
    File,
    Test,
    Fault,
    End,
}
