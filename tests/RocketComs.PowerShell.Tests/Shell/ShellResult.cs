namespace RocketComs.PowerShell.Tests.Shell;

/// <summary>What a run of the console gave.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error);
