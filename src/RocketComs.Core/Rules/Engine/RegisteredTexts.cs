using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What the registration of a campaign says of its texts as a whole. It holds nothing of a row, so several threads may share it.</summary>
internal sealed class RegisteredTexts
{
    private readonly OptOutWords? _optOut;
    private readonly TextLikeness? _samples;

    private RegisteredTexts(RcCampaign campaign)
    {
        string[] samples = TextLikeness.SamplesOf(campaign);
        _optOut = campaign.SubscriberOptout == true ? new OptOutWords(campaign) : null;
        _samples = samples.Length > 0 ? new TextLikeness(samples) : null;
    }

    /// <summary>Gets whether the campaign promises a way to opt out.</summary>
    public bool PromisesOptOut => _optOut is not null;

    /// <summary>Gets whether it has samples.</summary>
    public bool HasSamples => _samples is not null;

    /// <summary>What a campaign says; <see langword="null"/> where it says nothing, or there is none.</summary>
    public static RegisteredTexts? Of(RcCampaign? campaign) =>
        campaign is not null && new RegisteredTexts(campaign) is { } texts && (texts.PromisesOptOut || texts.HasSamples) ? texts : null;

    /// <summary>Notes a text that would be sent.</summary>
    /// <param name="message">The text as the file has it, unquoted, in UTF-8.</param>
    /// <param name="line">The line of its row.</param>
    /// <param name="rows">Where it is counted.</param>
    public void Note(ReadOnlySpan<byte> message, long line, CheckedRows rows)
    {
        string text = LinkFreeText.Of(message);
        TextWords words = rows.Words;
        List<TextWord> found = words.Of(text);
        if (_optOut?.AreIn(text, found) == false)
        {
            rows.WithoutOptOut.Note(message, line);
        }

        if (_samples is not null)
        {
            rows.Profile.Take(text, found, words);
            if (!_samples.IsResembledBy(rows.Profile))
            {
                rows.UnlikeSamples.Note(message, line);
            }
        }
    }
}
