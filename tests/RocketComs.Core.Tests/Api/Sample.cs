namespace RocketComs.Core.Tests.Api;

/// <summary>The answers that the documentation shows.</summary>
internal static class Sample
{
    /// <summary>The text of a sample.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));
}
