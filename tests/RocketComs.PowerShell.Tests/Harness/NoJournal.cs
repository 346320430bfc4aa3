using System.Runtime.CompilerServices;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>Tests leave no line in the journal of whoever runs them, and read none of it.</summary>
internal static class NoJournal
{
    public const string Variable = "ROCKETCOMS_JOURNAL";

    [ModuleInitializer]
    internal static void TurnOff() => Environment.SetEnvironmentVariable(Variable, "off");
}
