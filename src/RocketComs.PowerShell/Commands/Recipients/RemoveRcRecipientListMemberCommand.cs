using System.Management.Automation;

namespace RocketComs.PowerShell.Commands;

/// <summary>Takes recipients off a recipient list (<c>POST /v1/recipients/lists/{id}/members</c>); the recipients themselves stay.</summary>
/// <remarks>What the platform does about one who is not on the list is not documented.</remarks>
[Cmdlet(VerbsCommon.Remove, "RcRecipientListMember", SupportsShouldProcess = true)]
[OutputType(typeof(RcRecipientList))]
public sealed class RemoveRcRecipientListMemberCommand : RecipientListMemberCommand
{
    private protected override string Action => "Remove";

    private protected override IReadOnlyList<string> Removed => RecipientIds;

    private protected override bool IsForSending => false;
}
