using System.Text;

namespace RocketComs.Core.Numbers;

/// <summary>
/// The one reading of what stands where a number should be. Checks, repair, opt-outs and the judgement of a file's columns all ask
/// here, so none of them takes for a number what another does not.
/// </summary>
internal static class PhoneCell
{
    private static readonly char[] s_blanks = [' ', '\t'];

    /// <summary>Reads a cell. Blanks around the number are passed over.</summary>
    /// <param name="cell">What stands in it, unquoted.</param>
    /// <param name="national">How numbers are grouped in the region of those without a country code, if that is known.</param>
    public static PhoneReading Read(string cell, NationalSpelling? national = null)
    {
        string text = cell.Trim(s_blanks);
        PhoneKind kind = NumberText.TryRead(text, out NumberText number) ? PhoneKind.Sound
            : PhoneSpelling.TryRead(text, out number) || (national is not null && national.TryRead(text, out number)) ? PhoneKind.Repairable
            : PhoneKind.NotNumber;
        return new PhoneReading(kind, number, text);
    }

    /// <summary>Whether a number is meant, and nothing else, in a cell where a text may stand.</summary>
    /// <param name="cell">What stands in it, unquoted, as UTF-8. Most texts begin with a letter and are looked at no closer.</param>
    /// <param name="national">How numbers are grouped in the region of those without a country code, if that is known.</param>
    public static bool IsUnmistakable(ReadOnlySpan<byte> cell, NationalSpelling? national = null) => TryRead(cell, out _, national)
        || (cell.Length is > 0 and <= PhoneFaults.MostLength && cell[0] != '"' && !AsciiCharacters.IsLetter(cell[0])
            && Read(Encoding.UTF8.GetString(cell.ToArray()), national).IsUnmistakable);

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">What stands in it, unquoted, as UTF-8.</param>
    /// <param name="number">Its number, in whatever spelling.</param>
    /// <param name="national">How numbers are grouped in the region of those without a country code, if that is known.</param>
    /// <returns>Whether there is one, and no other.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, out NumberText number, NationalSpelling? national = null)
    {
        if (NumberText.TryRead(cell, out number))
        {
            return true;
        }

        if (!PhoneSpelling.MayBeNumber(cell))
        {
            return false;
        }

        string text = Encoding.UTF8.GetString(cell.ToArray()).Trim(s_blanks);
        return NumberText.TryRead(text, out number) || PhoneSpelling.TryRead(text, out number)
            || (national is not null && national.TryRead(text, out number));
    }
}

/// <summary>What a cell holds.</summary>
/// <param name="kind">Whether it is a number.</param>
/// <param name="number">The number; without digits when there is none.</param>
/// <param name="text">The cell, without the blanks around it.</param>
internal readonly struct PhoneReading(PhoneKind kind, in NumberText number, string text)
{
    public PhoneKind Kind { get; } = kind;

    /// <summary>The number, as Repair writes it; without digits when there is none.</summary>
    public NumberText Number { get; } = number;

    /// <summary>Whether the cell is a number, in whatever spelling.</summary>
    public bool IsNumber => Kind != PhoneKind.NotNumber;

    /// <summary>Whether a number is meant, whatever is wrong with it: what a column of numbers is known by.</summary>
    public bool IsMeant => IsNumber || PhoneFaults.IsScientific(text) || PhoneFaults.BeginsAsNumber(text);

    /// <summary>Whether a number is meant, and can be nothing else also where a text may stand, such as a date or a price.</summary>
    public bool IsUnmistakable => IsNumber || PhoneFaults.IsUnmistakable(text);

    /// <summary>Whether it is a number that some plan assigns, or is written as only numbers are: any other digits may be a code.</summary>
    public bool IsNoCode => Kind == PhoneKind.Sound ? Number.HasPlus || AssignableNumbers.IsAssignedAnywhere(Number) : IsUnmistakable;

    /// <summary>Why there is none.</summary>
    public PhoneFault Fault => IsNumber ? PhoneFault.None : PhoneFaults.Find(text);
}

/// <summary>Whether a cell is a number.</summary>
internal enum PhoneKind
{
    NotNumber, // it is none, or could be more than one
    Repairable, // one number, with separators or signs that nobody sees
    Sound, // 10 to 15 digits, with or without a plus sign
}

/// <summary>Why a cell is no number.</summary>
internal enum PhoneFault
{
    None,
    Missing, // empty or blank
    Scientific, // 1.2377E+10
    Several, // two whole numbers or more
    Extension, // a number and the extension behind it
    Letters, // what else holds letters
    OtherDigits, // digits of other scripts
    Invisible, // a character that nobody sees and that may mean something
    PlusBeforeAreaCode, // +203-555-0123
    Signs, // separators and signs in no known order
    TooFew, // digits
    TooMany, // digits
}
