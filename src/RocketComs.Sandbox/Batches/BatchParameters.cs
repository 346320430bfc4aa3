using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The parameters of a create or an update as they were sent, each from the place where it may stand.</summary>
internal sealed class BatchParameters
{
    public const string File = "file";
    public const string TemplateId = "messageTemplateId";
    public const string ListIds = "namedRecipientsListIds";
    public const string Message = "message";

    private static readonly HashSet<string> s_scalars = new(StringComparer.Ordinal)
    {
        "externalId", "description", "startDate", "endDate", "startTime", "endTime", "shortlink", "action", "operationType", "campaignId",
    };

    private static readonly HashSet<string> s_bodyOnly = new(StringComparer.Ordinal) { File, TemplateId, ListIds, Message };

    // What a batch is for and what it is made of: without them there is nothing to be accepted.
    private static readonly HashSet<string> s_essential = new(StringComparer.Ordinal) { "campaignId", "operationType" };

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _listIds = [];

    private BatchParameters()
    {
    }

    /// <summary>Gets the names of the parameters that can be ignored, for a message.</summary>
    public static string IgnorableNames => string.Join(", ", s_scalars.Concat(s_bodyOnly).Where(CanBeIgnored));

    /// <summary>Gets the uploaded file; <see langword="null"/> when there is none.</summary>
    public byte[]? FileContent { get; private set; }

    /// <summary>Gets the values of <c>namedRecipientsListIds</c>, one a part; <see langword="null"/> when there is none.</summary>
    public IReadOnlyList<string>? ListIdTexts => _listIds.Count == 0 ? null : _listIds;

    /// <summary>Whether a sandbox can be told to ignore a parameter.</summary>
    public static bool CanBeIgnored(string? name) => name is not (null or "campaignId") && (s_scalars.Contains(name) || s_bodyOnly.Contains(name));

    /// <summary>Whether a sandbox that is told to ignore parameters without saying which ignores this one.</summary>
    public static bool IsIgnoredByDefault(string name) => s_scalars.Contains(name) && !s_essential.Contains(name);

    public static BatchParameters Read(RcSandboxRequest request, SandboxPlacement placement)
    {
        if (!request.Headers.TryGetValue("Content-Type", out string? contentType) || !MultipartForm.Is(contentType))
        {
            throw Refusal.BadRequest("Content-Type must be multipart/form-data");
        }

        BatchParameters parameters = new();
        foreach (KeyValuePair<string, string> pair in request.Query)
        {
            if (s_bodyOnly.Contains(pair.Key))
            {
                throw Refusal.BadRequest($"{pair.Key} must be a part of the body, not a query parameter");
            }

            parameters.AddScalar(pair.Key, pair.Value, placement != SandboxPlacement.Form, "query string");
        }

        foreach (RcSandboxPart part in request.Parts)
        {
            parameters.AddPart(part, placement);
        }

        return parameters;
    }

    /// <summary>The text of a parameter; <see langword="null"/> when it was not sent.</summary>
    public string? Text(string name) => _texts.TryGetValue(name, out string? text) ? text : null;

    private void AddPart(RcSandboxPart part, SandboxPlacement placement)
    {
        switch (part.Name)
        {
            case File when FileContent is not null:
                throw Refusal.BadRequest($"{File} must not be given more than once");
            case File:
                FileContent = part.Content;
                break;
            case ListIds:
                _listIds.Add(part.Text);
                break;
            case TemplateId or Message:
                AddText(part.Name, part.Text);
                break;
            default:
                AddScalar(part.Name, part.Text, placement != SandboxPlacement.Query, "form");
                break;
        }
    }

    private void AddScalar(string name, string text, bool isAllowed, string place)
    {
        // A name that is no parameter at all is passed over, as web frameworks do.
        if (!s_scalars.Contains(name))
        {
            return;
        }

        if (!isAllowed)
        {
            throw Refusal.BadRequest($"{name} must not be in the {place}");
        }

        AddText(name, text);
    }

    private void AddText(string name, string text)
    {
        if (_texts.ContainsKey(name))
        {
            throw Refusal.BadRequest($"{name} must not be given more than once");
        }

        _texts.Add(name, text);
    }
}
