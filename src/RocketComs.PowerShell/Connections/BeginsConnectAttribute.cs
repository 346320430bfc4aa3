using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Language;
using Microsoft.PowerShell.Commands;

namespace RocketComs.PowerShell.Connections;

/// <summary>
/// Leaves a value as it is, and lets go of the account before. A parameter of Connect-RcAccount that PowerShell refuses, such as an address that
/// is <see langword="null"/>, ends the command before it runs: this is where it can be noticed that another account was meant.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BeginsConnectAttribute : ArgumentTransformationAttribute
{
    // What binds a line that nobody has run: for completion, for an editor, or to tell which parameters there are.
    private static readonly Type[] s_readers = [typeof(CommandCompletion), typeof(StaticParameterBinder), typeof(GetCommandCommand)];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (!IsOnlyRead())
        {
            RunspaceState.Current.BeginConnect();
        }

        return inputData;
    }

    // An attribute is not told whose parameter it stands at, so who asks is all there is to go by.
    private static bool IsOnlyRead() => new StackTrace().GetFrames().Any(frame => s_readers.Contains(frame.GetMethod()?.DeclaringType));
}
