using System.Management.Automation;

namespace RocketComs.PowerShell.Connections;

/// <summary>
/// Leaves a value as it is, and lets go of the account before. A parameter of Connect-RcAccount that PowerShell refuses, such as an address that
/// is <see langword="null"/>, ends the command before it runs: this is where it can be noticed that another account was meant.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BeginsConnectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        RunspaceState.Current.BeginConnect();
        return inputData;
    }
}
