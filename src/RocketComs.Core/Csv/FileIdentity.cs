using System.Runtime.InteropServices;
using System.Text;

namespace RocketComs.Core.Csv;

/// <summary>Which file a path leads to, whatever its spelling and links, and in which state that is.</summary>
/// <param name="Device">The volume.</param>
/// <param name="Inode">The file on the volume.</param>
/// <param name="IsRegular">Whether it is a file, and no pipe or device.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <remarks>
/// .NET tells none of this on Unix, where its own library does (<c>stat</c>, POSIX.1-2017). On Windows <see cref="Of(string)"/> knows nothing of
/// a file; there the sharing mode says whether two paths are one file.
/// </remarks>
internal readonly record struct FileIdentity(long Device, long Inode, bool IsRegular, long Length, DateTime WrittenAt)
{
    private const string Library = "libSystem.Native";
    private const int KindMask = 0xF000;
    private const int RegularKind = 0x8000;
    private const int NanosecondsPerTick = 100;

    private static readonly bool s_isUnix = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>What a path leads to; <see langword="null"/> when there is nothing, or it cannot be told.</summary>
    public static FileIdentity? Of(string path) => s_isUnix && Stat([.. Encoding.UTF8.GetBytes(path), 0], out Status status) == 0 ? Read(status) : null;

    /// <summary>What has been opened.</summary>
    public static FileIdentity? Of(FileStream file) => s_isUnix && FStat(file.SafeFileHandle, out Status status) == 0 ? Read(status) : null;

    /// <summary>Whether two paths lead to one file.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal)
        || (s_isUnix
            ? Of(one) is { } first && Of(other) is { } second && first.Device == second.Device && first.Inode == second.Inode
            : File.Exists(one) && File.Exists(other) && HeldTogether(one, other));

    /// <summary>Whether nothing else holds a file.</summary>
    public static bool CanBeOpenedAlone(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The same of two files, by holding one: what can be opened alone, but no more when the first is open, is the first.</summary>
    internal static bool HeldTogether(string one, string other)
    {
        try
        {
            using FileStream held = new(one, FileMode.Open, FileAccess.Read, FileShare.Read);
            return !CanBeOpenedAlone(other);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be opened is neither read nor replaced: its own opening says so in better words.
            return false;
        }
    }

    private static FileIdentity Read(in Status status) => new(
        status.Device,
        status.Inode,
        (status.Mode & KindMask) == RegularKind,
        status.Length,
        new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(status.WrittenAt).AddTicks(status.WrittenNanoseconds / NanosecondsPerTick));

    [DllImport(Library, EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, out Status status);

    [DllImport(Library, EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeHandle file, out Status status);

    // As the runtime lays it out since .NET 7.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Status
    {
        private readonly int _flags;
        public readonly int Mode;
        private readonly uint _user;
        private readonly uint _group;
        public readonly long Length;
        private readonly long _readAt;
        private readonly long _readNanoseconds;
        public readonly long WrittenAt;
        public readonly long WrittenNanoseconds;
        private readonly long _changedAt;
        private readonly long _changedNanoseconds;
        private readonly long _madeAt;
        private readonly long _madeNanoseconds;
        public readonly long Device;
        private readonly long _deviceOfSpecial;
        public readonly long Inode;
        private readonly uint _userFlags;
    }
}
