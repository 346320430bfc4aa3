using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Repair;

/// <summary>Writes a repaired copy of a batch file: what cannot change meaning is repaired, the rest is set aside.</summary>
/// <remarks>
/// The check has the last word: what was written is checked before it takes its place. If that shows rows that repair does not save, or
/// numbers that come again, the rows are read and repaired once more, written without what does not belong there, and checked again.
/// </remarks>
public static class BatchCsvRepairer
{
    /// <summary>Repairs a file.</summary>
    /// <param name="source">The file; it is never changed.</param>
    /// <param name="options">Where to, and how.</param>
    /// <param name="cancellationToken">Stops the repair between two rows; what stood at the places before stays.</param>
    /// <returns>What was repaired and what was left out.</returns>
    /// <exception cref="InvalidParameterException">A place is the file itself, a folder, the other place, or taken; or an opt-out is no number.</exception>
    /// <exception cref="BatchFileException">A file cannot be opened or written.</exception>
    /// <exception cref="BatchCsvUnusableException">The file cannot be read, or no row of it is left; the rows set aside are then written all the same.</exception>
    /// <exception cref="BatchCsvInvalidException">The file has changed since it was first looked at.</exception>
    public static RcBatchCsvRepair Repair(BatchSource source, RepairOptions options, CancellationToken cancellationToken)
    {
        RepairPaths.Require(source, options);
        SourceFormat format = SourceFormat.Detect(source);
        RequireReadable(source, format.Encoding);
        return new RepairRun(source, format, options, cancellationToken).Repair();
    }

    private static void RequireReadable(BatchSource source, TextEncoding encoding)
    {
        if (!TextEncodings.IsReadable(encoding))
        {
            throw new BatchCsvUnusableException(
                source.Path,
                $"'{source.Path}' looks like {TextEncodings.Name(encoding)}, which cannot be told for sure or cannot be sent. Nothing was written.",
                "Save the file as UTF-8 (in Excel: 'CSV UTF-8').");
        }

        if (Utf16Text.FindInvalid(source, encoding) is { } place)
        {
            throw new BatchCsvUnusableException(
                source.Path,
                FormattableString.Invariant($"The bytes at offset {place.Offset}, on line {place.Line}, of '{source.Path}' are not UTF-16. Nothing was written."),
                "Save the file again as UTF-8; what cannot be read would be sent garbled.");
        }
    }
}

/// <summary>How a batch file is repaired.</summary>
public sealed record RepairOptions
{
    /// <summary>Gets the full path of the repaired file.</summary>
    public required string Destination { get; init; }

    /// <summary>Gets the full path for the rows that are set aside, as they stood. Nothing is written when there are none.</summary>
    /// <value>The default is nowhere.</value>
    public string? RejectedPath { get; init; }

    /// <summary>Gets whether typographic characters in texts are replaced by those of the GSM alphabet.</summary>
    public bool Transliterate { get; init; }

    /// <summary>Gets whether files at the places are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets whether nothing is written: all is read, and the result is what it would be.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the region whose numbering plan the numbers without a country code follow (ISO 3166-1, two letters).</summary>
    /// <value>The default is <c>US</c>.</value>
    public string DefaultRegion { get; init; } = Numbers.NumberingPlan.DefaultRegion;

    /// <summary>Gets the numbers that must not be sent to, in any spelling; rows with one of them are set aside.</summary>
    /// <value>The default is none; an entry that is no number is refused.</value>
    public IReadOnlyCollection<string> OptOutNumbers { get; init; } = [];

    /// <summary>Gets a listener to the progress, as bytes of the file, called every few thousand rows.</summary>
    /// <value>The default is none.</value>
    public Action<long>? OnProgress { get; init; }
}
