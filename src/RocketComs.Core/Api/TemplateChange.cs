namespace RocketComs.Core.Api;

/// <summary>What a message template shall be, or become. What is <see langword="null"/> is not sent, and stays as it is.</summary>
/// <remarks>Source: API pages "Create a Message Template" and "Update a Message Template".</remarks>
public sealed record TemplateChange
{
    /// <summary>The status of a template that can be used.</summary>
    public const string Active = "ACTIVE";

    /// <summary>The status of a template that cannot be used; there is no call that deletes one.</summary>
    public const string Archived = "ARCHIVED";

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the text, sent as written.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the status in capitals.</summary>
    public string? Status { get; init; }

    /// <summary>Gets whether there is nothing to change.</summary>
    public bool IsEmpty => Name is null && Message is null && Status is null;

    /// <summary>Says what changes, as one begins a sentence: "Rename to 'Summer', change the text and archive".</summary>
    public string Describe()
    {
        List<string> parts = [];
        if (Name is not null)
        {
            parts.Add($"rename to '{Name}'");
        }

        if (Message is not null)
        {
            parts.Add("change the text");
        }

        if (Status is not null)
        {
            parts.Add(Status == Archived ? "archive" : "activate");
        }

        string text = string.Join(" and ", ((string[])[string.Join(", ", parts.Take(parts.Count - 1)), .. parts.Skip(parts.Count - 1)]).Where(part => part.Length > 0));
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
    }

    /// <summary>The warnings that an answer deserves which does not show what was sent.</summary>
    /// <param name="template">What came back.</param>
    public IEnumerable<string> Differences(RcMessageTemplate template) =>
        from pair in ((string Name, string? Sent, string? Returned)[])[("Name", Name, template.Name), ("Message", Bare(Message), Bare(template.Message)), ("Status", Status, template.Status)]
        where pair.Sent is not null && !string.Equals(pair.Sent, pair.Returned, StringComparison.Ordinal)
        select $"{pair.Name} '{pair.Sent}' was sent, but message template {template.Id} shows {(string.IsNullOrEmpty(pair.Returned) ? "none" : $"'{pair.Returned}'")}.";

    // A line break in the platform's notation, or in another one, is the same line break.
    private static string? Bare(string? text) => text?.Replace("\r\n", "\n").Replace("\\n", "\n").Trim();
}
