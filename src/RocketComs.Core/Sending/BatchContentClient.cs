using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Sending;

/// <summary>Looks up what a batch of a template or a text refers to: its lists and its template.</summary>
/// <remarks>Sources: API pages "Retrieve a Recipient List" and "List All Message Templates".</remarks>
public sealed class BatchContentClient
{
    private readonly RecipientListsClient _lists;
    private readonly MessageTemplatesClient _templates;

    /// <summary>Initializes the look-up.</summary>
    /// <param name="transport">The way to the platform.</param>
    public BatchContentClient(ITransport transport)
    {
        _lists = new RecipientListsClient(transport);
        _templates = new MessageTemplatesClient(transport);
    }

    /// <summary>Looks up. What cannot be had is not known; that is no error.</summary>
    /// <param name="draft">A draft without a file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BatchContent> GetAsync(BatchDraft draft, CancellationToken cancellationToken)
    {
        List<RcRecipientList?> lists = [];
        List<string> failures = [];
        foreach (string id in draft.RecipientListIds)
        {
            lists.Add(await TryAsync(() => _lists.GetAsync(id, cancellationToken), $"Recipient list {id}", failures).ConfigureAwait(false));
        }

        RcMessageTemplate? template = draft.MessageTemplateId is { } templateId
            ? await TryAsync(() => TemplateAsync(templateId, cancellationToken), $"Message template {templateId}", failures).ConfigureAwait(false)
            : null;
        return new BatchContent(lists, template) { Failures = failures };
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T>> look, string what, List<string> failures)
        where T : class
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (RocketComsException exception)
        {
            failures.Add($"{what} could not be looked up, so what the batch will send and cost is not known: {exception.Message}");
            return null;
        }
    }

    private async Task<RcMessageTemplate> TemplateAsync(string id, CancellationToken cancellationToken) =>
        MessageTemplatesClient.Find(await _templates.ListAsync(cancellationToken).ConfigureAwait(false), id);
}
