namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A part of a multipart body as it arrived.</summary>
internal sealed record SentPart(string Name, string Text, string? FileName, string? ContentType);
