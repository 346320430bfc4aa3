namespace RocketComs.Core.Reports.Content;

/// <summary>Makes the report of what was piped: what is about to be sent first, then what was.</summary>
internal static class ReportDocumentBuilder
{
    private const string Title = "RocketComs report";
    private const int NamedSubjects = 2;

    /// <summary>Makes a report.</summary>
    /// <param name="input">What it is made of.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="room">How much of its lists is shown, in percent.</param>
    public static ReportDocument Build(ReportInput input, ReportOptions options, int room = 100)
    {
        ReportText text = new(options, room);
        CostSections cost = new(input, text);
        CheckSections checks = new(input, text);
        DeliverySections delivery = new(input, text);
        return new ReportDocument(
            Heading(input, text),
            [.. checks.Facts(), .. cost.Facts(), .. delivery.Facts()],
            [.. checks.Sections(), .. cost.Sections(), .. WindowSection.Of(input.Windows, text), .. delivery.Sections()],
            new Lazy<IReadOnlyList<Finding>>(() => FindingList.Of(input, text)));
    }

    private static string Heading(ReportInput input, ReportText text)
    {
        string[] subjects =
        [
            .. input.Files.Checks.Select(check => text.File(check.Path))
                .Concat(input.Files.Repairs.Select(repair => text.File(repair.Path)))
                .Concat(input.Windows.Select(window => text.File(window.Path)))
                .Concat(input.Batches.Select(batch => batch.ExternalId is { Length: > 0 } name ? text.Name(name) : text.Id(batch.Id)))
                .Distinct(),
        ];
        int more = subjects.Length - NamedSubjects;
        return subjects.Length == 0 ? Title
            : $"{Title}: {string.Join(", ", subjects.Take(NamedSubjects))}{(more > 0 ? $" and {ReportText.Count(more)} more" : string.Empty)}";
    }
}
