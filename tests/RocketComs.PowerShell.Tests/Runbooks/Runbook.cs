using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>A runbook of docs/samples, run in a session.</summary>
internal static class Runbook
{
    /// <summary>Runs it; it must not fail.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name">Its file name.</param>
    /// <param name="parameters">Its parameters, by splatting.</param>
    /// <returns>What it emitted, and its exit code.</returns>
    public static (IReadOnlyList<PSObject> Output, int ExitCode) Run(TestSession session, string name, Hashtable? parameters = null)
    {
        CommandResult result = Try(session, name, parameters).NoErrors();
        Assert.NotEmpty(result.Output);
        return ([.. result.Output.SkipLast(1)], (int)result.Output[^1].BaseObject);
    }

    /// <summary>Runs it, whatever becomes of it. The last object is the exit code, unless it failed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name">Its file name.</param>
    /// <param name="parameters">Its parameters, by splatting.</param>
    /// <param name="culture">The culture that it runs in.</param>
    public static CommandResult Try(TestSession session, string name, Hashtable? parameters = null, string culture = "en-US")
    {
        session.Set("runbook", Path.Combine(Path.GetDirectoryName(BuiltModule.Manifest)!, "../../docs/samples", name));
        session.Set("parameters", parameters ?? []);
        session.Set("culture", culture);
        return session.Script("""
            & {
                $ErrorActionPreference = 'Stop'
                $before = [cultureinfo]::CurrentCulture
                [cultureinfo]::CurrentCulture = $culture
                $global:LASTEXITCODE = -1
                try { & $runbook @parameters }
                finally { [cultureinfo]::CurrentCulture = $before }
                $global:LASTEXITCODE
            }
            """);
    }

    /// <summary>Orders that one read is answered with a text of the test's own.</summary>
    /// <param name="session">The session.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="result">What the platform's envelope holds, as JSON.</param>
    /// <param name="skip">How many such requests are answered as ever before it.</param>
    public static void Answer(AccountSession session, string path, string result, int skip = 0) => session.Sandbox.AddFault(new Hashtable
    {
        ["Kind"] = "ContentType",
        ["ContentType"] = "application/json",
        ["Method"] = "GET",
        ["Path"] = path,
        ["Skip"] = skip,
        ["Body"] = $$"""{ "status": "0000", "result": {{result}} }""",
    });
}
