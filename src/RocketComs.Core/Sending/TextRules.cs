using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>What names and texts must be before they are sent to the platform to stay there.</summary>
public static class TextRules
{
    /// <summary>Refuses a text that says nothing, or that no encoding has bytes for.</summary>
    /// <param name="parameterName">The parameter, without a dash.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidParameterException">It is blank, or holds half a character.</exception>
    public static void Require(string parameterName, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidParameterException(parameterName, text, $"-{parameterName} is blank.", "Give a text with something to read in it.");
        }

        LoneSurrogate.Refuse(parameterName, text!);
    }

    /// <summary>What the text of a template can be meant to be, but is worth a word before every batch of it says so.</summary>
    /// <param name="message">The text.</param>
    public static IEnumerable<string> Doubts(string message)
    {
        if (FirstPlaceholder(message) is { } placeholder)
        {
            yield return $"The text holds the placeholder {placeholder}. RocketCOMS documents no variables in templates: recipients would read it as it stands.";
        }

        if (message.IndexOfAny(['\r', '\n']) >= 0)
        {
            yield return @"The text holds a real line break and is sent as written. The documented way to write one is the two characters \n.";
        }

        RcSmsMeasurement measured = SmsMeasurer.Measure(message, new MeasureOptions());
        if (measured.SegmentCount > SmsMeasurer.MaximumSegments)
        {
            yield return $"The text needs {measured.SegmentCount} segments; no phone network takes a message of more than {SmsMeasurer.MaximumSegments}.";
        }
        else if (measured.SegmentCount > 1)
        {
            yield return SegmentDoubt.Of(measured);
        }
    }

    /// <summary>Says what a text needs on the air: "Gsm7, 33 units, 1 segment of 160".</summary>
    /// <param name="message">The text.</param>
    public static string Describe(string message)
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(message, new MeasureOptions());
        return FormattableString.Invariant($"{measured.Encoding}, {measured.Units} units, {measured.SegmentCount} {(measured.SegmentCount == 1 ? "segment" : "segments")} of {measured.SegmentCapacity}");
    }

    private static string? FirstPlaceholder(string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(message);
        PlaceholderSearch search = new(text);
        return search.MoveNext() ? Encoding.UTF8.GetString(text, search.Start, search.Length) : null;
    }
}
