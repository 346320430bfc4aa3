using System.Globalization;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>The most that one command may send and cost. It holds with <c>-Force</c> too.</summary>
/// <param name="MaxCost">The cost; <see langword="null"/> for no limit. It needs a price of a segment.</param>
/// <param name="MaxSegmentCount">The segments; <see langword="null"/> for no limit.</param>
public sealed record Ceiling(decimal? MaxCost, long? MaxSegmentCount)
{
    /// <summary>Refuses a ceiling that cannot be judged.</summary>
    /// <param name="price">The price of a segment.</param>
    /// <exception cref="InvalidParameterException">There is a limit of the cost, and no price, or one of 0, under which any number of segments stays.</exception>
    public void RequirePrice(decimal? price)
    {
        if (MaxCost is not null && price is null or 0)
        {
            throw new InvalidParameterException(
                nameof(MaxCost),
                MaxCost,
                $"-MaxCost needs the price of a segment{(price is null ? string.Empty : ", and it was given as 0")}. Nothing was sent.",
                "Give -PricePerSegment too, here or with Connect-RcAccount.");
        }
    }

    /// <summary>Refuses what is more, or of which it is not known how much it is.</summary>
    /// <param name="total">All that the command would send.</param>
    /// <exception cref="CeilingExceededException">It is.</exception>
    public void Require(BatchForecast total)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if ((MaxCost is not null || MaxSegmentCount is not null) && total.Segments is null)
        {
            throw new CeilingExceededException((object?)MaxCost ?? MaxSegmentCount, "How many segments would be sent is not known, so they cannot be held to a ceiling.");
        }

        if (total.Segments > MaxSegmentCount)
        {
            throw new CeilingExceededException(
                MaxSegmentCount, string.Format(culture, "{0} would be sent; -MaxSegmentCount allows {1:N0}.", ShownText.Count(total.Segments.Value, "segment"), MaxSegmentCount));
        }

        if (total.Cost > MaxCost)
        {
            throw new CeilingExceededException(
                MaxCost, string.Format(culture, "The cost would be {2}{0:#,0.00########}; -MaxCost allows {1:#,0.00########}.", total.Cost, MaxCost, total.IsAtMost ? "at most " : string.Empty));
        }
    }
}
