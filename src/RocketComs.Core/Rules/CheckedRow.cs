using RocketComs.Core.Numbers;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>What the check of one row comes to: all that is left of it when the next row is read.</summary>
internal readonly struct CheckedRow
{
    private CheckedRow(long line, int length, bool isBlank, bool isValid, in NumberText number, in SegmentCount count, RowFindings? findings)
    {
        Line = line;
        Length = length;
        IsBlank = isBlank;
        IsValid = isValid;
        Number = number;
        Segments = count.Segments;
        Encoding = count.Encoding;
        Findings = findings;
    }

    /// <summary>Gets the physical line on which it begins, from 1.</summary>
    public long Line { get; }

    /// <summary>Gets its length in bytes of UTF-8.</summary>
    public int Length { get; }

    /// <summary>Gets the segments of its text; 0 for a row with errors.</summary>
    public int Segments { get; }

    /// <summary>Gets the number; no digits when it is not sound.</summary>
    public NumberText Number { get; }

    /// <summary>Gets what the rules found; <see langword="null"/> for nothing.</summary>
    public RowFindings? Findings { get; }

    /// <summary>Gets the alphabet of its text.</summary>
    public RcSmsEncoding Encoding { get; }

    /// <summary>Gets whether it is a blank line and no row.</summary>
    public bool IsBlank { get; }

    /// <summary>Gets whether it has no error.</summary>
    public bool IsValid { get; }

    /// <summary>A blank line.</summary>
    public static CheckedRow Blank(long line, int length) => new(line, length, isBlank: true, isValid: false, default, default, findings: null);

    /// <summary>A row with errors.</summary>
    public static CheckedRow Bad(long line, int length, in NumberText number, RowFindings findings) =>
        new(line, length, isBlank: false, isValid: false, number, default, findings);

    /// <summary>A row without errors.</summary>
    public static CheckedRow Good(long line, int length, in NumberText number, in SegmentCount count, RowFindings? findings) =>
        new(line, length, isBlank: false, isValid: true, number, count, findings);
}
