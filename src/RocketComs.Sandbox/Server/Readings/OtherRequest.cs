using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Readings;

/// <summary>Changes a request as another reading of the documentation would take it.</summary>
internal static class OtherRequest
{
    private const string Insights = "/v1/insights/campaigns/";

    /// <summary>The request as it is served; unchanged where the reading is about answers, or about other requests.</summary>
    public static RcSandboxRequest For(RcSandboxReading reading, RcSandboxRequest request) => reading switch
    {
        RcSandboxReading.PagesFromOne => With(request, "page", page => int.TryParse(page, out int number) && number > 0 ? (number - 1).ToString(CultureInfo.InvariantCulture) : page),
        RcSandboxReading.PageIgnored => With(request, "page", _ => "0"),
        RcSandboxReading.PageSizeIgnored => With(request, "pageSize", _ => "10"),
        RcSandboxReading.PageSizeCapped => With(request, "pageSize", _ => "1"),
        RcSandboxReading.InsightsOfCampaign => IsInsight(request) ? request with { Path = Insights + SandboxData.CampaignId } : request,
        RcSandboxReading.NoInsightsOfBatches => IsInsight(request) && !IsCampaign(request.Path) ? request with { Path = Insights + ApiFormat.Id(Guid.Empty) } : request,
        RcSandboxReading.ScalarsInQuery => IsUpload(request) ? request with { Parts = [.. request.Parts.Where(part => !ParameterNames.Scalars.Contains(part.Name))] } : request,
        RcSandboxReading.ScalarsInForm => IsUpload(request) ? request with { Query = [.. request.Query.Where(pair => !ParameterNames.Scalars.Contains(pair.Key))] } : request,
        RcSandboxReading.ValidateSchedules => IsUpload(request) ? WithoutAction(request) : request,
        RcSandboxReading.QuotesPassedOver => IsUpload(request) ? request with { Parts = [.. request.Parts.Select(WithoutQuotes)] } : request,
        RcSandboxReading.RemovalPassedOver => IsRemoval(request) ? request with { Method = "GET" } : request,
        _ => request,
    };

    public static bool IsRemoval(RcSandboxRequest request) => request.Method == "DELETE" && request.Path.StartsWith("/v1/batches/", StringComparison.Ordinal);

    private static bool IsInsight(RcSandboxRequest request) => request.Path.StartsWith(Insights, StringComparison.Ordinal);

    private static bool IsCampaign(string path) => path.EndsWith(SandboxData.CampaignId, StringComparison.OrdinalIgnoreCase);

    private static bool IsUpload(RcSandboxRequest request) => request.Method is "POST" or "PATCH" && request.Path.StartsWith("/v1/batches", StringComparison.Ordinal);

    private static RcSandboxRequest With(RcSandboxRequest request, string name, Func<string, string> change) =>
        request with { Query = [.. request.Query.Select(pair => pair.Key == name ? new KeyValuePair<string, string>(name, change(pair.Value)) : pair)] };

    private static RcSandboxRequest WithoutAction(RcSandboxRequest request) =>
        request with { Query = [.. request.Query.Where(pair => pair.Key != "action")], Parts = [.. request.Parts.Where(part => part.Name != "action")] };

    private static RcSandboxPart WithoutQuotes(RcSandboxPart part) =>
        part.Name == ParameterNames.File ? part with { Content = Encoding.UTF8.GetBytes(part.Text.Replace("\"", string.Empty)) } : part;
}
