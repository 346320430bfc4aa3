using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>Makes the content of a batch out of its parameters, and refuses what the documentation does not allow.</summary>
internal sealed class BatchRules(BatchParameters parameters, OrderedStore<StoredTemplate> templates, RecipientStores recipients, DateTime today)
{
    private const int MaxManualMessage = 160;

    /// <summary>Whether it is to be scheduled: the documented default when the caller does not say.</summary>
    public bool IsScheduled() => Checked.OneOf("action", parameters.Text("action"), ApiWords.Validate, ApiWords.Schedule) != ApiWords.Validate;

    public BatchContent Create()
    {
        string campaignId = Required("campaignId");
        Checked.Id("campaignId", campaignId);
        SeededCampaign campaign = SeededCampaign.GetUsable(campaignId);
        Required("externalId");
        Required("startDate");
        return Update(new BatchContent { CampaignId = campaign.Id });
    }

    /// <summary>Whatever was not sent stays as it is.</summary>
    public BatchContent Update(BatchContent current)
    {
        BatchContent next = current with
        {
            ExternalId = parameters.Text("externalId") ?? current.ExternalId,
            Description = parameters.Text("description") ?? current.Description,
            StartDate = StartDate() ?? current.StartDate,
            EndDate = Checked.Date("endDate", parameters.Text("endDate")) ?? current.EndDate,
            StartTime = Checked.TimeOfDay("startTime", parameters.Text("startTime")) ?? current.StartTime,
            EndTime = Checked.TimeOfDay("endTime", parameters.Text("endTime")) ?? current.EndTime,
            ShortLink = parameters.Text("shortlink") is { } shortLink ? Checked.Flag("shortlink", shortLink) : current.ShortLink,
            OperationType = Checked.OneOf(
                "operationType", parameters.Text("operationType"), ApiWords.CsvFile, ApiWords.MessageTemplate, ApiWords.ManualMessage) ?? current.OperationType,
            MessageTemplateId = TemplateId() ?? current.MessageTemplateId,
            RecipientListIds = parameters.ListIdTexts is { } texts ? RecipientListIds.Parse(texts, recipients.Lists) : current.RecipientListIds,
            Message = Message() ?? current.Message,
        };
        if (next.EndDate < next.StartDate)
        {
            throw Refusal.BadRequest($"endDate {ApiFormat.Date(next.EndDate.Value)} must not be before startDate {ApiFormat.Date(next.StartDate)}");
        }

        // Last, because it is the only check that takes time.
        next = parameters.FileContent is { } file ? next with { File = CsvInspection.Of(file) } : next;
        RequireWhatTheTypeNeeds(next);
        return WithTexts(next);
    }

    private static void RequireWhatTheTypeNeeds(BatchContent content)
    {
        string? missing = content.OperationType switch
        {
            ApiWords.CsvFile => content.File is null ? ParameterNames.File : null,
            ApiWords.MessageTemplate when content.MessageTemplateId is null => ParameterNames.TemplateId,
            ApiWords.ManualMessage when content.Message is null => ParameterNames.Message,
            _ => content.RecipientListIds.Count == 0 ? ParameterNames.ListIds : null,
        };
        if (missing is not null)
        {
            throw Refusal.BadRequest($"{missing} is required when operationType is {content.OperationType}");
        }
    }

    private BatchContent WithTexts(BatchContent content) => content.IsFile ? content : content with
    {
        // Checked even when the batch keeps its template: it may have been archived since.
        TemplateText = content.OperationType == ApiWords.MessageTemplate ? Template(content.MessageTemplateId!).Message : null,
        ListNumbers = recipients.NumbersOf(content.RecipientListIds),
    };

    private string Required(string name) =>
        parameters.Text(name) is { } text && text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{name} is required");

    private DateTime? StartDate()
    {
        DateTime? date = Checked.Date("startDate", parameters.Text("startDate"));
        return date is null || date >= today ? date : throw Refusal.BadRequest($"startDate {ApiFormat.Date(date.Value)} must not be in the past");
    }

    private string? TemplateId() =>
        Checked.Id(ParameterNames.TemplateId, parameters.Text(ParameterNames.TemplateId)) is { } id ? Template(ApiFormat.Id(id)).Id : null;

    private StoredTemplate Template(string id)
    {
        StoredTemplate template = templates.Find(id) ?? throw Refusal.BadRequest($"{ParameterNames.TemplateId}: message template {id} does not exist");
        return template.IsUsable ? template : throw Refusal.BadRequest($"{ParameterNames.TemplateId}: message template {id} is {template.Status}");
    }

    private string? Message()
    {
        string? text = parameters.Text(ParameterNames.Message);
        if (text is { Length: > MaxManualMessage })
        {
            throw Refusal.BadRequest($"{ParameterNames.Message} must not be longer than {MaxManualMessage} characters, but has {text.Length}");
        }

        return text is null || text.Trim().Length > 0 ? text : throw Refusal.BadRequest($"{ParameterNames.Message} must not be blank");
    }
}
