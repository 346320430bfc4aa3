namespace RocketComs.Sandbox.Batches;

/// <summary>One message of a batch: a row of its file, or a recipient of its lists.</summary>
internal sealed record MessageRow(string Number, string Text, bool IsValid);
