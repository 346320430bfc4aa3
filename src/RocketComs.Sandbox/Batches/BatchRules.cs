using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>Makes the content of a batch out of its parameters, and refuses what the documents do not allow.</summary>
internal sealed class BatchRules
{
    private const int MaxManualMessage = 160;

    private readonly BatchParameters _parameters;
    private readonly SandboxStores _stores;
    private readonly DateTime _today;

    public BatchRules(BatchParameters parameters, SandboxStores stores, DateTime today)
    {
        _parameters = parameters;
        _stores = stores;
        _today = today;
    }

    /// <summary>Whether it is to be scheduled. Mind the documented default: it is, when the caller does not say.</summary>
    public bool IsScheduled() => OneOf("action", ApiWords.Schedule, ApiWords.Validate, ApiWords.Schedule) == ApiWords.Schedule;

    public BatchContent Create()
    {
        string campaignId = Required("campaignId");
        SeededCampaign campaign = Seed.Campaign(Id("campaignId", campaignId)) ?? throw Refusal.BadRequest($"campaignId: campaign {campaignId} does not exist");
        if (!campaign.IsUsable)
        {
            throw Refusal.BadRequest($"campaignId: campaign {campaignId} is {campaign.Status}, not {ApiWords.Active}");
        }

        Required("externalId");
        Required("startDate");
        return Update(new BatchContent { CampaignId = campaign.Id });
    }

    /// <summary>What was not sent stays as it is.</summary>
    public BatchContent Update(BatchContent current)
    {
        BatchContent next = current with
        {
            ExternalId = _parameters.Text("externalId") ?? current.ExternalId,
            Description = _parameters.Text("description") ?? current.Description,
            StartDate = StartDate() ?? current.StartDate,
            EndDate = Date("endDate") ?? current.EndDate,
            StartTime = TimeOfDay("startTime") ?? current.StartTime,
            EndTime = TimeOfDay("endTime") ?? current.EndTime,
            ShortLink = OneOf("shortlink", current.ShortLink ? "true" : "false", "true", "false") == "true",
            OperationType = OneOf("operationType", current.OperationType, ApiWords.CsvFile, ApiWords.MessageTemplate, ApiWords.ManualMessage),
            MessageTemplateId = TemplateId() ?? current.MessageTemplateId,
            RecipientListIds = _parameters.ListIdTexts is { } texts ? RecipientListIds.Parse(texts, _stores.Lists) : current.RecipientListIds,
            Message = Message() ?? current.Message,
        };
        if (next.EndDate < next.StartDate)
        {
            throw Refusal.BadRequest($"endDate {WireFormat.Date(next.EndDate.Value)} must not be before startDate {WireFormat.Date(next.StartDate)}");
        }

        // Last, because it is the only check that takes time.
        next = _parameters.FileContent is { } file ? next with { File = CsvInspection.Of(file) } : next;
        RequireWhatTheTypeNeeds(next);
        return WithTexts(next);
    }

    private static void RequireWhatTheTypeNeeds(BatchContent content)
    {
        string? missing = content.OperationType switch
        {
            ApiWords.CsvFile => content.File is null ? BatchParameters.File : null,
            ApiWords.MessageTemplate when content.MessageTemplateId is null => BatchParameters.TemplateId,
            ApiWords.ManualMessage when content.Message is null => BatchParameters.Message,
            _ => content.RecipientListIds.Count == 0 ? BatchParameters.ListIds : null,
        };
        if (missing is not null)
        {
            throw Refusal.BadRequest($"{missing} is required when operationType is {content.OperationType}");
        }
    }

    private BatchContent WithTexts(BatchContent content) => content.IsFile ? content : content with
    {
        // Also the template that the batch has had: it may have been archived since.
        TemplateText = content.OperationType == ApiWords.MessageTemplate ? Template(content.MessageTemplateId!).Message : null,
        ListNumbers = _stores.NumbersOf(content.RecipientListIds),
    };

    private static string Id(string name, string text) =>
        WireFormat.TryId(text, out Guid id) ? WireFormat.Id(id) : throw Refusal.BadRequest($"{name} must be a UUID, not '{text}'");

    private string Required(string name) =>
        _parameters.Text(name) is { } text && text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{name} is required");

    private string OneOf(string name, string otherwise, params string[] allowed)
    {
        string text = _parameters.Text(name) ?? otherwise;
        return Array.IndexOf(allowed, text) >= 0 ? text : throw Refusal.BadRequest($"{name} must be one of {string.Join(", ", allowed)}, not '{text}'");
    }

    private DateTime? Date(string name)
    {
        if (_parameters.Text(name) is not { } text)
        {
            return null;
        }

        return WireFormat.TryDate(text, out DateTime date) ? date : throw Refusal.BadRequest($"{name} must be a date as YYYY-MM-DD, not '{text}'");
    }

    private DateTime? StartDate()
    {
        DateTime? date = Date("startDate");
        return date is null || date >= _today ? date : throw Refusal.BadRequest($"startDate {WireFormat.Date(date.Value)} must not be in the past");
    }

    private TimeSpan? TimeOfDay(string name)
    {
        if (_parameters.Text(name) is not { } text)
        {
            return null;
        }

        return WireFormat.TryTimeOfDay(text, out TimeSpan time) ? time : throw Refusal.BadRequest($"{name} must be a time as hh:mm, not '{text}'");
    }

    private string? TemplateId()
    {
        return _parameters.Text(BatchParameters.TemplateId) is { } text ? Template(Id(BatchParameters.TemplateId, text)).Id : null;
    }

    private StoredTemplate Template(string id)
    {
        StoredTemplate template = _stores.Templates.Find(id) ?? throw Refusal.BadRequest($"{BatchParameters.TemplateId}: message template {id} does not exist");
        return template.IsUsable ? template : throw Refusal.BadRequest($"{BatchParameters.TemplateId}: message template {id} is {template.Status}");
    }

    private string? Message()
    {
        string? text = _parameters.Text(BatchParameters.Message);
        if (text is { Length: > MaxManualMessage })
        {
            throw Refusal.BadRequest($"{BatchParameters.Message} must not be longer than {MaxManualMessage} characters, but has {text.Length}");
        }

        return text is null || text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{BatchParameters.Message} must not be blank");
    }
}
