using System.Management.Automation.Runspaces;
using System.Reflection;

namespace RocketComs.Shell;

/// <summary>Makes the <c>exit</c> of the next script file an exit of the session, as <c>pwsh -File</c> has it.</summary>
/// <remarks>
/// Otherwise the engine takes it for the end of that file, and $LASTEXITCODE does not tell an exit from a program that
/// failed on the way. Only pwsh itself can say so in public; the engine's package is pinned, and without this switch we stop.
/// </remarks>
internal static class ScriptExit
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;

    public static void LetThrough(Runspace runspace)
    {
        object? context = typeof(Runspace).GetProperty("ExecutionContext", Internal)?.GetValue(runspace);
        PropertyInfo passExit = context?.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Internal)
            ?? throw new StartException($"System.Management.Automation {typeof(Runspace).Assembly.GetName().Version} no longer passes on the exit code of a script.");
        passExit.SetValue(context, true);
    }
}
