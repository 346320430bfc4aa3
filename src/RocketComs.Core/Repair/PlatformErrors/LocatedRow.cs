namespace RocketComs.Core.Repair.PlatformErrors;

/// <summary>A row of a batch file with the places that a line number of the platform could mean.</summary>
/// <param name="Record">The record, from 1, as any CSV reader counts: blank lines are none, a header is one.</param>
/// <param name="FirstLine">The physical line on which it begins, from 1.</param>
/// <param name="LastLine">The physical line on which it ends.</param>
/// <param name="Number">Its number as it stands in the file, without the quotes around it.</param>
/// <param name="Message">Its text as it stands in the file; of a row with too many columns, all that follows the number.</param>
internal sealed record LocatedRow(long Record, long FirstLine, long LastLine, string Number, string Message)
{
    /// <summary>Gets whether the module's own rules find an error in it.</summary>
    public bool IsFaulty { get; init; }
}
