using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Views;

/// <summary>
/// What a view asks of a record by a name such as <c>OneLine.Id</c>: what is to be shown, of which property, and how the screen is (<c>Color.Status.True</c>,
/// <c>Report.80.True</c>: its width, and whether it understands escape sequences). No property has a dot in its name.
/// </summary>
internal sealed class ViewCell
{
    // $PSStyle itself; Windows PowerShell has none.
    private static readonly PropertyInfo? s_style = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance");

    private readonly Func<object, string?> _show;

    private ViewCell(Func<object, string?> show) => _show = show;

    private static object? Style => s_style?.GetValue(null);

    /// <summary>The cell that a name means; <see langword="null"/> for a name that means none.</summary>
    /// <param name="type">The type of the record.</param>
    /// <param name="name">The name.</param>
    public static ViewCell? Find(Type type, string name)
    {
        string[] parts = name.Split('.');
        if (parts.Length < 2)
        {
            return null;
        }

        PropertyInfo? property = RecordProperties.Find(type, parts[1]);
        object? Value(object item) => property!.GetValue(item);
        string? Text(object item) => Value(item) is { } value ? ShownValue.Text(value) : null;
        int width = Number(parts[1]);
        bool canColor = bool.TryParse(parts[parts.Length - 1], out bool can) && can;
        return (parts[0], property) switch
        {
            ("OneLine", { }) => new(item => ViewText.OneLine(Text(item))),
            ("Shown", { }) => new(item => ViewText.Shown(Text(item))),
            ("Color", { }) => new(item => StatusText.Color(Value(item), Style, canColor)),
            ("Invariant", { }) => new(Text),
            ("Character", { }) => new(item => ViewText.Character((string?)Value(item))),
            ("FileName", { }) => new(item => ViewText.OneLine(Path.GetFileName(Text(item)))),
            ("Minute", { }) => new(item => ((DateTimeOffset)Value(item)!).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            ("Clock", { }) => new(item => ViewText.Clock(Value(item))),
            ("Suggestion", _) => new(item => ViewText.Suggestion((RcSmsCharacter)item)),
            ("After", _) => new(item => ViewText.After((RcSmsReplacement)item)),
            ("Changes", _) => new(item => ViewText.Changes((RcBatchCsvRepair)item)),
            ("Rejected", _) => new(item => ViewText.Rejected((RcBatchCsvRepair)item, width)),
            ("Report", _) => new(item => ViewText.Report((RcBatchCsvReport)item, width, Style, canColor)),
            ("Words", { }) => new(item => ViewText.Words(Text(item), Number(parts[2]))),
            ("Check", _) => new(item => ViewText.Check((RcAccountCheck)item, width)),
            ("Measurement", _) => new(item => ViewText.Measurement((RcSmsMeasurement)item, width)),
            _ => null,
        };
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>The text of the cell.</summary>
    /// <param name="item">The record.</param>
    public string? Of(object item) => _show(item);
}
