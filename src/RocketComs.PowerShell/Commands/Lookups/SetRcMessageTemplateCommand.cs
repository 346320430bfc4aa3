using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Changes message templates: name, text, or whether they can be used (<c>PATCH /v1/message-templates/{id}</c>).</summary>
/// <remarks>There is no call that deletes a template; to archive it is the documented way out.</remarks>
[Cmdlet(VerbsCommon.Set, "RcMessageTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(RcMessageTemplate))]
public sealed class SetRcMessageTemplateCommand : IdCommand
{
    private TemplateChange _change = new();

    /// <summary>Gets or sets the templates: ids, or the objects that have them. A piped template gives its id alone.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(MessageTemplateCompleter))]
    public MessageTemplateReference[] Id { get; set; } = [];

    /// <summary>Gets or sets the new name.</summary>
    [Parameter]
    [AllowEmptyString]
    [OneText]
    public string? Name { get; set; }

    /// <summary>Gets or sets the new text, sent as written.</summary>
    [Parameter]
    [AllowEmptyString]
    [OneText]
    public string? Message { get; set; }

    /// <summary>Gets or sets whether the template can be used: ACTIVE or ARCHIVED.</summary>
    [Parameter]
    [ValidateSet(TemplateChange.Active, TemplateChange.Archived)]
    public string? Status { get; set; }

    private protected override string IdParameter => nameof(Id);

    private protected override IdReference[] Ids => Id;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _change = new TemplateChange { Name = Given(nameof(Name), Name), Message = Given(nameof(Message), Message), Status = Status?.ToUpperInvariant() };
        if (_change.IsEmpty)
        {
            throw new InvalidParameterException(nameof(Status), null, "There is nothing to change.", "Give -Name, -Message or -Status.");
        }

        if (_change.Message is { } message)
        {
            foreach (string warning in TextCheck.Warnings(message))
            {
                WriteWarning(warning);
            }

            WriteVerbose($"The text: {TextCheck.Describe(message)}.");
            WriteWarning("What a new text does to batches that are scheduled with the template is not documented.");
        }
    }

    private protected override void CheckAll(IReadOnlyList<string> ids)
    {
        if (ids.Count > 1 && (_change.Name ?? _change.Message) is { } same)
        {
            string parameter = _change.Name is null ? nameof(Message) : nameof(Name);
            throw new InvalidParameterException(
                parameter,
                same,
                $"-{parameter} was given for {ids.Count} templates, which would all be the same afterwards. Nothing was sent.",
                $"Change one template at a time: ForEach-Object {{ Set-RcMessageTemplate $_ -{parameter} ... }}.");
        }
    }

    private protected override string NameOfWrite(string id) => $"message template {id}";

    private protected override async Task ProcessIdAsync(string id)
    {
        if (!ConfirmChange($"message template {id} at {Authority}", _change.Describe()))
        {
            return;
        }

        RcMessageTemplate template = await WriteAsync(
            sent => new MessageTemplatesClient(Transport).UpdateAsync(id, _change, sent, StopToken),
            NameOfWrite(id),
            $"Check its UpdatedAt with 'Get-RcMessageTemplate {id}'.");
        WriteObject(template);
        foreach (string difference in _change.Differences(template))
        {
            WriteWarning(difference);
        }
    }

    private string? Given(string name, string? value)
    {
        if (!MyInvocation.BoundParameters.ContainsKey(name))
        {
            return null;
        }

        TextCheck.Require(name, value);
        return value;
    }
}
