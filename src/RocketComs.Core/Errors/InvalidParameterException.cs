namespace RocketComs.Core.Errors;

/// <summary>A value that the platform would refuse, refused before any request.</summary>
/// <param name="parameterName">The parameter, without a dash.</param>
/// <param name="value">What was given.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="recommendedAction">What to give instead.</param>
public sealed class InvalidParameterException(string parameterName, object? value, string message, string recommendedAction) : RocketComsException(message, recommendedAction)
{
    /// <summary>What finds a batch.</summary>
    public const string BatchFinder = "Get-RcBatch -ExternalId";

    /// <summary>What finds a campaign by its name.</summary>
    public const string CampaignFinder = "Get-RcCampaign -Name";

    /// <summary>What finds a message template by its name.</summary>
    public const string TemplateFinder = "Get-RcMessageTemplate -Name";

    /// <summary>What finds a recipient list by its name.</summary>
    public const string ListFinder = "Get-RcRecipientList -Name";

    private const int UuidLength = 36;

    private static readonly Dictionary<string, string> s_finders = new(StringComparer.Ordinal)
    {
        ["BatchId"] = BatchFinder,
        ["CampaignId"] = CampaignFinder,
        ["MessageTemplateId"] = TemplateFinder,
        ["RecipientListId"] = ListFinder,
    };

    /// <summary>Gets the parameter, without a dash.</summary>
    public string ParameterName { get; } = parameterName;

    /// <summary>Gets what was given.</summary>
    public object? Value { get; } = value;

    /// <summary>Refuses an id that is not a UUID; a name is one, and the advice is how to find the id by it.</summary>
    /// <param name="parameterName">The parameter, without a dash.</param>
    /// <param name="id">The id; <see langword="null"/> was not given.</param>
    /// <param name="finder">The command that finds an id by a name, where the parameter does not tell of what it is.</param>
    /// <exception cref="InvalidParameterException">It is something else.</exception>
    public static void ThrowIfNotUuid(string parameterName, string? id, string? finder = null)
    {
        // The length as well: blanks around an id would be parsed away, and sent.
        if (id is not null && (id.Length != UuidLength || !Guid.TryParseExact(id, "D", out _)))
        {
            finder ??= s_finders.TryGetValue(parameterName, out string? known) ? known : null;
            throw new InvalidParameterException(
                parameterName,
                id,
                $"-{parameterName} '{id}' is not a UUID.",
                "Give an id such as 32df8770-ee48-46e7-a8c7-9ec478883076, or the object that has it" + (finder is null ? "." : $"; '{finder}' finds it."));
        }
    }
}
