using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Json;
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

    private async Task<string?> TemplateTextAsync(string id, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(new ApiRequest(HttpMethod.Get, "v1/message-templates"), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, "the message templates");
        IEnumerable<JsonElement> templates = document.Payload.ValueKind == JsonValueKind.Array ? document.Items() : document.Object().Items("content") ?? [];
        return templates
            .Where(template => template.ValueKind == JsonValueKind.Object)
            .Select(template => new JsonFields(template))
            .FirstOrDefault(template => string.Equals(template.Text("id"), id, StringComparison.OrdinalIgnoreCase))
            ?.Text("message");
    }
}
