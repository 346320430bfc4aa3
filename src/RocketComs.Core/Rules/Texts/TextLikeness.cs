namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Tells texts that resemble one of the registered samples from those that have little in common with any: by the beginnings of their words. Names,
/// numbers, links, placeholders and the words that every text has do not count. See docs/rules.md, RC119.
/// </summary>
internal sealed class TextLikeness
{
    // Of the words of both texts, the shared ones: the cosine of the angle between them.
    private const double LeastShared = 1.0 / 3;

    private readonly TextProfile[] _samples;

    /// <param name="samples">The samples.</param>
    public TextLikeness(IEnumerable<string> samples) => _samples = [.. samples.Select(Profile)];

    /// <summary>The registered samples of a campaign that say something.</summary>
    public static string[] SamplesOf(RcCampaign campaign) =>
        [.. new[] { campaign.Sample1, campaign.Sample2, campaign.Sample3, campaign.Sample4, campaign.Sample5 }.Where(sample => !string.IsNullOrWhiteSpace(sample)).Select(sample => sample!)];

    /// <summary>Whether a text resembles a sample. One without a word that counts cannot be told from any.</summary>
    /// <param name="profile">What the text is known by.</param>
    public bool IsResembledBy(TextProfile profile)
    {
        foreach (TextProfile sample in _samples)
        {
            if (sample.IsEmpty || profile.SharedWith(sample) >= LeastShared)
            {
                return true;
            }
        }

        return profile.IsEmpty;
    }

    private static TextProfile Profile(string sample)
    {
        TextProfile profile = new();
        string text = LinkFreeText.Of(System.Text.Encoding.UTF8.GetBytes(sample));
        TextWords words = new();
        profile.Take(text, words.Of(text), words);
        return profile;
    }
}
