namespace RocketComs.Core.Rules.Engine;

/// <summary>What the rules found in one row.</summary>
/// <param name="Items">Each finding; its issue is <see langword="null"/> where no more are kept.</param>
/// <param name="Raw">The row as it stands in the file, where it has errors and they are asked for.</param>
internal sealed record RowFindings((RuleInfo Rule, RcBatchCsvIssue? Issue)[] Items, byte[]? Raw);
