namespace RocketComs.Sandbox.Messages;

/// <summary>A reply that is there from the start.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Who wrote it: ten digits, as the documents show.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsConcatenated">Whether it came in several segments.</param>
/// <param name="Minutes">How long after the seed it came.</param>
internal sealed record SeededReply(string Id, string Number, string Text, bool IsConcatenated, int Minutes);
