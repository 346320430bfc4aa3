using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Recipients;

namespace RocketComs.PowerShell.Errors;

/// <summary>Turns the exceptions of Core into error records: the one place that gives ids and categories.</summary>
internal static class ErrorRecords
{
    /// <summary>The error record of an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="target">The input that it is about; without one, what the exception itself names.</param>
    /// <param name="place">Which of the piped objects it came with, from 1; 0 where that says nothing.</param>
    public static ErrorRecord Create(RocketComsException exception, object? target, long place = 0)
    {
        (string id, ErrorCategory category) = Classify(exception);
        ErrorRecord record = new(exception, id, category, target ?? TargetOf(exception))
        {
            ErrorDetails = new ErrorDetails(place == 0 ? exception.Message : FormattableString.Invariant($"Piped object {place}: {exception.Message}")) { RecommendedAction = exception.RecommendedAction },
        };

        // It is shown beside the category; the target itself stays as it is.
        record.CategoryInfo.TargetName = ShownText.Of(record.CategoryInfo.TargetName);
        return record;
    }

    private static (string Id, ErrorCategory Category) Classify(RocketComsException exception) => exception switch
    {
        ApiException api => Classify((int)api.StatusCode),
        NotListedException => (ErrorIds.NotFound, ErrorCategory.ObjectNotFound),
        NotConnectedException => (ErrorIds.NotConnected, ErrorCategory.ConnectionError),
        ConfirmationRequiredException => (ErrorIds.ConfirmationRequired, ErrorCategory.InvalidOperation),
        ConnectionClosedException => (ErrorIds.NotConnected, ErrorCategory.ConnectionError),
        InvalidParameterException => (ErrorIds.InvalidParameter, ErrorCategory.InvalidArgument),
        BatchFileException { InnerException: not null } => (ErrorIds.FileNotFound, ErrorCategory.OpenError),
        BatchFileException => (ErrorIds.FileNotFound, ErrorCategory.ObjectNotFound),
        BatchCsvInvalidException or BatchCsvUnusableException or BatchRowException or RecipientCsvInvalidException => (ErrorIds.CsvInvalid, ErrorCategory.InvalidData),
        BatchNotUpdatableException => (ErrorIds.BatchNotUpdatable, ErrorCategory.InvalidOperation),
        AlreadySentException => (ErrorIds.AlreadySent, ErrorCategory.ResourceExists),
        CeilingExceededException => (ErrorIds.CeilingExceeded, ErrorCategory.LimitsExceeded),
        InsecureUriException => (ErrorIds.InsecureUri, ErrorCategory.SecurityError),
        OutcomeUnknownException => (ErrorIds.OutcomeUnknown, ErrorCategory.OperationTimeout),
        RequestTimeoutException => (ErrorIds.Timeout, ErrorCategory.OperationTimeout),
        ConnectionFailedException => (ErrorIds.ConnectionFailed, ErrorCategory.ConnectionError),
        WaitEndedException { TimedOut: true } => (ErrorIds.WaitTimeout, ErrorCategory.OperationTimeout),
        WaitEndedException => (ErrorIds.UnexpectedStatus, ErrorCategory.InvalidResult),
        UnexpectedResponseException => (ErrorIds.UnexpectedResponse, ErrorCategory.ProtocolError),
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception, "An exception without an error id."),
    };

    private static (string Id, ErrorCategory Category) Classify(int statusCode) => statusCode switch
    {
        401 => (ErrorIds.Unauthorized, ErrorCategory.AuthenticationError),
        403 => (ErrorIds.Forbidden, ErrorCategory.PermissionDenied),
        404 => (ErrorIds.NotFound, ErrorCategory.ObjectNotFound),
        408 => (ErrorIds.Timeout, ErrorCategory.OperationTimeout),
        429 => (ErrorIds.RateLimited, ErrorCategory.LimitsExceeded),
        >= 500 => (ErrorIds.ServerError, ErrorCategory.ResourceUnavailable),
        _ => (ErrorIds.BadRequest, ErrorCategory.InvalidArgument),
    };

    private static object? TargetOf(RocketComsException exception) => exception switch
    {
        InvalidParameterException parameter => parameter.Value ?? parameter.ParameterName,
        CeilingExceededException ceiling => ceiling.Limit,
        BatchFileException file => file.Path,
        BatchCsvInvalidException csv => csv.Report?.Path,
        BatchCsvUnusableException csv => csv.Path,
        RecipientCsvInvalidException csv => csv.Path,
        BatchNotUpdatableException batch => batch.BatchId,
        _ => null,
    };
}
