namespace RocketComs.Pester.Tests;

/// <summary>A failure: a text alone would be shown twice.</summary>
internal sealed class PesterException(string message) : Exception(message);
