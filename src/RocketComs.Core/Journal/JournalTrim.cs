using System.Text;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Journal;

/// <summary>
/// Keeps a journal from growing without end: when it is long and its first line is old, it goes on with its younger lines. Who holds the
/// journal's lock may call this. Whenever the process is killed, no younger line is lost: they stand in a file of their own from before the first byte
/// of the journal is changed, and whoever opens the journal next takes them from there.
/// </summary>
internal static class JournalTrim
{
    /// <summary>The length from which old lines are dropped.</summary>
    public const long LongBytes = 4 * 1024 * 1024;

    private const int BlockBytes = 64 * 1024;

    // Repeats are looked for in 30 days.
    private static readonly TimeSpan s_old = TimeSpan.FromDays(90);
    private static readonly TimeSpan s_young = TimeSpan.FromDays(60);

    /// <summary>The younger lines of a journal whose shortening was broken off; <see langword="null"/> where there are none.</summary>
    /// <param name="journal">The journal, locked; it is at its start afterwards.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static FileStream? OpenKept(FileStream journal)
    {
        string path = KeptPath(journal.Name);

        // A link may lead anywhere.
        if (!File.Exists(path) || (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0 || FileIdentity.Of(path) is { IsRegular: false })
        {
            return null;
        }

        FileStream kept = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (AreOf(kept, journal))
        {
            kept.Position = journal.Position = 0;
            return kept;
        }

        kept.Dispose();
        journal.Position = 0;
        return null;
    }

    /// <summary>Ends what a process that was killed has begun.</summary>
    /// <exception cref="IOException">It cannot be ended.</exception>
    public static void Restore(FileStream journal)
    {
        using (FileStream? lines = OpenKept(journal))
        {
            if (lines is null)
            {
                return;
            }

            journal.SetLength(0);
            lines.CopyTo(journal);
            JournalFile.Keep(journal);
        }

        File.Delete(KeptPath(journal.Name));
    }

    private static string KeptPath(string journal) => journal + ".kept";

    // By their name alone they could be anybody's: they are the end of the journal, or the journal is what was copied of them so far.
    private static bool AreOf(FileStream kept, FileStream journal)
    {
        long length = Math.Min(kept.Length, journal.Length);
        kept.Position = 0;
        journal.Position = journal.Length - length;
        byte[] one = new byte[BlockBytes];
        byte[] other = new byte[BlockBytes];
        while (length > 0)
        {
            int count = (int)Math.Min(length, BlockBytes);
            if (!one.AsSpan(0, BatchSource.Fill(kept, one, 0, count)).SequenceEqual(other.AsSpan(0, BatchSource.Fill(journal, other, 0, count))))
            {
                return false;
            }

            length -= count;
        }

        return kept.Length > 0;
    }

    /// <summary>Drops the old lines of a long journal.</summary>
    /// <param name="journal">The journal, locked.</param>
    /// <param name="now">The time now.</param>
    public static void Run(FileStream journal, DateTimeOffset now)
    {
        journal.Position = 0;
        if (journal.Length < LongBytes || FirstSince(journal, now - s_old) == 0)
        {
            return;
        }

        string kept = KeptPath(journal.Name);
        string unfinished = kept + ".new";
        try
        {
            long first = FirstSince(journal, now - s_young);
            if (first == journal.Length)
            {
                journal.SetLength(0);
                return;
            }

            // Made anew: what stands there may be a link to another file.
            File.Delete(unfinished);
            using (FileStream lines = JournalFile.Open(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                journal.Position = first;
                journal.CopyTo(lines);
                JournalFile.Keep(lines);
            }

            // What stands there is none of this journal's, or it would be in it.
            File.Delete(kept);
            File.Move(unfinished, kept);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder in which no file can be made: the journal stays as long as it is.
            return;
        }

        Restore(journal);
    }

    // Where the first line that is no older begins; the end of the file when there is none. Lines are appended, so what follows is younger.
    private static long FirstSince(FileStream journal, DateTimeOffset time)
    {
        journal.Position = 0;
        long start = 0;
        List<byte> line = [];
        byte[] block = new byte[BlockBytes];
        int count;
        while ((count = journal.Read(block, 0, block.Length)) > 0)
        {
            for (int i = 0; i < count; i++)
            {
                line.Add(block[i]);
                if (block[i] != '\n')
                {
                    continue;
                }

                if (JournalLine.Read(Encoding.UTF8.GetString([.. line])) is { } entry && entry.Time >= time)
                {
                    return start;
                }

                start += line.Count;
                line.Clear();
            }
        }

        return start;
    }
}
