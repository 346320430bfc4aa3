using System.ComponentModel;
using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Views;

/// <summary>Statuses in colour, where the host can. Public because views call it; not for anyone else.</summary>
/// <remarks>The colours are those of <c>$PSStyle</c>, so that who changes or forbids them there changes them here.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StatusText
{
    private static readonly Dictionary<string, string> s_colors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["COMPLETED"] = "Green",
        ["DELIVERED"] = "Green",
        ["ACTIVE"] = "Green",
        ["UPLOADING"] = "Yellow",
        ["PENDING"] = "Yellow",
        ["IN_PROCESS"] = "Yellow",
        ["IN-PROCESS"] = "Yellow",
        ["SENT"] = "Yellow",
        ["WARNING"] = "Yellow",
        ["ERROR"] = "Red",
        ["FAILED"] = "Red",
        ["INVALID-INPUT"] = "Red",
        ["LENGTH-ERROR"] = "Red",
        ["CANCELED"] = "Red",
        ["DECLINED"] = "Red",
        ["DELETED"] = "Red",
        ["valid"] = "Green",
        ["valid, with warnings"] = "Yellow",
        ["NOT VALID"] = "Red",
        ["ARCHIVED"] = "BrightBlack",
        ["Confirmed"] = "Green",
        ["Contradicted"] = "Red",
    };

    /// <summary>A status, a severity or a verdict in its colour; one that nobody documents has none.</summary>
    /// <param name="status">The status.</param>
    /// <param name="style"><c>$PSStyle</c>; <see langword="null"/> on Windows PowerShell, which has none.</param>
    /// <param name="canColor">Whether the host understands escape sequences.</param>
    public static string Color(object? status, object? style, bool canColor)
    {
        string text = status?.ToString() ?? string.Empty;
        return canColor && s_colors.TryGetValue(text, out string? color) && Property(style, "OutputRendering")?.ToString() is not (null or "PlainText")
            && Property(Property(style, "Foreground"), color) is string begin && Property(style, "Reset") is string end
                ? begin + text + end
                : ShownText.Of(text);
    }

    private static object? Property(object? item, string name) => item is null ? null : PSObject.AsPSObject(item).Properties[name]?.Value;
}
