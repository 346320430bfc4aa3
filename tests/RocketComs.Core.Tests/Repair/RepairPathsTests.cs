using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Repair;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>The file itself is never overwritten, nothing else without being asked, and a stop leaves all as it was.</summary>
public sealed class RepairPathsTests
{
    private const string Text = "(202) 555-0101,Hi\nabc,Hi\n";

    [Theory]
    [InlineData("Destination", "in.csv")]
    [InlineData("Destination", "folder/../in.csv")]
    [InlineData("Destination", "hard.csv")]
    [InlineData("Destination", "soft.csv")]
    [InlineData("Destination", "link/in.csv")]
    [InlineData("RejectedPath", "in.csv")]
    [InlineData("RejectedPath", "./in.csv")]
    [InlineData("RejectedPath", "hard.csv")]
    [InlineData("RejectedPath", "soft.csv")]
    [InlineData("RejectedPath", "link/in.csv")]
    public void File_itself_is_refused_by_whatever_name(string parameter, string name)
    {
        using RepairFolder folder = new(Text);
        MakeLinks(folder);
        string path = folder.PathOf(name);
        string[] names = folder.Names;
        folder.Options = folder.Options with { Overwrite = true };
        folder.Options = parameter == "Destination" ? folder.Options with { Destination = path } : folder.Options with { RejectedPath = path };

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => folder.Repair());

        Assert.Equal((parameter, path), (exception.ParameterName, exception.Value));
        Assert.Contains("never overwritten", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(folder.Input));
        Assert.Equal(names, folder.Names);
    }

    [Fact]
    public void File_itself_in_another_letter_case_is_refused_where_that_is_the_same_file()
    {
        using RepairFolder folder = new(Text);
        folder.Options = folder.Options with { Destination = folder.PathOf("IN.csv"), Overwrite = true };
        if (File.Exists(folder.PathOf("IN.csv")))
        {
            Assert.Equal("Destination", Assert.Throws<InvalidParameterException>(() => folder.Repair()).ParameterName);
            Assert.Equal(["in.csv"], folder.Names);
        }
        else
        {
            folder.Repair();
            Assert.Equal(["IN.csv", "in.csv", "rejected.csv"], folder.Names);
        }

        Assert.Equal(Text, File.ReadAllText(folder.Input));
    }

    [Theory]
    [InlineData("out.csv", "out.csv")]
    [InlineData("out.csv", "folder/../OUT.csv")]
    [InlineData("out.csv", "link/out.csv")]
    [InlineData("link/out.csv", "Out.csv")]
    public void Two_places_that_are_one_are_refused(string destination, string rejected)
    {
        using RepairFolder folder = new(Text);
        MakeLinks(folder);
        string[] names = folder.Names;
        folder.Options = folder.Options with { Destination = folder.PathOf(destination), RejectedPath = folder.PathOf(rejected), Overwrite = true };

        Assert.Equal("RejectedPath", Assert.Throws<InvalidParameterException>(() => folder.Repair()).ParameterName);
        Assert.Equal(names, folder.Names);
    }

    [Fact]
    public void Two_places_that_are_one_through_a_hard_link_are_refused()
    {
        using RepairFolder folder = new(Text);
        HardLink(folder.Write("out.csv", "old"), folder.PathOf("rejected.csv"));
        folder.Options = folder.Options with { Overwrite = true };

        Assert.Equal("RejectedPath", Assert.Throws<InvalidParameterException>(() => folder.Repair()).ParameterName);
        Assert.Equal("old", folder.Output);
    }

    [Fact]
    public void File_that_stands_at_the_destination_is_replaced_only_when_asked_for()
    {
        using RepairFolder folder = new(Text);
        folder.Write("out.csv", "old");

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => folder.Repair());

        Assert.Equal(("Destination", folder.Options.Destination), (exception.ParameterName, exception.Value));
        Assert.Equal("old", folder.Output);
        Assert.Equal(["in.csv", "out.csv"], folder.Names);

        folder.Options = folder.Options with { Overwrite = true };
        folder.Repair();
        Assert.Equal("2025550101,Hi\n", folder.Output);
    }

    [Theory]
    [InlineData("Destination")]
    [InlineData("RejectedPath")]
    public void Folder_is_refused(string parameter)
    {
        using RepairFolder folder = new(Text);
        string place = Directory.CreateDirectory(folder.PathOf("place")).FullName;
        folder.Options = parameter == "Destination" ? folder.Options with { Destination = place, Overwrite = true } : folder.Options with { RejectedPath = place };

        Assert.Equal(parameter, Assert.Throws<InvalidParameterException>(() => folder.Repair()).ParameterName);
        Assert.Equal(["in.csv"], folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Missing_folder_is_named_also_in_a_dry_run(bool isDryRun)
    {
        using RepairFolder folder = new(Text);
        folder.Options = folder.Options with { Destination = folder.PathOf("none/out.csv"), IsDryRun = isDryRun };

        Assert.Equal($"There is no folder '{folder.PathOf("none")}'.", Assert.Throws<BatchFileException>(() => folder.Repair()).Message);
        Assert.Equal(["in.csv"], folder.Names);
    }

    [Fact]
    public void File_that_is_in_use_is_not_replaced()
    {
        using RepairFolder folder = new(Text);
        folder.Write("out.csv", "old");
        folder.Options = folder.Options with { Overwrite = true };
        using (FileStream held = new(folder.Options.Destination, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            Assert.Equal(folder.Options.Destination, Assert.Throws<BatchFileException>(() => folder.Repair()).Path);
        }

        Assert.Equal("old", folder.Output);
        Assert.Equal(["in.csv", "out.csv"], folder.Names);
    }

    // Four passes, of which a file without rows that come again needs the first two; a dry run has two.
    [Theory]
    [InlineData(false, false, 45, 50)]
    [InlineData(true, false, 90, 100)]
    [InlineData(false, true, 90, 100)]
    [InlineData(true, true, 90, 100)]
    public void Progress_goes_once_over_the_bytes_of_the_file(bool comesAgain, bool isDryRun, int least, int most)
    {
        string rows = string.Concat(Enumerable.Range(0, 9_999).Select(i => $"202555{(comesAgain ? i % 9_000 : i):D4},{(comesAgain ? i % 9_000 : i):D85}\n"));
        using RepairFolder folder = new(rows);
        List<long> heard = [];
        folder.Options = folder.Options with { IsDryRun = isDryRun, OnProgress = heard.Add };

        Assert.Equal(comesAgain ? 9_000 : 9_999, folder.Repair().RowsWritten);

        Assert.Equal(heard.Order(), heard);
        Assert.InRange(heard[^1] * 100 / rows.Length, least, most);
        Assert.InRange(heard.Count, 3, 80);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void File_is_held_no_longer_than_it_is_read(bool isDryRun)
    {
        using RepairFolder folder = new(Text);
        folder.Options = folder.Options with { IsDryRun = isDryRun };

        folder.Repair();

        Assert.True(FileIdentity.CanBeOpenedAlone(folder.Input));
    }

    [Fact]
    public void Stop_at_the_last_look_leaves_everything_as_it_was()
    {
        using RepairFolder folder = new(Text);
        int openings = 0;
        BatchCsvRepairer.Repair(new HeardSource(folder.Input, () => openings++), folder.Options with { IsDryRun = false, Destination = folder.PathOf("first.csv"), RejectedPath = null }, CancellationToken.None);
        using CancellationTokenSource stop = new();

        Assert.Throws<OperationCanceledException>(() => BatchCsvRepairer.Repair(
            new HeardSource(folder.Input, () =>
            {
                if (--openings == 0)
                {
                    stop.Cancel();
                }
            }),
            folder.Options,
            stop.Token));

        Assert.Equal(["first.csv", "in.csv"], folder.Names);
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

    [Fact]
    public void Stop_leaves_everything_as_it_was()
    {
        using RepairFolder folder = new(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"(202) 555-{i % 10_000:0000},Text number {i}\n")));
        folder.Write("out.csv", "old");
        using CancellationTokenSource stop = new();
        folder.Options = folder.Options with { Overwrite = true, OnProgress = _ => stop.Cancel() };

        Assert.Throws<OperationCanceledException>(() => folder.RepairUntil(stop.Token));

        Assert.Equal("old", folder.Output);
        Assert.Equal(["in.csv", "out.csv"], folder.Names);
    }

    [Fact]
    public void Stop_in_the_last_pass_leaves_everything_as_it_was()
    {
        using RepairFolder folder = new(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"(202) 555-{i % 10_000:0000},Text number {i}\n")) + "abc,Hi\n");
        using CancellationTokenSource stop = new();
        long most = new FileInfo(folder.Input).Length * 5 / 6;
        folder.Options = folder.Options with
        {
            OnProgress = done =>
            {
                if (done > most)
                {
                    stop.Cancel();
                }
            },
        };

        Assert.Throws<OperationCanceledException>(() => folder.RepairUntil(stop.Token));

        Assert.Equal(["in.csv"], folder.Names);
    }

    [Fact]
    public void Stop_of_a_short_repair_is_heeded_before_anything_takes_its_place()
    {
        using RepairFolder folder = new(Text);

        Assert.Throws<OperationCanceledException>(() => folder.RepairUntil(new CancellationToken(canceled: true)));

        Assert.Equal(["in.csv"], folder.Names);
    }

    [Fact]
    public void File_that_changes_meanwhile_is_not_repaired()
    {
        using RepairFolder folder = new(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"(202) 555-{i % 10_000:0000},Text number {i}\n")));
        folder.Options = folder.Options with { OnProgress = _ => File.SetLastWriteTimeUtc(folder.Input, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)) };

        Assert.Contains("has changed", Assert.Throws<BatchCsvInvalidException>(() => folder.Repair()).Message, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], folder.Names);
    }

    private static void MakeLinks(RepairFolder folder)
    {
        Directory.CreateDirectory(folder.PathOf("folder"));
        Directory.CreateSymbolicLink(folder.PathOf("link"), Path.GetDirectoryName(folder.Input)!);
        File.CreateSymbolicLink(folder.PathOf("soft.csv"), folder.Input);
        HardLink(folder.Input, folder.PathOf("hard.csv"));
    }

    private static void HardLink(string file, string link)
    {
        using System.Diagnostics.Process process = OperatingSystem.IsWindows()
            ? System.Diagnostics.Process.Start("cmd", ["/c", "mklink", "/H", link, file])
            : System.Diagnostics.Process.Start("ln", [file, link]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
