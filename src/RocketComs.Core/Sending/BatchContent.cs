using RocketComs.Core.Api;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>What a batch of a template or a text refers to, as the platform has it; what could not be looked up is not known.</summary>
/// <param name="Lists">The recipient lists in the order of the draft; <see langword="null"/> for one that is not known.</param>
/// <param name="Template">The message template; <see langword="null"/> when it is not known, or there is none.</param>
public sealed record BatchContent(IReadOnlyList<RcRecipientList?> Lists, RcMessageTemplate? Template)
{
    /// <summary>Gets why what is not known is not, in sentences.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Forecasts a draft. A recipient on two lists is counted twice.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="measure">How its text is counted and priced.</param>
    public BatchForecast Forecast(BatchDraft draft, MeasureOptions measure)
    {
        long? recipients = 0;
        foreach (RcRecipientList? list in Lists)
        {
            recipients += list?.RecipientsAmount;
        }

        string? text = draft.Message ?? Template?.Message;
        long? segments = text is null ? null : recipients * SmsMeasurer.Measure(text, measure).SegmentCount;
        return new BatchForecast(recipients, segments, measure.PricePerSegment);
    }

    /// <summary>What its owner should know before it goes out: what could not be looked up, a template that cannot be used, a list without recipients.</summary>
    public IEnumerable<string> Doubts()
    {
        foreach (string failure in Failures)
        {
            yield return failure;
        }

        if (string.Equals(Template?.Status, TemplateChange.Archived, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Message template {Named(Template!.Id, Template.Name)} is {TemplateChange.Archived}, and RocketCOMS says that such a template cannot be used.";
        }

        foreach (RcRecipientList list in Lists.OfType<RcRecipientList>().Where(list => list.RecipientsAmount == 0))
        {
            yield return $"Recipient list {Named(list.Id, list.Name)} is empty: nobody on it gets the message.";
        }
    }

    private static string Named(string? id, string? name) => string.IsNullOrEmpty(name) ? id ?? string.Empty : $"{id} ('{name}')";
}
