using System.Collections.Generic;

namespace RocketComs.Sandbox;

/// <summary>A recipient list that is there from the start.</summary>
internal sealed record SeededList(string Id, string Name, IReadOnlyList<string> Numbers);
