using System.Globalization;

namespace RocketComs.Core.Sending;

/// <summary>What a batch will send and cost, as far as that can be known before it goes out.</summary>
/// <param name="Recipients">How many get a message; <see langword="null"/> when not known.</param>
/// <param name="Segments">How many segments are charged; <see langword="null"/> when not known.</param>
/// <param name="PricePerSegment">The price of a segment, if the user gave one.</param>
public sealed record BatchForecast(long? Recipients, long? Segments, decimal? PricePerSegment)
{
    /// <summary>Gets the cost; <see langword="null"/> when segments or price are not known.</summary>
    public decimal? Cost => Segments * PricePerSegment;

    /// <summary>Says it in words: "1,204 recipients, 1,377 segments, cost 10.8783 (0.0079 a segment)".</summary>
    public string Describe()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string recipients = Recipients is { } people ? string.Format(culture, "{0:N0} {1}", people, people == 1 ? "recipient" : "recipients") : "recipients not known";
        string segments = Segments is { } count ? string.Format(culture, "{0:N0} {1}", count, count == 1 ? "segment" : "segments") : "segments not known";
        string cost = Cost is { } amount
            ? string.Format(culture, "cost {0:#,0.00##} ({1} a segment)", amount, PricePerSegment)
            : "cost not known" + (PricePerSegment is null ? " (give -PricePerSegment)" : string.Empty);
        return $"{recipients}, {segments}, {cost}";
    }
}
