using System;
using RocketComs.Core.Csv;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>Counts the segments of the texts that would be sent, and remarks on long ones.</summary>
internal sealed class MessageTally
{
    private readonly CheckOptions _options;
    private char[] _buffer = new char[1024];

    /// <summary>Initializes an empty tally.</summary>
    public MessageTally(CheckOptions options) => _options = options;

    /// <summary>Gets the segments so far.</summary>
    public long Segments { get; private set; }

    /// <summary>Gets the GSM-7 texts so far.</summary>
    public long Gsm7Rows { get; private set; }

    /// <summary>Gets the UCS-2 texts so far.</summary>
    public long Ucs2Rows { get; private set; }

    /// <summary>Adds the text of a row without errors.</summary>
    public void Add(in CsvRow row, IssueSink issues)
    {
        SegmentCount count = Count(row.Message);
        Segments += count.Segments;
        Gsm7Rows += count.Encoding == RcSmsEncoding.Gsm7 ? 1 : 0;
        Ucs2Rows += count.Encoding == RcSmsEncoding.Ucs2 ? 1 : 0;
        if (count.Segments > _options.MaxSegment)
        {
            issues.Report(RuleSet.Segments, row.LineOfField(1), row.Row, 1, row.Message, _ => (
                $"The text needs {count.Segments} segments ({count.Units} {(count.Encoding == RcSmsEncoding.Gsm7 ? "septets" : "UCS-2 units")}); each is charged as one message.",
                "Shorten it, or see with Measure-RcSmsSegment which characters cost more."));
        }
    }

    private SegmentCount Count(ReadOnlySpan<byte> message)
    {
        // UTF-8 never has fewer bytes than UTF-16 has units.
        if (_buffer.Length < message.Length)
        {
            _buffer = new char[message.Length];
        }

        int length = Utf8Text.Decode(message, _buffer);
        length = LineBreakEscape.UnescapeInPlace(_buffer.AsSpan(0, length));
        ReadOnlySpan<char> text = _buffer.AsSpan(0, length);
        if (_options.Measure.ShortLink && UrlFinder.MayHoldUrl(text))
        {
            text = UrlFinder.Shorten(text.ToString(), _options.Measure.ShortLinkLength).AsSpan();
        }

        return SegmentCounter.Count(text, _options.Measure.Concatenation);
    }
}
