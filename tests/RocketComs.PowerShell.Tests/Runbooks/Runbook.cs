using System.Collections.Generic;
using System.IO;
using System.Linq;
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
    public static (IReadOnlyList<PSObject> Output, int ExitCode) Run(TestSession session, string name, System.Collections.Hashtable? parameters = null)
    {
        session.Set("runbook", Path.Combine(Path.GetDirectoryName(BuiltModule.Manifest)!, "../../docs/samples", name));
        session.Set("parameters", parameters ?? []);
        CommandResult result = session.Script("$global:LASTEXITCODE = -1; & $runbook @parameters; $global:LASTEXITCODE").NoErrors();
        Assert.NotEmpty(result.Output);
        return ([.. result.Output.SkipLast(1)], (int)result.Output[^1].BaseObject);
    }
}
