using System.Runtime.InteropServices;

namespace RocketComs.Shell;

/// <summary>Switches a Windows console to the escape sequences that every other terminal understands by itself.</summary>
internal static class WindowsTerminal
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint ProcessSequences = 0x0004;

    /// <summary>Tells whether escape sequences can be written, as far as the operating system is concerned.</summary>
    public static bool EnableSequences()
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        bool output = Enable(StandardOutput);
        return Enable(StandardError) || output;
    }

    private static bool Enable(int stream)
    {
        nint handle = GetStdHandle(stream);
        return GetConsoleMode(handle, out uint mode) && SetConsoleMode(handle, mode | ProcessSequences);
    }

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int stream);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
