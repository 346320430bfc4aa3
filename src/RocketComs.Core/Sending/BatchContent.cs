using System.Globalization;
using System.Net;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>What a batch will send and cost, as far as that can be known before it goes out.</summary>
/// <param name="Recipients">How many get a message; <see langword="null"/> when not known.</param>
/// <param name="Segments">How many segments are charged; <see langword="null"/> when not known.</param>
/// <param name="PricePerSegment">The price of a segment, if the user gave one.</param>
public sealed record BatchForecast(long? Recipients, long? Segments, decimal? PricePerSegment)
{
    /// <summary>Gets the currency of the price; <see langword="null"/> when it was not given.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets whether it may be less: somebody who is on several of the lists is counted on each.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>Gets the cost; <see langword="null"/> when segments or price are not known.</summary>
    public decimal? Cost => Segments * PricePerSegment;

    /// <summary>Adds up; what is not known of one is not known of all.</summary>
    internal static BatchForecast Total(IEnumerable<BatchForecast> all, BatchSendOptions options)
    {
        long? recipients = 0;
        long? segments = 0;
        bool isAtMost = false;
        foreach (BatchForecast one in all)
        {
            isAtMost |= one.IsAtMost;
            recipients += one.Recipients;
            segments += one.Segments;
        }

        return new BatchForecast(recipients, segments, options.Measure.PricePerSegment) { Currency = options.Currency, IsAtMost = isAtMost };
    }

    /// <summary>Says it in words: "1,204 recipients, 1,377 segments, cost 10.8783 USD (0.0079 a segment)", with "at most" before it where it may be less.</summary>
    public string Describe()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string recipients = Recipients is { } people ? string.Format(culture, "{0:N0} {1}", people, people == 1 ? "recipient" : "recipients") : "recipients not known";
        string segments = Segments is { } count ? string.Format(culture, "{0:N0} {1}", count, count == 1 ? "segment" : "segments") : "segments not known";
        string cost = Cost is { } amount
            ? string.Format(culture, "cost {0:#,0.00########}{1} ({2} a segment)", amount, Currency is null ? string.Empty : " " + Currency, PricePerSegment)
            : "cost not known" + (PricePerSegment is null ? " (give -PricePerSegment)" : string.Empty);
        return $"{(IsAtMost && Recipients is not null ? "at most " : string.Empty)}{recipients}, {segments}, {cost}";
    }
}

/// <summary>What a batch of a template or a text refers to, as the platform has it; what could not be looked up is not known.</summary>
/// <param name="Lists">The recipient lists in the order of the draft; <see langword="null"/> for one that is not known.</param>
/// <param name="Template">The message template; <see langword="null"/> when it is not known, or there is none.</param>
/// <param name="Failures">Why what is not known is not.</param>
/// <remarks>Sources: API pages "Retrieve a Recipient List" and "List All Message Templates".</remarks>
internal sealed record BatchContent(IReadOnlyList<RcRecipientList?> Lists, RcMessageTemplate? Template, IReadOnlyList<(string What, RocketComsException Exception)> Failures)
{
    /// <summary>Looks up what a draft without a file refers to. What cannot be had is not known; that is no error.</summary>
    /// <exception cref="RocketComsException">No request could fare better, or an answer is about another object.</exception>
    public static async Task<BatchContent> GetAsync(BatchDraft draft, ITransport transport, CancellationToken stop)
    {
        RecipientListsClient listsClient = new(transport);
        List<RcRecipientList?> lists = [];
        List<(string What, RocketComsException Exception)> failures = [];
        foreach (string id in draft.RecipientListIds)
        {
            lists.Add(await TryAsync(() => listsClient.GetAsync(id, stop), $"Recipient list {id}", failures));
        }

        RcMessageTemplate? template = draft.MessageTemplateId is { } templateId
            ? await TryAsync(async () => MessageTemplatesClient.Find(await new MessageTemplatesClient(transport).ListAsync(stop), templateId), $"Message template {templateId}", failures)
            : null;
        return new BatchContent(lists, template, failures);
    }

    /// <summary>Forecasts a draft. A recipient on two lists is counted twice.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="measure">How its text is counted and priced.</param>
    public BatchForecast Forecast(BatchDraft draft, MeasureOptions measure)
    {
        long? recipients = 0;
        foreach (RcRecipientList? list in Lists)
        {
            recipients += list?.RecipientsAmount is >= 0 and { } amount ? amount : null;
        }

        string? text = draft.Message ?? Template?.Message;
        long? segments = text is null ? null : recipients * SmsMeasurer.Measure(text, measure).SegmentCount;
        return new BatchForecast(recipients, segments, measure.PricePerSegment) { IsAtMost = Lists.Count > 1 };
    }

    /// <summary>Refuses to schedule what cannot be sent, or does not exist; of a batch that is not scheduled yet, its owner is told.</summary>
    /// <param name="isScheduled">Whether the batch is to go out.</param>
    /// <param name="warn">Tells.</param>
    /// <exception cref="RocketComsException">It is not there, is archived, or has no recipients.</exception>
    public void Check(bool isScheduled, Action<string> warn)
    {
        foreach ((string what, RocketComsException exception) in Failures)
        {
            string unknown = $"{what} could not be looked up, so what the batch will send and cost is not known: {exception.Message}";
            if (exception is NotListedException or ApiException { StatusCode: HttpStatusCode.NotFound })
            {
                Refuse(exception, unknown);
            }
            else
            {
                warn(unknown);
            }
        }

        if (string.Equals(Template?.Status, TemplateChange.Archived, StringComparison.OrdinalIgnoreCase))
        {
            string archived = $"Message template {Named(Template!.Id, Template.Name)} is {TemplateChange.Archived}, and RocketCOMS says that such a template cannot be used.";
            Refuse(new InvalidParameterException("MessageTemplateId", Template.Id, $"{archived} Nothing was sent.", "Choose another one with Get-RcMessageTemplate, or make it active with Set-RcMessageTemplate."), archived);
        }

        foreach (RcRecipientList list in Lists.OfType<RcRecipientList>().Where(list => list.RecipientsAmount == 0))
        {
            string empty = $"Recipient list {Named(list.Id, list.Name)} is empty: nobody on it gets the message.";
            Refuse(new InvalidParameterException("RecipientListId", list.Id, $"{empty} Nothing was sent.", "Leave it out, or add recipients to it with Add-RcRecipientListMember."), empty);
        }

        void Refuse(RocketComsException refusal, string warning)
        {
            if (isScheduled)
            {
                throw refusal;
            }

            warn(warning);
        }
    }

    private static string Named(string? id, string? name) => string.IsNullOrEmpty(name) ? id ?? string.Empty : $"{id} ('{name}')";

    private static async Task<T?> TryAsync<T>(Func<Task<T>> look, string what, List<(string What, RocketComsException Exception)> failures)
        where T : class
    {
        try
        {
            return await look();
        }
        catch (RocketComsException exception) when (!exception.EndsCommand)
        {
            failures.Add((what, exception));
            return null;
        }
    }
}
