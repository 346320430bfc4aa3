using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Faults;

/// <summary>Changes a request as a fault demands: the platform then serves something else than was sent.</summary>
internal static class FaultyRequest
{
    /// <summary>The request as it is served; unchanged for most kinds.</summary>
    /// <param name="fault">The fault that it meets.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="today">The sandbox's date.</param>
    public static RcSandboxRequest For(RcSandboxFault fault, RcSandboxRequest request, DateTime today) => fault.Kind switch
    {
        RcSandboxFaultKind.RepeatedPage => request with { Query = Set(request.Query, "page", "0") },
        RcSandboxFaultKind.PageSizeCapped => request with { Query = Set(request.Query, "pageSize", PageSize(fault, request)) },
        RcSandboxFaultKind.IgnoredParameters => Without(fault, request, today),
        _ => request,
    };

    private static string PageSize(RcSandboxFault fault, RcSandboxRequest request)
    {
        int most = fault.PageSize ?? 1;
        string? asked = request.Query.Where(pair => pair.Key == "pageSize").Select(pair => pair.Value).FirstOrDefault();

        // Anything that is not a number stays, and is refused as usual.
        return asked is null || (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > most)
            ? most.ToString(CultureInfo.InvariantCulture)
            : asked;
    }

    private static KeyValuePair<string, string>[] Set(KeyValuePair<string, string>[] query, string name, string value) =>
        [.. query.Where(pair => pair.Key != name), new KeyValuePair<string, string>(name, value)];

    private static RcSandboxRequest Without(RcSandboxFault fault, RcSandboxRequest request, DateTime today)
    {
        bool isIgnored(string name) => fault.Parameters.Length == 0
            ? ParameterNames.Scalars.Contains(name) && name is not ("campaignId" or "operationType")
            : fault.Parameters.Contains(name, StringComparer.Ordinal);

        // A create that is accepted has these, whatever the caller sent. They stand where the caller's stood, so that a
        // sandbox that is strict about the place does not notice.
        string? otherwise(string name) => request.Method != "POST" ? null : name switch
        {
            "externalId" => "ignored",
            "startDate" => ApiFormat.Date(today),
            _ => null,
        };
        return request with
        {
            Query = [.. request.Query
                .Where(pair => !isIgnored(pair.Key) || otherwise(pair.Key) is not null)
                .Select(pair => isIgnored(pair.Key) ? new KeyValuePair<string, string>(pair.Key, otherwise(pair.Key)!) : pair)],
            Parts = [.. request.Parts
                .Where(part => !isIgnored(part.Name) || otherwise(part.Name) is not null)
                .Select(part => isIgnored(part.Name) ? part with { Content = Encoding.UTF8.GetBytes(otherwise(part.Name)!) } : part)],
        };
    }
}
