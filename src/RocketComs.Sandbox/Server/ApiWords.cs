namespace RocketComs.Sandbox.Server;

/// <summary>The words of the API. Message statuses have hyphens where batch statuses have underscores: so do the documentation.</summary>
internal static class ApiWords
{
    public const string Success = "0000";
    public const string Active = "ACTIVE";
    public const string Archived = "ARCHIVED";
    public const string Declined = "DECLINED";
    public const string Deleted = "DELETED";

    public const string Validate = "VALIDATE";
    public const string Schedule = "SCHEDULE";

    public const string CsvFile = "CSV_FILE";
    public const string MessageTemplate = "MESSAGE_TEMPLATE";
    public const string ManualMessage = "MANUAL_MESSAGE_INPUT";

    public const string Created = "CREATED";
    public const string Uploading = "UPLOADING";
    public const string Pending = "PENDING";
    public const string InProcess = "IN_PROCESS";
    public const string Completed = "COMPLETED";
    public const string Error = "ERROR";

    public const string MessagePending = "PENDING";
    public const string MessageInProcess = "IN-PROCESS";
    public const string MessageDelivered = "DELIVERED";
    public const string MessageFailed = "FAILED";
    public const string MessageInvalid = "INVALID-INPUT";
}

/// <summary>The parameters of a create or an update of a batch, in the order of the documentation.</summary>
internal static class ParameterNames
{
    public const string File = "file";
    public const string TemplateId = "messageTemplateId";
    public const string ListIds = "namedRecipientsListIds";
    public const string Message = "message";

    /// <summary>Those that may stand in the query string or in the form.</summary>
    public static IReadOnlyList<string> Scalars { get; } =
        ["externalId", "description", "startDate", "endDate", "startTime", "endTime", "shortlink", "action", "operationType", "campaignId"];

    /// <summary>Those that stand in the form alone.</summary>
    public static IReadOnlyList<string> FormOnly { get; } = [File, TemplateId, ListIds, Message];
}
