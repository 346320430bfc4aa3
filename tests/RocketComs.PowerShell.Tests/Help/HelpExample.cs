using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>An example of a page.</summary>
/// <param name="Title">The heading, with its number.</param>
/// <param name="Code">What is to be run.</param>
/// <param name="Remarks">What is said about it.</param>
internal sealed partial record HelpExample(string Title, string Code, string Remarks)
{
    /// <summary>Reads a section of a page: a block of PowerShell, then remarks.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="section">What stands under the heading.</param>
    public static HelpExample Parse(string title, string section)
    {
        Match match = Section().Match(section.Trim());
        return match.Success
            ? new HelpExample(title, match.Groups["code"].Value, match.Groups["remarks"].Value.Trim())
            : throw new FormatException($"{title}: an example is one block of PowerShell and remarks behind it.");
    }

    /// <inheritdoc/>
    public override string ToString() => Title;

    [GeneratedRegex(@"^```powershell\n(?<code>((?!```).)*)\n```(?<remarks>((?!```).)+)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
