using System.Text;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>By what a single message is known when it comes again: the same text to the same number, however that is written, also as a row of a batch.</summary>
internal sealed class MessageContent
{
    // As the checks read a number: without a country code it is North American.
    private readonly AssignableNumbers _numbers = new(NumberingPlan.DefaultRegion);

    /// <summary>The hashes of a message.</summary>
    /// <param name="number">The number, in any spelling.</param>
    /// <param name="message">The text.</param>
    public (string ContentHash, string RowsHash) Of(string number, string message)
    {
        ulong key = _numbers.KeyOf(PhoneCell.Read(number).Number);
        string text = LineBreakEscape.Escape(message);
        return (BatchIntent.HashOf([PhoneKey.ToText(key), text]), RowContent.ToText(RowContent.Of(key, Encoding.UTF8.GetBytes(text))));
    }
}
