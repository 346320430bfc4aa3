namespace RocketComs.Sandbox.Lookups;

/// <summary>An opt-out that is there from the start: ten digits, as the documents show.</summary>
internal sealed record SeededOptOut(string Number, string Text);
