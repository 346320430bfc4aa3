using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Works on masks. A mask stands for all numbers that it allows: one set of digits a place, as bits, bit 7 for the digit 7.
/// </summary>
internal static class DigitMask
{
    public const ushort AnyDigit = 0x3FF;

    /// <summary>Whether a mask allows every number after the six digits of a prefix.</summary>
    public static bool IsWhole(ushort[] mask)
    {
        for (int place = PrefixSet.Digits; place < mask.Length; place++)
        {
            if (mask[place] != AnyDigit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The masks of the numbers that one of the masks on either side allows. All are of one length.</summary>
    public static List<ushort[]> Common(List<ushort[]> left, List<ushort[]> right)
    {
        List<ushort[]> common = [];
        foreach (ushort[] one in left)
        {
            foreach (ushort[] other in right)
            {
                if (Common(one, other) is { } mask)
                {
                    common.Add(mask);
                }
            }
        }

        return common;
    }

    /// <summary>The masks that begin with one of the heads and end with one of the tails.</summary>
    /// <param name="heads">The heads.</param>
    /// <param name="tails">The tails.</param>
    /// <param name="longest">The places of the longest mask that is of use.</param>
    public static List<ushort[]> Join(List<ushort[]> heads, List<ushort[]> tails, int longest)
    {
        List<ushort[]> joined = [];
        foreach (ushort[] head in heads)
        {
            foreach (ushort[] tail in tails)
            {
                if (head.Length + tail.Length <= longest)
                {
                    joined.Add(Join(head, tail));
                }
            }
        }

        return joined;
    }

    /// <summary>The masks of an item that stands several times.</summary>
    /// <param name="item">The masks of the item.</param>
    /// <param name="fewest">How often it stands at least.</param>
    /// <param name="most">How often it stands at most.</param>
    /// <param name="longest">The places of the longest mask that is of use.</param>
    public static List<ushort[]> Repeat(List<ushort[]> item, int fewest, int most, int longest)
    {
        if (fewest == 1 && most == 1)
        {
            return item;
        }

        List<ushort[]> all = [];
        List<ushort[]> repeated = [[]];
        for (int count = 0; ; count++)
        {
            if (count >= fewest)
            {
                all.AddRange(repeated);
            }

            if (count >= most)
            {
                return all;
            }

            repeated = Join(repeated, item, longest);
        }
    }

    private static ushort[]? Common(ushort[] one, ushort[] other)
    {
        ushort[] common = new ushort[one.Length];
        for (int place = 0; place < common.Length; place++)
        {
            common[place] = (ushort)(one[place] & other[place]);
            if (common[place] == 0)
            {
                return null;
            }
        }

        return common;
    }

    private static ushort[] Join(ushort[] head, ushort[] tail)
    {
        ushort[] joined = new ushort[head.Length + tail.Length];
        head.CopyTo(joined, 0);
        tail.CopyTo(joined, head.Length);
        return joined;
    }
}

/// <summary>The masks of the numbers of one length, by pattern: the regions of a country code repeat many of their patterns.</summary>
/// <param name="digits">The digits of the numbers.</param>
internal sealed class RegionMasks(int digits)
{
    private readonly int _digits = digits;
    private readonly Dictionary<string, List<ushort[]>> _known = [];

    /// <summary>Whether any pattern was not understood; the masks are then not all.</summary>
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
