using RocketComs.Core.Errors;
using RocketComs.Core.Splitting;
using Xunit;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>Nothing is replaced unasked, the file itself never; and what ends early leaves nothing.</summary>
public sealed class SplitPlacesTests
{
    private const string Three = "2025550101,a\n2025550102,b\n2025550103,c\n";

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

        Assert.Contains("in-003.csv", Assert.Single(split.Warnings), StringComparison.Ordinal);
        Assert.Equal("2025550103,c\n", folder.Read("in-003.csv"));
        Assert.Equal(2, folder.Plan.Length);
    }

    [Fact]
    public void Parts_from_before_are_named_however_the_file_was_split()
    {
        using SplitFolder folder = new("2125550101,a\n3105550101,b\n8005550101,c\n2083205678,d\n");
        folder.Options = folder.Options with { ByTimeZone = true };
        string[] before = [.. folder.Split().Parts.Select(part => Path.GetFileName(part.Path))];
        File.WriteAllText(folder.PathOf("in-notes.csv"), "mine");
        folder.Options = folder.Options with { ByTimeZone = false, MaxRow = 2, Overwrite = true };

        string warning = Assert.Single(folder.Split().Warnings);

        Assert.Equal(4, before.Length);
        Assert.All(before, name => Assert.Contains(name, warning, StringComparison.Ordinal));
        Assert.DoesNotContain("notes", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void File_without_an_extension_gets_parts_with_one()
    {
        using SplitFolder folder = new(Three, "members");
        folder.Options = folder.Options with { MaxRow = 9 };

        Assert.Equal(["members-001.csv 3 3"], SplitFolder.Shown(folder.Split()));
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
