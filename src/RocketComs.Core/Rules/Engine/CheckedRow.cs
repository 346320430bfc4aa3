using RocketComs.Core.Numbers;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What the check of one row comes to: all that is left of it when the next row is read.</summary>
internal readonly struct CheckedRow
{
    // A text is at most as many segments as a record has bytes, far below this.
    private const int Unsound = 1 << 26;
    private const int NearMiss = 1 << 27;
    private const int Blank = 1 << 28;
    private const int Valid = 1 << 29;
    private const int Ucs2 = 1 << 30;

    // Small, as every row is copied from thread to thread.
    private readonly int _segmentsAndFlags;

    private CheckedRow(long line, int length, in NumberText number, ulong key, ulong content, int segmentsAndFlags, RowFindings? findings)
    {
        Line = line;
        Length = length;
        Number = number;
        Key = key;
        Content = content;
        _segmentsAndFlags = segmentsAndFlags;
        Findings = findings;
    }

    /// <summary>The physical line on which it begins, from 1.</summary>
    public long Line { get; }

    /// <summary>Its length in bytes of UTF-8.</summary>
    public int Length { get; }

    /// <summary>The number; without digits when there is none.</summary>
    public NumberText Number { get; }

    /// <summary>What the number has in common with its other spellings, see <see cref="PhoneKey"/>.</summary>
    public ulong Key { get; }

    /// <summary>What it says to whom, see <see cref="RowContent"/>; 0 for a row with errors, and where nobody asks.</summary>
    public ulong Content { get; }

    /// <summary>What the rules found; <see langword="null"/> for nothing.</summary>
    public RowFindings? Findings { get; }

    /// <summary>The segments of its text; 0 for a row with errors.</summary>
    public int Segments => _segmentsAndFlags & (Unsound - 1);

    public RcSmsEncoding Encoding => (_segmentsAndFlags & Ucs2) != 0 ? RcSmsEncoding.Ucs2 : RcSmsEncoding.Gsm7;

    /// <summary>Whether the number is written as it must be; else it is what would be left of its spelling.</summary>
    public bool IsSound => (_segmentsAndFlags & Unsound) == 0;

    /// <summary>Whether a slightly shorter text would need a segment less.</summary>
    public bool IsNearMiss => (_segmentsAndFlags & NearMiss) != 0;

    public bool IsBlank => (_segmentsAndFlags & Blank) != 0;

    public bool IsValid => (_segmentsAndFlags & Valid) != 0;

    public static CheckedRow BlankLine(long line, int length) => new(line, length, default, 0, 0, Blank, findings: null);

    public static CheckedRow Bad(long line, int length, in NumberText number, ulong key, bool isSound, RowFindings findings) =>
        new(line, length, number, key, 0, isSound ? 0 : Unsound, findings);

    public static CheckedRow Good(long line, int length, in NumberText number, ulong key, ulong content, in SegmentCount count, RowFindings? findings) =>
        new(line, length, number, key, content, count.Segments | Valid | (count.Encoding == RcSmsEncoding.Ucs2 ? Ucs2 : 0) | (count.IsNearMiss ? NearMiss : 0), findings);
}

/// <summary>What the rules found in one row.</summary>
/// <param name="Items">Each finding; its issue is <see langword="null"/> where no more are kept.</param>
/// <param name="Raw">The row as it stands in the file, where it has errors and they are asked for.</param>
internal sealed record RowFindings((RuleInfo Rule, RcBatchCsvIssue? Issue)[] Items, byte[]? Raw);
