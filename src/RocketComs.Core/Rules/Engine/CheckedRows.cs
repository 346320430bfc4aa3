using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// What the check of rows that follow each other comes to: sums, the numbers, and the rows of which there is something to tell. Filled by one thread,
/// and then added up by the one that knows what stands before them. Used again for other rows.
/// </summary>
internal sealed class CheckedRows
{
    private readonly List<OddRow> _odd = [];
    private readonly int[] _described = new int[3];
    private ulong[] _numbers = new ulong[1024];
    private TextWords? _words;
    private TextProfile? _profile;
    private int _numberCount;

    /// <summary>Rows by the segments that their text needs, of those without errors.</summary>
    public long[] BySegments { get; } = new long[SegmentCounter.MostSegments + 1];

    /// <summary>The rows of which there is something to tell, and the blank lines, in their order.</summary>
    public IReadOnlyList<OddRow> Odd => _odd;

    /// <summary>The rows after the last of <see cref="Odd"/>.</summary>
    public int PlainAfter { get; private set; }

    /// <summary>The physical line on which what follows begins.</summary>
    public long NextLine { get; private set; }

    public long Ucs2Rows { get; private set; }

    /// <summary>Rows of which a slightly shorter text would need a segment less.</summary>
    public long NearMisses { get; private set; }

    /// <summary>The text that costs most, of the rows without errors.</summary>
    public DearestText Dearest { get; } = new();

    /// <summary>What the rows say to whom, added up, see <see cref="RowContent"/>; 0 where nobody asks.</summary>
    public ulong Content { get; private set; }

    /// <summary>Texts that do not say how to opt out; none where nobody asks.</summary>
    public TextTally WithoutOptOut { get; } = new();

    /// <summary>Texts that resemble no registered sample; none where nobody asks.</summary>
    public TextTally UnlikeSamples { get; } = new();

    /// <summary>What takes texts apart for the thread that fills this.</summary>
    public TextWords Words => _words ??= new TextWords();

    /// <summary>What the text that was looked at last is compared by.</summary>
    public TextProfile Profile => _profile ??= new TextProfile();

    /// <summary>The numbers of North America, see <see cref="PackedNumber"/>.</summary>
    public ReadOnlySpan<ulong> Numbers => _numbers.AsSpan(0, _numberCount);

    /// <summary>Those of them that are written in another way than most.</summary>
    public List<SeenNumber> OddlyWritten { get; } = [];

    /// <summary>The numbers of elsewhere.</summary>
    public List<SeenNumber> OtherNumbers { get; } = [];

    /// <summary>How the numbers of <see cref="Numbers"/> are written, one bit a way.</summary>
    public int Writings { get; private set; }

    /// <summary>Begins with other rows.</summary>
    /// <param name="line">The physical line on which they begin, from 1.</param>
    public void Begin(long line)
    {
        _odd.Clear();
        Array.Clear(_described, 0, _described.Length);
        _numberCount = 0;
        OddlyWritten.Clear();
        OtherNumbers.Clear();
        Array.Clear(BySegments, 0, BySegments.Length);
        WithoutOptOut.Clear();
        UnlikeSamples.Clear();
        Dearest.Clear();
        (PlainAfter, NextLine, Ucs2Rows, NearMisses, Content, Writings) = (0, line, 0, 0, 0, 0);
    }

    /// <summary>Adds a blank line.</summary>
    public void AddBlank(long line, long nextLine) => AddOdd(new OddRow(PlainAfter, line, IsBlank: true, null), nextLine);

    /// <summary>Adds a record at the start of the file that is no row; nothing is told of it here.</summary>
    public void AddHeader(long line, long nextLine) => AddOdd(new OddRow(PlainAfter, line, IsBlank: false, null), nextLine);

    /// <summary>Adds a row.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="nextLine">The physical line after it.</param>
    /// <param name="findings">What the rules found; <see langword="null"/> for nothing.</param>
    public void Add(long line, long nextLine, RowFindings? findings)
    {
        if (findings is not null || nextLine != line + 1)
        {
            AddOdd(new OddRow(PlainAfter, line, IsBlank: false, findings), nextLine);
            return;
        }

        PlainAfter++;
        NextLine = nextLine;
    }

    /// <summary>Adds rows that follow each other and of which there is nothing to tell, and counts each as one segment.</summary>
    /// <param name="count">How many; none is allowed.</param>
    /// <param name="ucs2">How many of them are UCS-2.</param>
    /// <param name="nextLine">The physical line after them.</param>
    /// <param name="content">What they say to whom, added up.</param>
    public void AddPlain(int count, int ucs2, long nextLine, ulong content)
    {
        PlainAfter += count;
        NextLine = nextLine;
        BySegments[1] += count;
        Ucs2Rows += ucs2;
        Content += content;
    }

    /// <summary>How many issues of a severity have been described.</summary>
    public int Described(RcIssueSeverity severity) => _described[(int)severity];

    /// <summary>Counts a row without errors.</summary>
    /// <param name="count">What its text comes to.</param>
    /// <param name="content">What it says to whom.</param>
    public void Count(in SegmentCount count, ulong content)
    {
        BySegments[count.Segments]++;
        NearMisses += count.IsNearMiss ? 1 : 0;
        Ucs2Rows += count.Encoding == RcSmsEncoding.Ucs2 ? 1 : 0;
        Content += content;
    }

    /// <summary>Notes the number of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(in SeenNumber number)
    {
        bool isNorthAmerican = PackedNumber.TryPack(number, out ulong packed);
        if (isNorthAmerican)
        {
            if (_numberCount == _numbers.Length)
            {
                Array.Resize(ref _numbers, _numberCount * 2);
            }

            _numbers[_numberCount++] = packed;
            Writings |= 1 << PackedNumber.WritingOf(packed);
        }

        if (!isNorthAmerican || PackedNumber.IsOddlyWritten(packed))
        {
            (isNorthAmerican ? OddlyWritten : OtherNumbers).Add(number);
        }
    }

    private void AddOdd(in OddRow row, long nextLine)
    {
        _odd.Add(row);
        foreach ((RuleInfo rule, RcBatchCsvIssue? issue) in row.Findings?.Items ?? [])
        {
            _described[(int)rule.Severity] += issue is null ? 0 : 1;
        }

        PlainAfter = 0;
        NextLine = nextLine;
    }
}

/// <summary>A row of which there is something to tell, or a blank line.</summary>
/// <param name="PlainBefore">The rows before it of which there is nothing to tell; each has a line of its own.</param>
/// <param name="Line">The physical line on which it begins, from 1.</param>
/// <param name="IsBlank">Whether it is a blank line.</param>
/// <param name="Findings">What the rules found; <see langword="null"/> for nothing.</param>
internal readonly record struct OddRow(int PlainBefore, long Line, bool IsBlank, RowFindings? Findings);

/// <summary>What the rules found in one row.</summary>
/// <param name="Items">Each finding; its issue is <see langword="null"/> where no more are kept.</param>
/// <param name="Raw">The row as it stands in the file, where it has errors and they are asked for.</param>
internal sealed record RowFindings((RuleInfo Rule, RcBatchCsvIssue? Issue)[] Items, byte[]? Raw);

/// <summary>The number of a row.</summary>
/// <param name="Number">As it is written.</param>
/// <param name="Key">What it has in common with its other spellings, see <see cref="PhoneKey"/>.</param>
/// <param name="Line">The physical line on which its row begins.</param>
/// <param name="IsSound">Whether it is written as it must be; else it is what would be left of its spelling.</param>
internal readonly record struct SeenNumber(NumberText Number, ulong Key, long Line, bool IsSound);
