using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>What a session starts with: the commands of the engine, less those that lean on a module that is not here.</summary>
internal static class EngineState
{
    private static readonly Dictionary<string, string> s_functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["prompt"] = "'RocketComs' + '>' * ($NestedPromptLevel + 1) + ' '",

        // The engine's own versions of these call Select-Object, Out-String, Read-Host.
        ["Clear-Host"] = "if (-not [Console]::IsOutputRedirected) { [Console]::Clear() }",
        ["help"] = "Get-Help @args",
        ["Pause"] = "$Host.UI.Write('Press Enter to continue...: '); $null = $Host.UI.ReadLine()",
    };

    public static InitialSessionState Create()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        foreach (SessionStateFunctionEntry function in state.Commands.OfType<SessionStateFunctionEntry>().ToList())
        {
            if (s_functions.ContainsKey(function.Name) || LeansOnMissing(function))
            {
                state.Commands.Remove(function.Name, typeof(SessionStateFunctionEntry));
            }
        }

        foreach ((string name, string body) in s_functions)
        {
            state.Commands.Add(new SessionStateFunctionEntry(name, body));
        }

        HashSet<string> names = new(
            state.Commands.Where(command => command is not SessionStateAliasEntry).Select(command => command.Name),
            StringComparer.OrdinalIgnoreCase);
        foreach (SessionStateAliasEntry alias in state.Commands.OfType<SessionStateAliasEntry>().ToList())
        {
            if (!names.Contains(alias.Definition))
            {
                state.Commands.Remove(alias.Name, typeof(SessionStateAliasEntry));
            }
        }

        return state;
    }

    // cd.. and its kin, the drive letters, and oss.
    private static bool LeansOnMissing(SessionStateFunctionEntry function)
        => function.Definition.Contains("Set-Location", StringComparison.OrdinalIgnoreCase)
            || function.Definition.Contains("Out-String", StringComparison.OrdinalIgnoreCase);
}
