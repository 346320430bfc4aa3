using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Splitting;
using Xunit;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>Nothing is replaced unasked, the file itself never; and what ends early leaves nothing.</summary>
public sealed class SplitPlacesTests
{
    private const string Three = "2025550101,a\n2025550102,b\n2025550103,c\n";

    private static readonly string[] s_mine = ["in-notes.csv", "in-12a.csv", "in-a12.csv", "in-12.csv", "in-several-.5.csv", "in-.csv", "in.csv", "other-001.csv", "in-001.txt"];
    private static readonly string[] s_parts = ["in-009.csv", "in-1234.csv", "in-several-90.csv"];

    [Theory]
    [InlineData("plan.csv")]
    [InlineData("in-002.csv")]
    public void File_in_the_folder_is_replaced_only_when_asked(string name)
    {
        using SplitFolder folder = new(Three);
        Directory.CreateDirectory(folder.Options.Destination);
        File.WriteAllText(folder.PathOf(name), "old");
        folder.Options = folder.Options with { MaxRow = 2 };

        Assert.Equal("Destination", Assert.Throws<InvalidParameterException>(() => folder.Split()).ParameterName);
        Assert.Equal([name], folder.Names!);
        Assert.Equal("old", folder.Read(name));

        folder.Options = folder.Options with { Overwrite = true };
        folder.Split();
        Assert.Equal(["in-001.csv", "in-002.csv", "plan.csv"], folder.Names!);
        Assert.NotEqual("old", folder.Read(name));
    }

    [Theory]
    [InlineData("plan.csv", "plan.csv")]
    [InlineData("in.csv", "in-001.csv")]
    [InlineData("in.csv", "plan.csv")]
    public void File_itself_is_never_replaced(string name, string link)
    {
        using SplitFolder folder = new(Three, name);
        folder.Options = folder.Options with { MaxRow = 2, Overwrite = true, Destination = link == name ? folder.Beside(".") : folder.Options.Destination };
        if (link != name)
        {
            Directory.CreateDirectory(folder.Options.Destination);
            File.CreateSymbolicLink(folder.PathOf(link), folder.Input);
        }

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => folder.Split());

        Assert.Contains("never overwritten", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Three, File.ReadAllText(folder.Input));
        Assert.Equal([link], folder.Names!);
    }

    [Fact]
    public void Destination_that_is_a_file_is_refused()
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { MaxRow = 2, Destination = folder.Write("parts", "x") };

        Assert.Equal("Destination", Assert.Throws<InvalidParameterException>(() => folder.Split()).ParameterName);
    }

    [Fact]
    public void Folder_in_the_place_of_a_part_is_refused()
    {
        using SplitFolder folder = new(Three);
        Directory.CreateDirectory(folder.PathOf("in-001.csv"));
        folder.Options = folder.Options with { MaxRow = 2, Overwrite = true };

        Assert.Equal("Destination", Assert.Throws<InvalidParameterException>(() => folder.Split()).ParameterName);
        Assert.Equal(["in-001.csv"], folder.Names!);
    }

    [Fact]
    public void Dry_run_writes_nothing_and_says_what_would_be()
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { MaxRow = 2, IsDryRun = true };

        Assert.Equal(["in-001.csv 2 2", "in-002.csv 1 1"], SplitFolder.Shown(folder.Split()));
        Assert.Null(folder.Names);
    }

    [Fact]
    public void Stop_leaves_nothing_wherever_it_comes()
    {
        using SplitFolder folder = new(string.Concat(Enumerable.Range(0, 9_999).Select(i => $"202555{i:D4},a\n")));
        for (int looks = 1; looks < 40; looks += 4)
        {
            using CancellationTokenSource stop = new();
            int left = looks;
            folder.Options = folder.Options with
            {
                MaxRow = 3_000,
                OnProgress = _ =>
                {
                    if (--left == 0)
                    {
                        stop.Cancel();
                    }
                },
            };
            try
            {
                folder.SplitUntil(stop.Token);
                Assert.True(left > 0);
                Directory.Delete(folder.Options.Destination, recursive: true);
            }
            catch (OperationCanceledException)
            {
                Assert.Null(folder.Names);
            }
        }
    }

    [Fact]
    public void Stop_at_the_last_look_leaves_nothing()
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { MaxRow = 2 };
        int openings = 0;
        BatchCsvSplitter.Split(new HeardSource(folder.Input, () => openings++), folder.Options with { Destination = folder.Beside("first") }, CancellationToken.None);
        using CancellationTokenSource stop = new();

        Assert.Throws<OperationCanceledException>(() => BatchCsvSplitter.Split(
            new HeardSource(folder.Input, () =>
            {
                if (--openings == 0)
                {
                    stop.Cancel();
                }
            }),
            folder.Options,
            stop.Token));

        Assert.Equal(0, openings);
        Assert.Null(folder.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Progress_goes_once_over_the_bytes_of_the_file(bool isDryRun)
    {
        string rows = string.Concat(Enumerable.Range(0, 9_999).Select(i => $"202555{i:D4},{i:D85}\n"));
        using SplitFolder folder = new(rows);
        List<long> heard = [];
        folder.Options = folder.Options with { MaxRow = 3_000, IsDryRun = isDryRun, OnProgress = heard.Add };

        folder.Split();

        Assert.Equal(heard.Order(), heard);
        Assert.InRange(heard[^1], rows.Length * 9 / 10, rows.Length);
        Assert.InRange(heard.Count, 3, 60);
    }

    [Fact]
    public void Folders_that_were_made_for_nothing_are_gone()
    {
        using SplitFolder folder = new("2025550101," + new string('x', 161) + "\n");
        folder.Options = folder.Options with { MaxSegmentCount = 1, Destination = folder.Beside("new/and/deep/") };

        Assert.Throws<InvalidParameterException>(() => folder.Split());
        Assert.False(Directory.Exists(folder.Beside("new")));

        folder.Options = folder.Options with { MaxSegmentCount = 2 };
        folder.Split();
        Assert.Equal(["in-001.csv", "plan.csv"], folder.Names!);
    }

    [Fact]
    public void Parts_from_before_stay_and_are_named()
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { MaxRow = 1 };
        folder.Split();
        folder.Options = folder.Options with { MaxRow = 2, Overwrite = true };

        SplitResult split = folder.Split();

        Assert.Equal($"In '{folder.Options.Destination}' there is a part from before, left as it is and not in the plan: in-003.csv.", Assert.Single(split.Warnings));
        Assert.Equal("2025550103,c\n", folder.Read("in-003.csv"));
        Assert.Equal(2, folder.Plan.Length);
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(50, "")]
    [InlineData(51, " and 1 more")]
    [InlineData(57, " and 7 more")]
    public void Fifty_parts_from_before_are_named(int count, string more)
    {
        using SplitFolder folder = new(Three);
        string[] names = [.. Enumerable.Range(100, count).Select(i => $"in-{i}.csv")];
        Directory.CreateDirectory(folder.Options.Destination);
        Assert.All(names, name => File.WriteAllText(folder.PathOf(name), ""));
        folder.Options = folder.Options with { MaxRow = 2 };

        Assert.Equal(
            $"In '{folder.Options.Destination}' there are parts from before, left as they are and not in the plan: {string.Join(", ", names.Take(50))}{more}.",
            Assert.Single(folder.Split().Warnings));
    }

    [Fact]
    public void Name_that_a_file_and_a_part_share_only_in_places_is_no_part()
    {
        using SplitFolder folder = new(Three, "x.c.c-v");
        Directory.CreateDirectory(folder.Options.Destination);
        File.WriteAllText(folder.PathOf("x.c-v"), "mine");
        folder.Options = folder.Options with { MaxRow = 9 };

        SplitResult split = folder.Split();

        Assert.Equal(["x.c-001.c-v 3 3"], SplitFolder.Shown(split));
        Assert.Empty(split.Warnings);
    }

    // Between the look at the places and the moving of the parts, something comes into the place of the third.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Part_whose_place_is_taken_meanwhile_takes_the_new_ones_with_it(bool overwrite)
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { Overwrite = overwrite };
        Directory.CreateDirectory(folder.Options.Destination);
        if (overwrite)
        {
            File.WriteAllText(folder.PathOf("in-001.csv"), "old");
        }

        FileSource source = new(folder.Input);
        using (SplitRun run = new(source, folder.Options, new TakenChoice(() => Directory.CreateDirectory(folder.PathOf("in-003.csv"))), new SplitPlaces(source, folder.Options)))
        {
            run.Read(new PassProgress(1, null), CancellationToken.None);
            run.RequireAll(folder.Check(folder.Input), part => folder.Check(part.Path!), () => { });

            Assert.Equal(folder.PathOf("in-003.csv"), Assert.Throws<BatchFileException>(run.Commit).Path);
        }

        Assert.Equal(overwrite ? ["in-001.csv", "in-003.csv"] : ["in-003.csv"], folder.Names!);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, true)]
    [InlineData(0, 1, 0, 0, true)]
    [InlineData(0, 0, 1, 0, true)]
    [InlineData(0, 0, 0, 1, true)]
    [InlineData(0, 0, 0, 0, false)]
    [InlineData(0, 0, 0, 0, true)]
    public void Parts_that_are_not_what_the_file_is_are_refused(int rows, int segments, int rowsOfPart, int segmentsOfPart, bool isValid)
    {
        using SplitFolder folder = new(Three);
        folder.Options = folder.Options with { MaxRow = 2 };
        FileSource source = new(folder.Input);
        RcBatchCsvReport whole = folder.Check(folder.Input);
        whole = whole with { RowCount = whole.RowCount + rows, SegmentCount = whole.SegmentCount + segments };
        int checks = 0;
        using (SplitRun run = new(source, folder.Options, new SizeChoice(folder.Options), new SplitPlaces(source, folder.Options)))
        {
            run.Read(new PassProgress(1, null), CancellationToken.None);
            Exception? refused = Xunit.Record.Exception(() => run.RequireAll(whole, Check, () => checks++));

            bool isSound = rows + segments + rowsOfPart + segmentsOfPart == 0 && isValid;
            Assert.Equal(isSound ? null : $"The parts of '{folder.Input}' do not come to what the whole file does. Nothing was written.", (refused as BatchCsvUnusableException)?.Message);
        }

        Assert.Equal(2, checks);
        Assert.Null(folder.Names);

        // The first part is not what it should be; the second is.
        RcBatchCsvReport Check(BatchSource part)
        {
            RcBatchCsvReport report = folder.Check(part.Path!);
            return checks > 0 ? report : report with { RowCount = report.RowCount + rowsOfPart, SegmentCount = report.SegmentCount + segmentsOfPart, ErrorCount = isValid ? 0 : 1 };
        }
    }

    [Fact]
    public void Parts_from_before_are_named_however_the_file_was_split()
    {
        using SplitFolder folder = new("2125550101,a\n3105550101,b\n8005550101,c\n2083205678,d\n");
        folder.Options = folder.Options with { ByTimeZone = true };
        string[] before = [.. folder.Split().Parts.Select(part => Path.GetFileName(part.Path))];
        Assert.All(s_mine, name => File.WriteAllText(folder.PathOf(name), "mine"));
        Assert.All(s_parts, name => File.WriteAllText(folder.PathOf(name), "from before"));
        folder.Options = folder.Options with { ByTimeZone = false, MaxRow = 2, Overwrite = true };

        string warning = Assert.Single(folder.Split().Warnings);

        Assert.Equal(4, before.Length);
        Assert.All(before, name => Assert.Contains(name, warning, StringComparison.Ordinal));
        Assert.All(s_parts, name => Assert.Contains(name, warning, StringComparison.Ordinal));
        Assert.All(s_mine, name => Assert.DoesNotContain(name, warning, StringComparison.Ordinal));
    }

    [Fact]
    public void File_without_an_extension_gets_parts_with_one()
    {
        using SplitFolder folder = new(Three, "members");
        folder.Options = folder.Options with { MaxRow = 9 };

        Assert.Equal(["members-001.csv 3 3"], SplitFolder.Shown(folder.Split()));
    }

    // A part a row; something happens when the plan is written.
    private sealed class TakenChoice(Action planned) : RowChoice
    {
        public override int PartOf(in RowToPlace row) => (int)row.Row - 1;

        public override string PlaceOf(int part, int place, int count)
        {
            planned();
            return base.PlaceOf(part, place, count);
        }
    }

    // A file that is heard to be opened.
    private sealed class HeardSource(string path, Action opened) : BatchSource
    {
        public override string? Path => path;

        public override string FileName => "in.csv";

        public override Stream Open()
        {
            opened();
            return File.OpenRead(path);
        }
    }

#if !NETSTANDARD_LAYOUT
    [Fact]
    public void Nobody_may_read_a_part_or_the_plan_who_may_not_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using SplitFolder folder = new(Three);
        File.SetUnixFileMode(folder.Input, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        folder.Options = folder.Options with { MaxRow = 2 };

        folder.Split();

        Assert.Equal(2 + 1, folder.Names!.Length);
        foreach (string name in folder.Names!)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf(name)));
        }
    }
#endif
}
