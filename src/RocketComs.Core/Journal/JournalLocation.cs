namespace RocketComs.Core.Journal;

/// <summary>Where the journal is.</summary>
public static class JournalLocation
{
    private const string Variable = "ROCKETCOMS_JOURNAL";
    private const string Off = "off";

    /// <summary>Gets whether the environment variable names a file.</summary>
    public static bool IsNamed => Named is { } name && !IsOff(name);

    private static string? Named => Environment.GetEnvironmentVariable(Variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>
    /// The full path: what <c>ROCKETCOMS_JOURNAL</c> names, else <c>journal.jsonl</c>, in the folder <c>RocketComs</c> of <c>XDG_STATE_HOME</c> or
    /// <c>~/.local/state</c>, on Windows of <c>%LOCALAPPDATA%</c>. A relative path begins there: a journal that moves with the current folder forgets.
    /// </summary>
    /// <returns><see langword="null"/> when the variable says <c>off</c>.</returns>
    /// <remarks>Source: XDG Base Directory Specification: a relative path in its variables is ignored.</remarks>
    public static string? Find() => Named is { } name && IsOff(name) ? null : Path.GetFullPath(Path.Combine(Folder(), Named ?? "journal.jsonl"));

    private static string Folder()
    {
        if (Environment.OSVersion.Platform == PlatformID.Win32NT)
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "RocketComs");
        }

        string state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } folder && folder.StartsWith("/", StringComparison.Ordinal)
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(state, "RocketComs");
    }

    private static bool IsOff(string name) => string.Equals(name, Off, StringComparison.OrdinalIgnoreCase);
}
