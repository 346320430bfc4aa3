namespace RocketComs;

/// <summary>What can go wrong between a client and the sandbox, on demand.</summary>
public enum RcSandboxFaultKind
{
    /// <summary>The request is answered with <see cref="RcSandboxFault.Status"/>; nothing is done.</summary>
    Status,

    /// <summary>The request is carried out, and its answer held back for <see cref="RcSandboxFault.Delay"/>; without one until the client hangs up.</summary>
    Delay,

    /// <summary>The connection is reset after the head was read, before any of the body; nothing is done.</summary>
    DropBeforeBody,

    /// <summary>The connection is reset after the whole request was read; nothing is done.</summary>
    DropAfterBody,

    /// <summary>The request is carried out, and the connection reset before any byte of the answer: success whose answer is lost.</summary>
    DropAnswer,

    /// <summary>The request is carried out; the answer announces its whole length, brings half of its body, and the connection is reset.</summary>
    DropInAnswer,

    /// <summary>The body of the request is read at <see cref="RcSandboxFault.BytesPerSecond"/>.</summary>
    SlowRequest,

    /// <summary>The body of the answer is written at <see cref="RcSandboxFault.BytesPerSecond"/>, its first bytes at once.</summary>
    SlowAnswer,

    /// <summary>The request is carried out; the answer's body stops in the middle, and its Content-Length is that of the half.</summary>
    TruncatedJson,

    /// <summary>The request is carried out; the answer's body has its length, but is no JSON.</summary>
    GarbledJson,

    /// <summary>The request is carried out; the answer comes under another content type, with <see cref="RcSandboxFault.Body"/> instead of its own when there is one.</summary>
    ContentType,

    /// <summary>Another page than the first is asked for, and the first comes again. Meets only such requests.</summary>
    RepeatedPage,

    /// <summary><c>total</c> of a paged answer counts pages. Meets only lists.</summary>
    TotalAsPages,

    /// <summary><c>total</c> of a paged answer counts items, as it does in the sandbox without this. Meets only lists.</summary>
    TotalAsItems,

    /// <summary>A page has at most <see cref="RcSandboxFault.PageSize"/> items, whatever was asked for. Meets only lists.</summary>
    PageSizeCapped,

    /// <summary>A create or update is carried out as if <see cref="RcSandboxFault.Parameters"/> had not been sent. Meets only those.</summary>
    IgnoredParameters,
}
