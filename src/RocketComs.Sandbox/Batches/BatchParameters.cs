using System.Text.Json;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The parameters of a create or an update as they were sent, each from the place where it may stand.</summary>
internal sealed class BatchParameters
{
    private const string Description = "description";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _listIds = [];
    private HashSet<string> _inQuery = [];

    private BatchParameters()
    {
    }

    /// <summary>The uploaded file; <see langword="null"/> when there is none.</summary>
    public byte[]? FileContent { get; private set; }

    /// <summary>The values of <c>namedRecipientsListIds</c>, one a part; <see langword="null"/> when there is none.</summary>
    public IReadOnlyList<string>? ListIdTexts => _listIds.Count == 0 ? null : _listIds;

    /// <summary>Reads the parameters; without a placement the scalar ones may stand in the query string and in the form.</summary>
    public static BatchParameters Read(RcSandboxRequest request, RcParameterPlacement? placement)
    {
        if (!request.HasContentType(MultipartForm.MediaType))
        {
            throw Refusal.BadRequest("Content-Type must be multipart/form-data");
        }

        BatchParameters parameters = new();
        foreach (KeyValuePair<string, string> pair in request.Query)
        {
            if (ParameterNames.FormOnly.Contains(pair.Key))
            {
                throw Refusal.BadRequest($"{pair.Key} must be a part of the body, not a query parameter");
            }

            parameters.AddScalar(pair.Key, pair.Value, placement != RcParameterPlacement.Form, "query string");
        }

        parameters._inQuery = [.. parameters._texts.Keys];

        foreach (RcSandboxPart part in request.Parts)
        {
            parameters.AddPart(part, placement);
        }

        return parameters;
    }

    /// <summary>The text of a parameter; <see langword="null"/> when it was not sent.</summary>
    public string? Text(string name) => _texts.TryGetValue(name, out string? text) ? text : null;

    private void AddPart(RcSandboxPart part, RcParameterPlacement? placement)
    {
        switch (part.Name)
        {
            case ParameterNames.File when FileContent is not null:
                throw Refusal.BadRequest($"{ParameterNames.File} must not be given more than once");
            case ParameterNames.File:
                FileContent = part.Content;
                break;
            case ParameterNames.ListIds:
                _listIds.Add(part.Text);
                break;
            case ParameterNames.TemplateId or ParameterNames.Message:
                AddText(part.Name, part.Text);
                break;
            default:
                AddScalar(part.Name, part.Text, placement != RcParameterPlacement.Query, "form");
                break;
        }
    }

    private void AddScalar(string name, string text, bool isAllowed, string place)
    {
        // Unknown names are ignored, as web frameworks do.
        if (!ParameterNames.Scalars.Contains(name))
        {
            return;
        }

        if (!isAllowed)
        {
            throw Refusal.BadRequest($"{name} must not be in the {place}");
        }

        // In both places is no contradiction where both say the same; a description decides nothing, and then the query has the last word.
        if (!(_inQuery.Remove(name) && (_texts[name] == text || name == Description)))
        {
            AddText(name, text);
        }
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

/// <summary>Reads <c>namedRecipientsListIds</c>, in any of the ways in which a form can carry an array.</summary>
internal static class RecipientListIds
{
    private static readonly char[] s_comma = [','];

    public static IReadOnlyList<string> Parse(IReadOnlyList<string> texts, OrderedStore<StoredList> lists)
    {
        string[] ids = [.. texts.SelectMany(Split)];
        foreach (string id in ids)
        {
            if (!ApiFormat.TryId(id, out _))
            {
                throw Refusal.BadRequest($"{ParameterNames.ListIds} must be UUIDs, not '{id}'");
            }

            if (lists.Find(id) is null)
            {
                throw Refusal.BadRequest($"{ParameterNames.ListIds}: recipient list {id} does not exist");
            }
        }

        return [.. ids.Select(id => lists.Get(id).Id)];
    }

    private static IEnumerable<string> Split(string text) =>
        text.TrimStart().StartsWith("[", StringComparison.Ordinal)
            ? ParseArray(text)
            : text.Split(s_comma, StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim()).Where(id => id.Length > 0);

    private static IEnumerable<string> ParseArray(string text)
    {
        try
        {
            return [.. JsonNode.Parse(text)!.AsArray().Select(node => node?.ToString() ?? string.Empty)];
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest($"{ParameterNames.ListIds} is not a JSON array");
        }
    }
}
