using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The message template endpoints.</summary>
/// <remarks>
/// Sources: API pages "List All Message Templates", "Create a Message Template" and "Update a Message Template". There is no call for one
/// template and none that deletes one, and the list has no paging and no filter. Whether archived ones are on it is not documented; it is
/// assumed, since each shows a status.
/// </remarks>
/// <param name="transport">The way to the platform.</param>
public sealed class MessageTemplatesClient(ITransport transport)
{
    private const string Root = "v1/message-templates";

    /// <summary>Lists all templates (<c>GET /v1/message-templates</c>).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<RcMessageTemplate>> ListAsync(CancellationToken cancellationToken) =>
        UnpagedList.ReadAsync(transport, Root, "the message templates", LookupJson.MessageTemplate, cancellationToken);

    /// <summary>The template with an id; UUIDs are the same in either case.</summary>
    /// <param name="templates">All templates.</param>
    /// <param name="id">The id.</param>
    /// <exception cref="NotListedException">None has it.</exception>
    public static RcMessageTemplate Find(IEnumerable<RcMessageTemplate> templates, string id) =>
        templates.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotListedException("Message template", id, "List the templates with Get-RcMessageTemplate and take the id from there.");

    /// <summary>Creates a template (<c>POST /v1/message-templates</c>).</summary>
    /// <param name="change">Its name and its text.</param>
    /// <param name="uploaded">Called when the request is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer does not show the template; whether there is one now, the message says.</exception>
    public async Task<RcMessageTemplate> CreateAsync(TemplateChange change, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Write(HttpMethod.Post, Root, change, uploaded, $"List the templates with Get-RcMessageTemplate and look for '{change.Name}' before you create it again.");
        return await transport.WriteAsync(
            request, "the new message template", document => Template(document) is { Id: not null } template ? template : null, cancellationToken).ConfigureAwait(false)
            ?? throw ApiCalls.NotShown("The new message template", request.HowToFindOut);
    }

    /// <summary>Updates a template (<c>PATCH /v1/message-templates/{id}</c>).</summary>
    /// <param name="id">The template.</param>
    /// <param name="change">What it should become.</param>
    /// <param name="uploaded">Called when the request is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is about another template, or is no answer of the platform.</exception>
    public async Task<RcMessageTemplate> UpdateAsync(string id, TemplateChange change, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Write(
            ApiCalls.Patch, Root + "/" + Uri.EscapeDataString(id), change, uploaded, $"Run 'Get-RcMessageTemplate {id}': UpdatedAt tells whether the update arrived.");
        return await transport.WriteAsync(
            request,
            $"message template {id}",
            document => Template(document) is { } template ? UnchangedObjects.Add(template with { Id = document.OwnId(id) }) : null,
            cancellationToken).ConfigureAwait(false)
            ?? await ApiCalls.ReadBackAsync(
                $"The update of message template {id}", request.HowToFindOut, async () => Find(await ListAsync(cancellationToken).ConfigureAwait(false), id)).ConfigureAwait(false);
    }

    private static RcMessageTemplate? Template(ApiDocument document)
    {
        RcMessageTemplate template = LookupJson.MessageTemplate(document.Object());
        return (template.Id ?? template.Name ?? template.Message) is null ? null : template;
    }

    private static ApiRequest Write(HttpMethod method, string path, TemplateChange change, Action<long, long?>? uploaded, string howToFindOut)
    {
        byte[] json = JsonBody.OfFields(("name", change.Name), ("message", change.Message), ("status", change.Status));
        return new ApiRequest(method, path) { Content = sent => FieldContent.Json(json, sent), Uploaded = uploaded, HowToFindOut = howToFindOut };
    }
}

/// <summary>What a message template should be, or become. What is <see langword="null"/> is not sent, and stays as it is.</summary>
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
