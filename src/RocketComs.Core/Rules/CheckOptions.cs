using RocketComs.Core.Csv;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>How a batch file is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Gets how texts are counted and priced.</summary>
    /// <value>The default counts URLs as they stand and knows no price.</value>
    public MeasureOptions Measure { get; init; } = new();

    /// <summary>Gets how many issues a report keeps; all are counted.</summary>
    /// <value>The default is 1000.</value>
    public int MaxIssue { get; init; } = 1000;

    /// <summary>Gets the segments that a text may need before RC105 warns.</summary>
    /// <value>The default is 1.</value>
    public int MaxSegment { get; init; } = 1;

    /// <summary>Gets the numbers that must not be sent to, in any spelling.</summary>
    /// <value>The default is none; an entry that is no number is refused with <see cref="Errors.InvalidParameterException"/>.</value>
    public IReadOnlyCollection<string> OptOutNumbers { get; init; } = [];

    /// <summary>Gets the region whose numbering plan the numbers without a country code follow (ISO 3166-1, two letters).</summary>
    /// <value>The default is <c>US</c>; one that has no numbering plan is refused with <see cref="Errors.InvalidParameterException"/>.</value>
    public string DefaultRegion { get; init; } = Numbers.NumberingPlan.DefaultRegion;

    /// <summary>Gets the campaign whose registration the texts are held against; what it does not say is not asked for.</summary>
    /// <value>The default is none.</value>
    public RcCampaign? Campaign { get; init; }

    /// <summary>Gets the rules that nothing is to be heard of; see <see cref="RuleSelection"/>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyCollection<RuleInfo> ExcludedRules { get; init; } = [];

    /// <summary>Gets what gives the place for the raw rows with errors, asked when there are some; the caller closes it.</summary>
    /// <value>The default is nowhere.</value>
    public Func<Stream>? Rejected { get; init; }

    /// <summary>Gets a listener to every issue, in the order of the file, without a cap.</summary>
    /// <value>The default is none.</value>
    public Action<RcBatchCsvIssue>? OnIssue { get; init; }

    /// <summary>Gets a listener to the bytes read so far, called every few thousand rows.</summary>
    /// <value>The default is none.</value>
    public Action<long>? OnProgress { get; init; }

    /// <summary>Gets a listener to what the sound rows say to whom, added up by <see cref="RowContent"/>; called at the end.</summary>
    /// <value>The default is none.</value>
    internal Action<ulong>? OnContent { get; init; }

    /// <summary>Gets the bytes that a record may have before it is taken for the work of a quote that is never closed.</summary>
    /// <value>The default is 4 MB: no text is that long, and the memory of a check stays bounded.</value>
    internal int MostRecordBytes { get; init; } = BatchCsvFormat.MostRecordBytes;

    /// <summary>Gets how many threads check rows.</summary>
    /// <value>The default is one a processor, four at most: they check as fast as one thread can add up, and each holds rows in memory.</value>
    internal int Threads { get; init; } = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>Gets the bytes that one thread checks at a time; files shorter than that are checked by one.</summary>
    /// <value>The default is 256 KB: with what is read of it, it stays in the cache of a core.</value>
    internal int PieceBytes { get; init; } = 256 * 1024;

    /// <summary>Gets whether records that leave no doubt are cut without a parser.</summary>
    /// <value>The default is <see langword="true"/>; tests hold it against what the parser makes of the same file.</value>
    internal bool CutsRecords { get; init; } = true;
}
