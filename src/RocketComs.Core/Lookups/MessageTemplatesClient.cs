using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Json;
using RocketComs.Core.Paging;

namespace RocketComs.Core.Lookups;

/// <summary>The reading half of the message template endpoints.</summary>
/// <remarks>
/// Source: API page "List All Message Templates". There is no call for one template, and the list has no paging and no filter. Whether
/// archived ones are on it is not documented; it is assumed, since each shows a status.
/// </remarks>
public sealed class MessageTemplatesClient
{
    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public MessageTemplatesClient(ITransport transport) => _transport = transport;

    /// <summary>Lists all templates (<c>GET /v1/message-templates</c>).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<RcMessageTemplate>> ListAsync(CancellationToken cancellationToken) =>
        WholeList.ReadAsync(_transport, "v1/message-templates", "the message templates", LookupJson.MessageTemplate, cancellationToken);

    /// <summary>The template with an id; UUIDs are the same in either case.</summary>
    /// <param name="templates">All templates.</param>
    /// <param name="id">The id.</param>
    /// <exception cref="NotListedException">None has it.</exception>
    public static RcMessageTemplate Find(IEnumerable<RcMessageTemplate> templates, string id) =>
        templates.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotListedException("Message template", id, "List the templates with Get-RcMessageTemplate and take the id from there.");
}
