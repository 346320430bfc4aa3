using System.Globalization;
using RocketComs.Core.Http.Content;

namespace RocketComs.Core.Api;

/// <summary>A parameter of the create and update calls.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="IsPart">Whether it is always a multipart part, wherever the scalars travel.</param>
/// <param name="Values">Its values in a draft; none when the user did not set it.</param>
internal sealed record BatchParameter(string Name, bool IsPart, Func<BatchDraft, IEnumerable<string>> Values);

/// <summary>
/// The one table of the parameters of <c>POST /v1/batches</c> and <c>PATCH /v1/batches/{id}</c>. A correction of a name or a
/// place is an edit here.
/// </summary>
/// <remarks>
/// Source: API page "Update a Campaign Batch". The page files the scalars under Query Parameters; the split is the page's own
/// headings as far as they are known.
/// </remarks>
internal static class BatchParameters
{
    /// <summary>The name of the file part.</summary>
    public const string File = "file";

    /// <summary>The name of the parameter on which it depends whether anything is sent and charged.</summary>
    public const string Action = "action";

    /// <summary>Every parameter but the file, in the order in which they are sent.</summary>
    public static readonly IReadOnlyList<BatchParameter> All =
    [
        Scalar("campaignId", draft => draft.CampaignId),
        Scalar("externalId", draft => draft.ExternalId),
        Scalar("description", draft => draft.Description),
        Scalar("startDate", draft => Date(draft.StartDate)),
        Scalar("endDate", draft => Date(draft.EndDate)),
        Scalar("startTime", draft => Time(draft.StartTime)),
        Scalar("endTime", draft => Time(draft.EndTime)),
        Scalar("shortlink", draft => draft.ShortLink is { } isShort ? (isShort ? "true" : "false") : null),
        Scalar(Action, draft => ActionName(draft.Action)),
        Scalar("operationType", draft => OperationName(draft.Operation)),
        Part("messageTemplateId", draft => One(draft.MessageTemplateId)),
        Part("namedRecipientsListIds", draft => draft.RecipientListIds),
        Part("message", draft => One(draft.Message)),
    ];

    /// <summary>The parameters for the query string.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Query(BatchDraft draft, RcParameterPlacement placement) =>
        placement == RcParameterPlacement.Query ? [.. Pairs(draft, parameter => !parameter.IsPart)] : [];

    /// <summary>The multipart body.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="placement">Where the scalars travel.</param>
    /// <param name="sent">Called with the number of bytes just sent.</param>
    public static MultipartFormDataContent Body(BatchDraft draft, RcParameterPlacement placement, Action<long> sent)
    {
        FormBody form = new(sent);
        foreach (KeyValuePair<string, string> pair in Pairs(draft, parameter => parameter.IsPart || placement == RcParameterPlacement.Form))
        {
            form.Add(pair.Key, pair.Value);
        }

        if (draft.File is { } file)
        {
            form.AddCsv(File, file);
        }

        return form.Content;
    }

    /// <summary>The action as the API spells it.</summary>
    public static string ActionName(RcBatchAction action) => action switch
    {
        RcBatchAction.Validate => "VALIDATE",
        RcBatchAction.Schedule => "SCHEDULE",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>The kind of batch as the API spells it.</summary>
    public static string OperationName(BatchOperation operation) => operation switch
    {
        BatchOperation.CsvFile => "CSV_FILE",
        BatchOperation.MessageTemplate => "MESSAGE_TEMPLATE",
        BatchOperation.ManualMessage => "MANUAL_MESSAGE_INPUT",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>A date as <c>yyyy-MM-dd</c>, whatever the user's calendar.</summary>
    public static string? Date(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day as <c>hh:mm</c>.</summary>
    public static string? Time(TimeSpan? time) => time?.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(BatchDraft draft, Func<BatchParameter, bool> isWanted) =>
        All.Where(isWanted).SelectMany(parameter => parameter.Values(draft), (parameter, value) => new KeyValuePair<string, string>(parameter.Name, value));

    private static BatchParameter Scalar(string name, Func<BatchDraft, string?> value) => new(name, IsPart: false, draft => One(value(draft)));

    private static BatchParameter Part(string name, Func<BatchDraft, IEnumerable<string>> values) => new(name, IsPart: true, values);

    private static string[] One(string? value) => value is null ? [] : [value];
}
