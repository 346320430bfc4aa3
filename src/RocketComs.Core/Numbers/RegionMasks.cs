using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>The masks of the numbers of one length, by pattern: the regions of a country code repeat many of their patterns.</summary>
/// <remarks>Initializes an empty memory.</remarks>
/// <param name="digits">The digits of the numbers.</param>
internal sealed class RegionMasks(int digits)
{
    private readonly int _digits = digits;
    private readonly Dictionary<string, List<ushort[]>> _known = [];

    /// <summary>Gets whether any pattern was not understood; the masks are then not all.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The numbers of a description: of a region as a whole, or of one type of number.</summary>
    public List<ushort[]> Of(PhoneNumberDesc description) =>
        description.PossibleLengthCount > 0 && !description.PossibleLengthList.Contains(_digits) ? [] : Of(description.NationalNumberPattern);

    /// <summary>The numbers that begin with the leading digits of a region.</summary>
    public List<ushort[]> OfLeadingDigits(string pattern) => Of($"(?:{pattern})[0-9]{{0,{_digits}}}");

    /// <summary>The numbers of a region that are of any type.</summary>
    /// <param name="region">The region.</param>
    /// <param name="scope">The numbers that the region may have.</param>
    public IEnumerable<ushort[]> OfTypes(PhoneMetadata region, List<ushort[]> scope)
    {
        HashSet<List<ushort[]>> seen = [];
        foreach (PhoneNumberDesc type in (PhoneNumberDesc[])[
            region.FixedLine, region.Mobile, region.TollFree, region.PremiumRate, region.SharedCost, region.PersonalNumber, region.Voip, region.Pager, region.Uan, region.Voicemail])
        {
            List<ushort[]> masks = Of(type);
            foreach (ushort[] mask in seen.Add(masks) ? DigitMask.Common(masks, scope) : [])
            {
                yield return mask;
            }
        }
    }

    private List<ushort[]> Of(string pattern)
    {
        if (!_known.TryGetValue(pattern, out List<ushort[]>? masks))
        {
            masks = DigitPattern.Expand(pattern, _digits);
            IsIncomplete |= masks is null;
            masks ??= [];
            _known.Add(pattern, masks);
        }

        return masks;
    }
}
