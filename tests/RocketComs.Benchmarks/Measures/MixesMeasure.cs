using System.Globalization;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>Other files without errors over the clean one, a byte: the check must not be fast for one mix of rows only.</summary>
internal sealed class MixesMeasure : IMeasure
{
    // A long text has the bytes of four.
    private const int LongOverOthers = 4;

    private static readonly Figure s_target = new("check of the slowest other mix / clean file, a byte", Unit.Times, 1.5);

    private static readonly (FileKind Kind, string Name)[] s_mixes =
    [
        (FileKind.Quoted, "half of the rows quoted"),
        (FileKind.Doubled, "a doubled quote in each text"),
        (FileKind.Ucs2, "a tenth UCS-2"),
        (FileKind.Url, "every row with a URL"),
        (FileKind.Long, "two to four segments"),
        (FileKind.Crlf, "CRLF"),
        (FileKind.Short, "10 to 25 characters"),
        (FileKind.Ordered, "numbers in order"),
    ];

    /// <inheritdoc/>
    public string Name => "mixes";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        (string Name, string Path, long Rows)[] files =
        [
            .. s_mixes.Select(mix =>
            {
                long rows = mix.Kind == FileKind.Long ? Math.Max(1, place.Rows / LongOverOthers) : place.Rows;
                return (mix.Name, place.Generate(mix.Kind, rows), rows);
            }),
        ];
        Workplace.Say("checks of files of other mixes, in turns with the clean one");
        Action[] checks = [.. files.Select(file => (Action)(() => Checking.CheckClean(file.Path, file.Rows, place.CancellationToken)))];
        Timings[] timings = Interleaved.Run(
            place.Rounds, place.CancellationToken, [() => Checking.CheckClean(clean, place.Rows, place.CancellationToken), .. checks]);
        long cleanLength = new FileInfo(clean).Length;
        List<(string Name, Figure Figure)> found = [];
        report.Add(new WorkTime("check, in turns with the other mixes", timings[0], place.Rows, cleanLength));
        for (int i = 0; i < files.Length; i++)
        {
            long length = new FileInfo(files[i].Path).Length;
            found.Add((files[i].Name, s_target.Of(timings[i + 1], timings[0], (double)cleanLength / length)));
            report.Add(new WorkTime($"check, {files[i].Name}", timings[i + 1], files[i].Rows, length));
            File.Delete(files[i].Path);
        }

        report.Add(found.MaxBy(one => one.Figure.Best).Figure);
        report.Add("Other mixes over the clean file, a byte: "
            + string.Join(", ", found.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {s_target.Text(one.Figure.Best)}"))) + ".");
    }
}
