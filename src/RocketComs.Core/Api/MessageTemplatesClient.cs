using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api;

/// <summary>The message template endpoints.</summary>
/// <remarks>
/// Sources: API pages "List All Message Templates", "Create a Message Template" and "Update a Message Template". There is no call for one
/// template and none that deletes one, and the list has no paging and no filter. Whether archived ones are on it is not documented; it is
/// assumed, since each shows a status.
/// </remarks>
public sealed class MessageTemplatesClient
{
    private const string Root = "v1/message-templates";

    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public MessageTemplatesClient(ITransport transport) => _transport = transport;

    /// <summary>Lists all templates (<c>GET /v1/message-templates</c>).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<RcMessageTemplate>> ListAsync(CancellationToken cancellationToken) =>
        WholeList.ReadAsync(_transport, Root, "the message templates", LookupJson.MessageTemplate, cancellationToken);

    /// <summary>The template with an id; UUIDs are the same in either case.</summary>
    /// <param name="templates">All templates.</param>
    /// <param name="id">The id.</param>
    /// <exception cref="NotListedException">None has it.</exception>
    public static RcMessageTemplate Find(IEnumerable<RcMessageTemplate> templates, string id) =>
        templates.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotListedException("Message template", id, "List the templates with Get-RcMessageTemplate and take the id from there.");

    /// <summary>Creates a template (<c>POST /v1/message-templates</c>).</summary>
    /// <param name="change">Its name and its text.</param>
    /// <param name="uploaded">Told when the request leaves.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer does not show the template; whether there is one now, the message says.</exception>
    public async Task<RcMessageTemplate> CreateAsync(TemplateChange change, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Write(HttpMethod.Post, Root, change, uploaded, $"List the templates with Get-RcMessageTemplate and look for '{change.Name}' before you create it again.");
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return WriteAnswer.Read(answer, request, "the new message template", document => Template(document) is { Id: not null } template ? template : null)
            ?? throw WriteAnswer.NotShown("The new message template", request);
    }

    /// <summary>Updates a template (<c>PATCH /v1/message-templates/{id}</c>).</summary>
    /// <param name="id">The template.</param>
    /// <param name="change">What it shall become.</param>
    /// <param name="uploaded">Told when the request leaves.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is about another template, or is no answer of the platform.</exception>
    public async Task<RcMessageTemplate> UpdateAsync(string id, TemplateChange change, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Write(
            new HttpMethod("PATCH"), Root + "/" + Uri.EscapeDataString(id), change, uploaded, $"Run 'Get-RcMessageTemplate {id}': UpdatedAt tells whether the update arrived.");
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return WriteAnswer.Read(answer, request, $"message template {id}", document => Template(document) is { } template ? template with { Id = LookupJson.SameId(document, id, template.Id, isKnown: true) } : null)
            ?? await WriteAnswer.ReadBackAsync(
                $"The update of message template {id}", request, async () => Find(await ListAsync(cancellationToken).ConfigureAwait(false), id)).ConfigureAwait(false);
    }

    private static RcMessageTemplate? Template(ApiDocument document)
    {
        RcMessageTemplate template = LookupJson.MessageTemplate(document.Object());
        return (template.Id ?? template.Name ?? template.Message) is null ? null : template;
    }

    private static ApiRequest Write(HttpMethod method, string path, TemplateChange change, Action<long, long?>? uploaded, string howToFindOut)
    {
        JsonObjectBody body = new(writer =>
        {
            JsonObjectBody.Write(writer, "name", change.Name);
            JsonObjectBody.Write(writer, "message", change.Message);
            JsonObjectBody.Write(writer, "status", change.Status);
        });
        return new ApiRequest(method, path) { Content = body.Content, Uploaded = uploaded, HowToFindOut = howToFindOut };
    }
}
