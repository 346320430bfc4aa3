using RocketComs.Core.Numbers;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What the check of one row comes to: all that is left of it when the next row is read.</summary>
internal readonly struct CheckedRow
{
    // A text is at most as many segments as a record has bytes, far below this.
    private const int Blank = 1 << 28;
    private const int Valid = 1 << 29;
    private const int Ucs2 = 1 << 30;

    // Small, as every row is copied from thread to thread.
    private readonly int _segmentsAndSigns;

    private CheckedRow(long line, int length, in NumberText number, int segmentsAndSigns, RowFindings? findings)
    {
        Line = line;
        Length = length;
        Number = number;
        _segmentsAndSigns = segmentsAndSigns;
        Findings = findings;
    }

    /// <summary>Gets the physical line on which it begins, from 1.</summary>
    public long Line { get; }

    /// <summary>Gets its length in bytes of UTF-8.</summary>
    public int Length { get; }

    /// <summary>Gets the number; no digits when it is not sound.</summary>
    public NumberText Number { get; }

    /// <summary>Gets what the rules found; <see langword="null"/> for nothing.</summary>
    public RowFindings? Findings { get; }

    /// <summary>Gets the segments of its text; 0 for a row with errors.</summary>
    public int Segments => _segmentsAndSigns & (Blank - 1);

    /// <summary>Gets the alphabet of its text.</summary>
    public RcSmsEncoding Encoding => (_segmentsAndSigns & Ucs2) != 0 ? RcSmsEncoding.Ucs2 : RcSmsEncoding.Gsm7;

    /// <summary>Gets whether it is a blank line and no row.</summary>
    public bool IsBlank => (_segmentsAndSigns & Blank) != 0;

    /// <summary>Gets whether it has no error.</summary>
    public bool IsValid => (_segmentsAndSigns & Valid) != 0;

    /// <summary>A blank line.</summary>
    public static CheckedRow BlankLine(long line, int length) => new(line, length, default, Blank, findings: null);

    /// <summary>A row with errors.</summary>
    public static CheckedRow Bad(long line, int length, in NumberText number, RowFindings findings) => new(line, length, number, 0, findings);

    /// <summary>A row without errors.</summary>
    public static CheckedRow Good(long line, int length, in NumberText number, in SegmentCount count, RowFindings? findings) =>
        new(line, length, number, count.Segments | Valid | (count.Encoding == RcSmsEncoding.Ucs2 ? Ucs2 : 0), findings);
}

/// <summary>What the rules found in one row.</summary>
/// <param name="Items">Each finding; its issue is <see langword="null"/> where no more are kept.</param>
/// <param name="Raw">The row as it stands in the file, where it has errors and they are asked for.</param>
internal sealed record RowFindings((RuleInfo Rule, RcBatchCsvIssue? Issue)[] Items, byte[]? Raw);
