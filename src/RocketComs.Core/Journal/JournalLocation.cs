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
    /// The full path: what <c>ROCKETCOMS_JOURNAL</c> names, else <c>RocketComs/journal.jsonl</c> in <c>XDG_STATE_HOME</c> or
    /// <c>~/.local/state</c>, on Windows in <c>%LOCALAPPDATA%</c>.
    /// </summary>
    /// <returns><see langword="null"/> when the variable says <c>off</c>.</returns>
    /// <remarks>Source: XDG Base Directory Specification: a relative path in its variables is ignored.</remarks>
    public static string? Find()
    {
        if (Named is { } name)
        {
            return IsOff(name) ? null : Path.GetFullPath(name);
        }

        if (Environment.OSVersion.Platform == PlatformID.Win32NT)
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "RocketComs", "journal.jsonl");
        }

        string state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } folder && folder[0] == '/'
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(state, "RocketComs", "journal.jsonl");
    }

    private static bool IsOff(string name) => string.Equals(name, Off, StringComparison.OrdinalIgnoreCase);
}
