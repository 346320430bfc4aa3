namespace RocketComs.Sandbox;

/// <summary>A message template that is there from the start.</summary>
internal sealed record SeededTemplate(string Id, string Name, string Message, string Status)
{
    public bool IsUsable => Status == ApiWords.Active;
}
