using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Creates a message template (<c>POST /v1/message-templates</c>).</summary>
/// <remarks>
/// No limits of name and text, no variables and no rule about names are documented. The text is sent as written; that <c>\n</c> is a line
/// break in it as in a batch file is assumed.
/// </remarks>
[Cmdlet(VerbsCommon.New, "RcMessageTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(RcMessageTemplate))]
public sealed class NewRcMessageTemplateCommand : ConnectedCmdlet
{
    /// <summary>Gets or sets the name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    [OneText]
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets or sets the text.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    [OneText]
    public string Message { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        TextCheck.Require(nameof(Name), Name);
        TextCheck.Require(nameof(Message), Message);
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        foreach (string warning in TextCheck.Warnings(Message))
        {
            WriteWarning(warning);
        }

        WriteVerbose($"The text: {TextCheck.Describe(Message)}.");
        return ConfirmChange($"message template '{Name}' at {Authority}", "Create") ? ReportingAsync(Name, CreateAsync) : Task.CompletedTask;
    }

    private async Task CreateAsync()
    {
        TemplateChange change = new() { Name = Name, Message = Message };
        RcMessageTemplate template = await WriteAsync(
            sent => new MessageTemplatesClient(Transport).CreateAsync(change, sent, StopToken),
            $"message template '{Name}'",
            "Look for it with Get-RcMessageTemplate before you create it again.");
        WriteObject(template);
        foreach (string difference in change.Differences(template))
        {
            WriteWarning(difference);
        }
    }
}
