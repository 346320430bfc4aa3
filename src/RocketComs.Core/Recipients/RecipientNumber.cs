using System.Text;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Recipients;

/// <summary>Judges the number of a recipient.</summary>
/// <remarks>Source: API page "Recipient Object": E.164, a plus and up to 15 digits (ITU-T E.164). Its own samples show ten bare digits.</remarks>
internal static class RecipientNumber
{
    // Some countries have numbers that are too short for a batch file.
    private const int FewestDigits = 8;

    /// <summary>Reads a number. It is judged as it stands, blanks and all.</summary>
    public static bool TryRead(string text, out NumberText number) => NumberText.TryRead(Encoding.UTF8.GetBytes(text), FewestDigits, out number);

    /// <summary>What is wrong with a text that is no number.</summary>
    public static string Fault(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return "The number is missing.";
        }

        return text != trimmed && TryRead(trimmed, out _)
            ? $"The number '{text}' has blanks around it."
            : $"'{text}' is not a number in E.164: a plus and {FewestDigits} to {NumberText.MostDigits} digits, nothing between them.";
    }
}
