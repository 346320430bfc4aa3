namespace RocketComs.Core.Repair;

/// <summary>A row that is left out of the repaired file.</summary>
/// <param name="Row">The record, from 1, in the original file.</param>
/// <param name="Line">The physical line on which it begins there.</param>
/// <param name="RepairedRow">The record, from 1, among the rows that could be repaired; 0 when this one could not.</param>
internal readonly record struct SetAsideRow(long Row, long Line, long RepairedRow);
