using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>The text that needs the most segments, the first of them: its bytes, which are decoded only when a report shows them.</summary>
internal sealed class DearestText
{
    private byte[] _bytes = [];
    private int _length;

    /// <summary>The segments that it needs; 0 when there is none.</summary>
    public int Segments { get; private set; }

    /// <summary>The physical line on which its row begins.</summary>
    public long Line { get; private set; }

    /// <summary>What measures it when it is asked for; <see langword="null"/> when there is none.</summary>
    public DeferredMeasurement? Measure(MeasureOptions options)
    {
        if (Segments == 0)
        {
            return null;
        }

        // Kept as bytes, and nothing of the check with them.
        byte[] text = _bytes.AsSpan(0, _length).ToArray();
        return new DeferredMeasurement(() => SmsMeasurer.Measure(Utf8Text.Decode(text), options));
    }

    public void Clear() => (Segments, Line, _length) = (0, 0, 0);

    /// <summary>Keeps a text if it needs more segments than the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(int segments, long line, ReadOnlySpan<byte> text)
    {
        if (segments > Segments)
        {
            Keep(segments, line, text);
        }
    }

    /// <summary>Keeps the text of rows that follow if it needs more segments.</summary>
    public void Offer(DearestText other) => Offer(other.Segments, other.Line, other._bytes.AsSpan(0, other._length));

    private void Keep(int segments, long line, ReadOnlySpan<byte> text)
    {
        if (_bytes.Length < text.Length)
        {
            _bytes = new byte[text.Length];
        }

        text.CopyTo(_bytes);
        (Segments, Line, _length) = (segments, line, text.Length);
    }
}
