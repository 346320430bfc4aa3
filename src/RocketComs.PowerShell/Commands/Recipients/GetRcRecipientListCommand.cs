using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets recipient lists by id, that of an import among them, or lists all of them page by page as they are asked for.</summary>
/// <remarks>The platform has no filter by name: <c>Get-RcRecipientList | Where-Object Name -like 'Spring*'</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "RcRecipientList", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcRecipientList))]
public sealed class GetRcRecipientListCommand : LookupCommand<RecipientListReference>
{
    private RecipientListsClient Lists => new(Transport);

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Lists.GetAsync(id, StopToken));

    private protected override async Task ListAsync()
    {
        await foreach (RcRecipientList list in Lists.ListAsync(StopToken))
        {
            WriteObject(list);
        }
    }
}
