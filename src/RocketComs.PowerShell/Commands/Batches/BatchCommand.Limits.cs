using System.Management.Automation;
using RocketComs.PowerShell.Binding;

namespace RocketComs.PowerShell.Commands;

// The limits that hold with -Force too.
public abstract partial class BatchCommand
{
    /// <summary>Gets or sets the most that all of the command may cost; it needs a price of a segment.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000_000d)]
    [PriceText]
    public decimal? MaxCost { get; set; }

    /// <summary>Gets or sets the most segments that all of the command may send.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long? MaxSegmentCount { get; set; }

    /// <summary>Gets or sets whether what went out to the campaign before may go out again.</summary>
    [Parameter]
    public SwitchParameter AllowRepeat { get; set; }
}
