using System.Globalization;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record CommandLine
{
    private static readonly Dictionary<string, FileKind> s_kinds = Enum.GetValues<FileKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    /// <summary>One line on each way to call the program.</summary>
    public static readonly string Usage = $"""
        usage: RocketComs.Benchmarks [compare] [--markdown] [--rows N] [--rounds N] [--only NAME[,NAME...]]
               RocketComs.Benchmarks parts [BenchmarkDotNet arguments]
               RocketComs.Benchmarks file PATH [--rows N] [--seed S] [--kind KIND]
        KIND is one of {string.Join(", ", s_kinds.Keys)}.
        """;

    /// <summary>What to do.</summary>
    public required Verb Verb { get; init; }

    /// <summary>Gets whether the tables are printed as Markdown.</summary>
    public bool Markdown { get; init; }

    /// <summary>Gets the rows of a generated file.</summary>
    public long Rows { get; init; } = 1_000_000;

    /// <summary>Gets the repetitions of each measurement.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Gets the measures to take; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Gets the file to write, or the arguments that are passed on.</summary>
    public string[] Rest { get; init; } = [];

    /// <summary>Gets the seed of a generated file.</summary>
    public ulong Seed { get; init; } = BatchFileGenerator.DefaultSeed;

    /// <summary>Gets the kind of a generated file.</summary>
    public FileKind Kind { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">Something in it is not known.</exception>
    public static CommandLine Parse(string[] arguments) => arguments switch
    {
        ["parts", .. string[] rest] => new() { Verb = Verb.Parts, Rest = rest },
        ["child", .. string[] rest] => new() { Verb = Verb.Child, Rest = rest },
        ["file", string path, .. string[] options] when path.Length > 0 && path[0] != '-' =>
            ParseOptions(new() { Verb = Verb.File, Rest = [path] }, options, ["--rows", "--seed", "--kind"]),
        ["file", ..] => throw new UsageException("file needs a path."),
        ["compare", .. string[] options] => ParseOptions(new() { Verb = Verb.Compare }, options, ["--markdown", "--rows", "--rounds", "--only"]),
        ["--help" or "-h" or "-?"] => new() { Verb = Verb.Help },
        _ => ParseOptions(new() { Verb = Verb.Compare }, arguments, ["--markdown", "--rows", "--rounds", "--only"]),
    };

    private static CommandLine ParseOptions(CommandLine line, ReadOnlySpan<string> options, string[] known)
    {
        for (int i = 0; i < options.Length; i++)
        {
            string name = options[i];
            if (!known.Contains(name))
            {
                throw new UsageException($"'{name}' is not known.");
            }

            if (name == "--markdown")
            {
                line = line with { Markdown = true };
                continue;
            }

            i++;
            line = i < options.Length ? line.With(name, options[i]) : throw new UsageException($"{name} needs a value.");
        }

        return line;
    }

    private static long ParseNumber(string name, string value, long most) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 && number <= most
            ? number
            : throw new UsageException($"{name} needs a number from 1 to {most.ToString(CultureInfo.InvariantCulture)}, not '{value}'.");

    private CommandLine With(string name, string value) => name switch
    {
        "--rows" => this with { Rows = ParseNumber(name, value, RecipientNumbers.Count) },
        "--rounds" => this with { Rounds = (int)ParseNumber(name, value, 1000) },
        "--seed" => this with
        {
            Seed = ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
                ? seed
                : throw new UsageException($"--seed needs a number, not '{value}'."),
        },
        "--kind" => this with
        {
            Kind = s_kinds.TryGetValue(value, out FileKind kind)
                ? kind
                : throw new UsageException($"--kind is one of {string.Join(", ", s_kinds.Keys)}, not '{value}'."),
        },
        _ => this with { Only = value.Split(',') },
    };
}
