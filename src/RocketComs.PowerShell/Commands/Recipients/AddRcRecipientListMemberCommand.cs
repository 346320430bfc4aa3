using System.Management.Automation;

namespace RocketComs.PowerShell.Commands;

/// <summary>Adds recipients to a recipient list (<c>POST /v1/recipients/lists/{id}/members</c>).</summary>
/// <remarks>What the platform does about one who is on the list already is not documented.</remarks>
[Cmdlet(VerbsCommon.Add, "RcRecipientListMember", SupportsShouldProcess = true)]
[OutputType(typeof(RcRecipientList))]
public sealed class AddRcRecipientListMemberCommand : RecipientListMemberCommand
{
    private protected override string Action => "Add";

    private protected override IReadOnlyList<string> Added => RecipientIds;
}
