namespace RocketComs.Core.Accounts;

/// <summary>What the checks of an account are called. README lists the assumptions that they are about.</summary>
internal static class CheckNames
{
    public const string Address = "Address";
    public const string Tls = "TLS";
    public const string Credentials = "Credentials";
    public const string Envelope = "Envelope";
    public const string Lists = "Lists";
    public const string FirstPage = "First page";
    public const string PageSize = "Page size";
    public const string Total = "Total";
    public const string OptOuts = "Opt-outs are one list";
    public const string Moments = "Moments";
    public const string Dates = "Dates";
    public const string Times = "Times of day";
    public const string Insights = "Insights of a batch";
    public const string Placement = "Place of parameters";
    public const string Validate = "Validate sends nothing";
    public const string FirstDay = "First day";
    public const string Quoting = "Quoting of the file";
    public const string Update = "Update with Validate";
    public const string Lines = "Lines of errors";
    public const string Removal = "Removal";

    /// <summary>What only a probe shows.</summary>
    public static IReadOnlyList<string> OfProbe { get; } = [Placement, Validate, FirstDay, Quoting, Update, Lines, Removal];

    /// <summary>The assumptions that no harmless request shows anything of, and why.</summary>
    public static IReadOnlyList<(string Name, string Why)> NotAsked { get; } =
    [
        ("What a new batch needs", "Only refusals would show it. The documentation marks campaign, externalId and startDate as required, and the module sends them."),
        ("Segments", "The platform does not publish how it splits texts, and no answer shows it. Compare a bill with what Measure-RcSmsSegment counts."),
        ("Short links", "Neither their length nor what becomes one shows before a text is sent."),
        ("Encoding of the file", "The characters that arrived show on a phone only. Send yourself a text with accents."),
        ("Time zone of dates", "No answer names the zone in which days begin and times are read. Ask RocketCOMS before a window matters."),
        ("Status after scheduling", "Only a scheduled batch shows it, and nothing documented stops one."),
        ("Opt-outs in a batch", "Whether a batch skips them would show only when it is sent. Use -CheckOptOut."),
        ("Bulk load of recipients", "It would change the account's recipients."),
        ("Members of a list", "No call that returns them is documented, nor when a batch reads its list and template."),
        ("Stopping a scheduled batch", "No call that could is documented, and only a scheduled batch would show one."),
    ];
}
