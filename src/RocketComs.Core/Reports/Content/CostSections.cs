using System.Globalization;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Reports.Content;

/// <summary>What sending costs: by segments, what a few characters less would save, and the text that costs most.</summary>
/// <param name="input">What the report is made of.</param>
/// <param name="text">How texts are written.</param>
internal sealed class CostSections(ReportInput input, ReportText text)
{
    private const string Title = "What it costs";
    private const int MostRungs = 12;
    private const int MostFiles = 10;
    private const int MostSegments = 10;
    private const int MostCurrencies = 10;
    private const int MostCharacters = 5;

    private readonly IReadOnlyList<RcBatchCsvReport> _checks = input.Files.ToSend;

    private RcBatchCsvReport[] Charged => [.. _checks.Where(check => check.SegmentCount > 0)];

    private string?[] Currencies => [.. Charged.Where(check => check.EstimatedCost is not null).Select(check => check.Currency).Distinct()];

    // Amounts of different currencies are never added up.
    private bool IsPriced => Charged.All(check => check.EstimatedCost is not null) && Currencies.Length == 1;

    public IEnumerable<(string Name, string Value)> Facts()
    {
        if (_checks.Count > 0 && input.Files.Unchecked.Count == 0)
        {
            yield return ("Segments", ReportText.Count(_checks.Sum(check => check.SegmentCount)));
            if (IsPriced)
            {
                yield return ("Cost", text.Money(_checks.Sum(check => check.EstimatedCost ?? 0), Currencies[0]));
            }
        }
    }

    public IEnumerable<ReportSection> Sections()
    {
        if (_checks.Any(check => check.SegmentCount > 0))
        {
            yield return Ladder();
        }
        else if (input.Files.Unchecked.Count > 0)
        {
            yield return new ReportSection(Title, [.. Unknown()], []);
        }

        if (_checks.Where(check => check.DearestMessage is not null).OrderByDescending(check => check.DearestMessage!.SegmentCount).FirstOrDefault() is { } dearest)
        {
            yield return Dearest(dearest, dearest.DearestMessage!);
        }
    }

    private static decimal Price(RcBatchCsvReport check) => check.SegmentCount == 0 ? 0 : (check.EstimatedCost ?? 0) / check.SegmentCount;

    private ReportSection Ladder()
    {
        (int Segments, long Rows, decimal Cost)[] rungs =
        [
            .. _checks.SelectMany(check => check.SegmentHistogram.Select(rung =>
                (Segments: int.Parse(rung.Key, CultureInfo.InvariantCulture), Rows: rung.Value, Price: Price(check))))
                .GroupBy(rung => rung.Segments).OrderBy(rung => rung.Key)
                .Select(rung => (rung.Key, rung.Sum(each => each.Rows), rung.Sum(each => each.Rows * each.Segments * each.Price))),
        ];
        long rows = rungs.Sum(rung => rung.Rows);
        int most = text.Most(MostRungs);
        List<(string Name, long Rows, long Segments, decimal Cost)> shown =
        [
            .. rungs.Take(rungs.Length > most ? most - 1 : most)
                .Select(rung => (ShownText.Count(rung.Segments, "segment"), rung.Rows, rung.Rows * rung.Segments, rung.Cost)),
        ];
        if (rungs.Length > most)
        {
            (int Segments, long Rows, decimal Cost)[] rest = [.. rungs.Skip(most - 1)];
            shown.Add((
                $"{rest[0].Segments} to {rest[rest.Length - 1].Segments} segments", rest.Sum(rung => rung.Rows), rest.Sum(rung => rung.Rows * rung.Segments), rest.Sum(rung => rung.Cost)));
        }

        bool isPriced = IsPriced;
        ReportTable table = new(
            [
                new("A text needs"), new("Rows", CellKind.Figure), new("Of all", CellKind.Figure), new("Segments", CellKind.Figure),
                .. isPriced ? [new TableColumn("Cost", CellKind.Figure)] : Array.Empty<TableColumn>(),
            ],
            [
                .. shown.Select(rung => (string[])
                [
                    rung.Name, ReportText.Count(rung.Rows), ReportText.Share(rung.Rows, rows), ReportText.Count(rung.Segments), .. isPriced ? [text.Money(rung.Cost, Currencies[0])] : Array.Empty<string>(),
                ]),
            ]);
        return new ReportSection(
            Title,
            [.. Unknown(), .. Texts()],
            [new Figure("Rows by the segments that their text needs", "A bar a number of segments; each segment is charged.", new BarChart([.. shown.Select(rung => new Bar(rung.Name, rung.Rows))]), table)]);
    }

    private IEnumerable<string> Unknown()
    {
        string[] files = [.. input.Files.Unchecked.Select(repair => text.File(repair.Destination))];
        if (files.Length > 0)
        {
            yield return $"Not known for {text.List(files, MostFiles)}: the repaired file was not checked (Test-RcBatchCsv), so there is no sum.";
        }
    }

    private IEnumerable<string> Texts()
    {
        long near = _checks.Sum(check => check.NearMissCount);
        if (near > 0)
        {
            string saved = IsPriced ? $", {text.Money(_checks.Sum(check => check.NearMissCount * Price(check)), Currencies[0])}" : string.Empty;
            yield return near == 1
                ? $"1 row stands up to 5 characters over the border of a segment: shortening it a little saves 1 segment{saved}."
                : $"{ReportText.Count(near)} rows stand up to 5 characters over the border of a segment: shortening them a little saves {ReportText.Count(near)} segments{saved}.";
        }

        if (!IsPriced)
        {
            string[] currencies = [.. Currencies.Select(currency => currency is null ? "a currency that is not known" : text.Of(currency))];
            yield return currencies.Length > 1
                ? $"The checks have prices in {text.List(currencies, MostCurrencies)}, so no cost is shown."
                : currencies.Length == 1
                ? "Not every check knew the price of a segment, so no cost is shown."
                : "No price of a segment was given (-PricePerSegment), so no cost is shown.";
        }
    }

    private ReportSection Dearest(RcBatchCsvReport check, RcSmsMeasurement measured)
    {
        // Masked as a whole: a number may stand across a border.
        string whole = text.Whole(measured.Message);
        List<string> segments = [];
        for (int start = 0, i = 0; i < measured.Segments.Length && i < text.Most(MostSegments); i++)
        {
            int length = Math.Min(measured.Segments[i].Text.Length, whole.Length - start);
            segments.Add(ReportText.Visible(whole.Substring(start, length).Replace("\r\n", "\n")));
            start += length;
        }

        string alphabet = measured.Encoding == RcSmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";
        string row = $"{text.File(check.Path)}, line {ReportText.Count(check.DearestLine)}: {ShownText.Count(measured.SegmentCount, "segment")} of {measured.SegmentCapacity} ({alphabet})";
        string[] texts =
        [
            row + (check.EstimatedCost is null ? "." : $", {text.Money(Price(check) * measured.SegmentCount, check.Currency)} for each recipient."),
            .. measured.NonGsmCharacters.Length == 0 ? Array.Empty<string>()
                : [$"What makes it UCS-2: {text.List([.. measured.NonGsmCharacters.Select(character => $"{text.Of(character.Text)} {text.Of(character.CodePoint)}").Distinct()], MostCharacters)}."],
        ];
        ReportTable table = ReportTable.Of(
            [new("Segment", CellKind.Figure), new("Units", CellKind.Figure), new("Text", CellKind.Verbatim)],
            [.. measured.Segments.Zip(segments, (segment, shown) => (segment, shown))],
            segments.Count,
            "segment",
            each => [ReportText.Count(each.segment.Number), ReportText.Count(each.segment.Units), each.shown.Replace("\n", "\\n")]);
        int more = measured.Segments.Length - segments.Count;
        table = more > 0 ? table with { More = ReportText.AndMore(more, "segment") } : table;
        return new ReportSection("The text that costs most", texts, [new Figure(
            "The text as a phone shows it", "The message with a line at each border between two segments.", new PhoneChart(segments, more), table)]);
    }
}
