using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets recipient lists by id, that of an import among them, or lists all of them page by page as they are asked for.</summary>
[Cmdlet(VerbsCommon.Get, "RcRecipientList", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcRecipientList))]
public sealed class GetRcRecipientListCommand : NamedLookupCommand<RecipientListReference>
{
    private RecipientListsClient Lists => new(Transport);

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Lists.GetAsync(id, StopToken));

    private protected override Task ListAsync() => WriteNamedAsync(Lists.ListAsync(StopToken), static list => [list.Name]);
}
