using RocketComs.Core.Segments;

namespace RocketComs.PowerShell.Sending;

/// <summary>How a draft is sent.</summary>
internal sealed record BatchSendOptions
{
    /// <summary>Gets whether the file goes out unchecked.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>Gets whether to schedule without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Gets whether numbers are compared with the opt-outs of the campaign.</summary>
    public bool CheckOptOut { get; init; }

    /// <summary>Gets how texts are counted and priced.</summary>
    public MeasureOptions Measure { get; init; } = new();
}
