namespace RocketComs.Shell;

/// <summary>What the command line asks for, in the words of <c>pwsh</c>.</summary>
internal sealed record ShellOptions
{
    public const string Usage =
        """
        RocketComs.Shell: the RocketComs module in a console of its own, for machines without PowerShell.

        dotnet run --project src/RocketComs.Shell [-- <options>]

          (nothing)                 run the tour, docs/samples/quickstart.ps1
          -File <path> [args...]    run a script; the rest are its arguments
          -Command, -c <text...>    run a command; - reads it from standard input
          -Interactive, -i          a prompt
          -NoLogo                   no banner over the prompt
          -NonInteractive           whatever would ask a question fails instead
          -NoProfile                taken, and without effect: there are no profiles
          -Help, -h, -?             this text

        Exit codes: that of the script's exit, 1 after an error, 64 for a wrong command line, 130 after Ctrl+C.

        """;

    public ShellMode Mode { get; private init; }

    /// <summary>Gets the full path of the script to run.</summary>
    public string File { get; private init; } = "";

    public IReadOnlyList<string> Arguments { get; private init; } = [];

    public string Command { get; private init; } = "";

    public bool NoLogo { get; private init; }

    public bool NonInteractive { get; private init; }

    public static ShellOptions Parse(string[] args)
    {
        ShellOptions options = new();
        for (int i = 0; i < args.Length; i++)
        {
            switch (Name(args[i]))
            {
                case "file" or "f":
                    return i + 1 < args.Length
                        ? options.WithFile(args[i + 1], args[(i + 2)..])
                        : throw new UsageException("-File needs the path of a script.");
                case "command" or "c":
                    return options.WithCommand(args[(i + 1)..]);
                case "interactive" or "i":
                    options = options with { Mode = ShellMode.Interactive };
                    break;
                case "nologo":
                    options = options with { NoLogo = true };
                    break;
                case "noninteractive":
                    options = options with { NonInteractive = true };
                    break;
                case "noprofile":
                    break;
                case "help" or "h" or "?":
                    return options with { Mode = ShellMode.Help };
                case null when args[i].Length > 0:
                    return options.WithFile(args[i], args[(i + 1)..]);
                default:
                    throw new UsageException($"Unknown option: {args[i]}");
            }
        }

        return options;
    }

    private static string? Name(string arg)
    {
        if (!arg.StartsWith('-'))
        {
            return null;
        }

        return arg[(arg.StartsWith("--", StringComparison.Ordinal) ? 2 : 1)..].ToLowerInvariant();
    }

    private ShellOptions WithFile(string path, string[] arguments)
    {
        RefuseSecondMode("-File");
        string full = Path.GetFullPath(path);
        if (!System.IO.File.Exists(full))
        {
            throw new UsageException($"There is no script '{path}' (looked for {full}).");
        }

        if (!full.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{path}' is no PowerShell script: its name does not end in .ps1.");
        }

        return this with { Mode = ShellMode.File, File = full, Arguments = arguments };
    }

    private ShellOptions WithCommand(string[] words)
    {
        RefuseSecondMode("-Command");
        string text = words is ["-"] ? Console.In.ReadToEnd() : string.Join(' ', words);
        return string.IsNullOrWhiteSpace(text)
            ? throw new UsageException("-Command needs the text of a command.")
            : this with { Mode = ShellMode.Command, Command = text };
    }

    private void RefuseSecondMode(string option)
    {
        if (Mode != ShellMode.Tour)
        {
            throw new UsageException($"-Interactive and {option} do not go together.");
        }
    }
}
