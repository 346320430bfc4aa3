namespace RocketComs.PowerShell.Errors;

/// <summary>The ids of the module's errors: stable, for <c>catch</c> and <c>-ErrorVariable</c>.</summary>
internal static class ErrorIds
{
    public const string NotConnected = "RcNotConnected";
    public const string Unauthorized = "RcUnauthorized";
    public const string Forbidden = "RcForbidden";
    public const string NotFound = "RcNotFound";
    public const string BadRequest = "RcBadRequest";
    public const string RateLimited = "RcRateLimited";
    public const string ServerError = "RcServerError";
    public const string UnexpectedResponse = "RcUnexpectedResponse";
    public const string ConnectionFailed = "RcConnectionFailed";
    public const string Timeout = "RcTimeout";
    public const string OutcomeUnknown = "RcOutcomeUnknown";
    public const string BatchNotUpdatable = "RcBatchNotUpdatable";
    public const string CsvInvalid = "RcCsvInvalid";
    public const string FileNotFound = "RcFileNotFound";
    public const string ConfirmationRequired = "RcConfirmationRequired";
    public const string InvalidParameter = "RcInvalidParameter";
    public const string WaitTimeout = "RcWaitTimeout";
    public const string UnexpectedStatus = "RcUnexpectedStatus";
    public const string AlreadySent = "RcAlreadySent";
    public const string CeilingExceeded = "RcCeilingExceeded";
    public const string InsecureUri = "RcInsecureUri";
}
