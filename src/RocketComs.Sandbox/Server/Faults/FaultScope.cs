namespace RocketComs.Sandbox.Server.Faults;

/// <summary>Which requests a kind of fault means anything to, so that none is used up on others.</summary>
internal static class FaultScope
{
    /// <summary>Whether a kind means anything to a request.</summary>
    public static bool Includes(RcSandboxFaultKind kind, RcSandboxRequest request) => kind switch
    {
        RcSandboxFaultKind.RepeatedPage => IsList(request) && request.Query.Any(pair => pair.Key == "page" && pair.Value != "0"),
        RcSandboxFaultKind.TotalAsPages or RcSandboxFaultKind.TotalAsItems or RcSandboxFaultKind.PageSizeCapped => IsList(request),
        RcSandboxFaultKind.IgnoredParameters => IsCreateOrUpdate(request),
        _ => true,
    };

    private static bool IsList(RcSandboxRequest request) =>
        request.Method == "GET"
        && (request.Path is "/v1/batches" or "/v1/recipients" or "/v1/recipients/lists" or "/v1/messages"
            || (IsBelowBatches(request.Path) && (Ends(request.Path, "/errors") || Ends(request.Path, "/report"))));

    private static bool IsCreateOrUpdate(RcSandboxRequest request) => request.Method switch
    {
        "POST" => request.Path == "/v1/batches",
        "PATCH" => IsBelowBatches(request.Path),
        _ => false,
    };

    private static bool IsBelowBatches(string path) => path.StartsWith("/v1/batches/", StringComparison.Ordinal);

    private static bool Ends(string path, string end) => path.EndsWith(end, StringComparison.Ordinal);
}
