namespace RocketComs;

/// <summary>
/// How the sandbox reads the documentation where that contradicts itself or says nothing, other than this module does: for
/// <c>Start-RcSandbox -Contradict</c>. <c>Test-RcAccount</c> finds each of them out.
/// </summary>
public enum RcSandboxReading : long
{
    /// <summary>Pages are counted from 1; page 0 is the first, too.</summary>
    PagesFromOne,

    /// <summary>Whichever page is asked for, the first comes.</summary>
    PageIgnored,

    /// <summary>A page has ten items, whatever was asked for.</summary>
    PageSizeIgnored,

    /// <summary>A page has one item at most, whatever was asked for.</summary>
    PageSizeCapped,

    /// <summary><c>total</c> counts pages.</summary>
    TotalOfPages,

    /// <summary><c>total</c> counts the items of the page.</summary>
    TotalOfPage,

    /// <summary>No answer has an envelope.</summary>
    NoEnvelope,

    /// <summary>The envelope has other fields: <c>code</c> and <c>data</c>.</summary>
    OtherEnvelope,

    /// <summary>Lists are arrays, without <c>content</c> and without a count.</summary>
    ArrayLists,

    /// <summary>Opt-outs come in pages.</summary>
    OptOutsInPages,

    /// <summary>Moments have no time zone.</summary>
    MomentsWithoutZone,

    /// <summary>Moments are milliseconds since 1970.</summary>
    MomentsAsNumbers,

    /// <summary>Dates have a time of day and a time zone.</summary>
    DatesAsMoments,

    /// <summary>Dates are written with slashes, the month first.</summary>
    DatesWithSlashes,

    /// <summary>Times of day are those of a clock of twelve hours.</summary>
    TimesOfTwelveHours,

    /// <summary>The insights of a batch are those of its campaign.</summary>
    InsightsOfCampaign,

    /// <summary>There are insights of campaigns only.</summary>
    NoInsightsOfBatches,

    /// <summary>Scalar parameters of a batch are read from the query string alone; in the form they are passed over.</summary>
    ScalarsInQuery,

    /// <summary>Scalar parameters of a batch are read from the form alone; in the query string they are passed over.</summary>
    ScalarsInForm,

    /// <summary>A batch is scheduled, whatever <c>action</c> says.</summary>
    ValidateSchedules,

    /// <summary>A batch starts on the day before the one that was sent.</summary>
    StartsDayEarlier,

    /// <summary>Quotes do not hold a text together: a comma in it ends the column.</summary>
    QuotesPassedOver,

    /// <summary>The lines of a file are counted from 0.</summary>
    LinesFromZero,

    /// <summary>Removing a batch is answered with success, and the batch stays.</summary>
    RemovalPassedOver,
}
