using System;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Lookups;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Batches;

/// <summary>Looks up what a batch of a template or a text will send: the sizes of its lists and the text of its template.</summary>
/// <remarks>Sources: API pages "Retrieve a Recipient List" and "List All Message Templates". A recipient on two lists is counted twice.</remarks>
public sealed class ForecastClient
{
    private readonly ITransport _transport;

    /// <summary>Initializes the look-up.</summary>
    /// <param name="transport">The way to the platform.</param>
    public ForecastClient(ITransport transport) => _transport = transport;

    /// <summary>Forecasts a draft without a file. What cannot be looked up is not known; that is no error.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="measure">How its text is counted and priced.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BatchForecast> ForecastAsync(BatchDraft draft, MeasureOptions measure, CancellationToken cancellationToken)
    {
        RecipientListsClient lists = new(_transport);
        long? recipients = 0;
        foreach (string id in draft.RecipientListIds)
        {
            recipients += await TryAsync(async () => (await lists.GetAsync(id, cancellationToken).ConfigureAwait(false)).RecipientsAmount).ConfigureAwait(false);
        }

        string? text = draft.Message ?? (draft.MessageTemplateId is { } template ? await TryAsync(() => TemplateTextAsync(template, cancellationToken)).ConfigureAwait(false) : null);
        long? segments = text is null ? null : recipients * SmsMeasurer.Measure(text, measure).SegmentCount;
        return new BatchForecast(recipients, segments, measure.PricePerSegment);
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T?>> look)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (RocketComsException)
        {
            return default;
        }
    }

    private async Task<string?> TemplateTextAsync(string id, CancellationToken cancellationToken) =>
        MessageTemplatesClient.Find(await new MessageTemplatesClient(_transport).ListAsync(cancellationToken).ConfigureAwait(false), id).Message;
}
