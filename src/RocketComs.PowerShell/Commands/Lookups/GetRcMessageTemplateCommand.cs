using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets message templates: all of them, or those with the ids given.</summary>
/// <remarks>The platform has no call for one template, so ids are looked up in its list, which is asked for once a command.</remarks>
[Cmdlet(VerbsCommon.Get, "RcMessageTemplate", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcMessageTemplate))]
public sealed class GetRcMessageTemplateCommand : NamedLookupCommand<MessageTemplateReference>
{
    private IReadOnlyList<RcMessageTemplate>? _all;

    private protected override async Task ProcessIdAsync(string id)
    {
        _all ??= await AllAsync();
        WriteObject(MessageTemplatesClient.Find(_all, id));
    }

    private protected override Task ListAsync() => WriteNamedAsync(EachAsync(), static template => [template.Name]);

    private async IAsyncEnumerable<RcMessageTemplate> EachAsync()
    {
        foreach (RcMessageTemplate template in await AllAsync())
        {
            yield return template;
        }
    }

    private Task<IReadOnlyList<RcMessageTemplate>> AllAsync() => new MessageTemplatesClient(Transport).ListAsync(StopToken);
}
