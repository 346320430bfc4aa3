using RocketComs.Sandbox.Auth;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Messages;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server.Dispatch;

namespace RocketComs.Sandbox;

/// <summary>Everything that the sandbox serves.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> All(
        AuthEndpoints auth,
        BatchEndpoints batches,
        BatchReport report,
        InsightEndpoints insights,
        MessageEndpoints messages,
        TemplateEndpoints templates,
        RecipientListEndpoints lists,
        RecipientEndpoints recipients,
        RecipientLoad load) =>
    [
        new("POST", "/v1/auth/login", (request, _) => auth.Login(request)) { IsAnonymous = true },
        new("POST", "/v1/auth/refresh", (request, _) => auth.Refresh(request)) { IsAnonymous = true },
        new("POST", "/v1/auth/logout", (request, _) => auth.Logout(request)),
        new("POST", "/v1/batches", (request, _) => batches.Create(request)),
        new("GET", "/v1/batches", (request, _) => batches.List(request)),
        new("PATCH", "/v1/batches/{id}", batches.Update),
        new("GET", "/v1/batches/{id}", (_, id) => batches.Retrieve(id)),
        new("DELETE", "/v1/batches/{id}", (_, id) => batches.Remove(id)),
        new("GET", "/v1/batches/{id}/errors", batches.Errors),
        new("GET", "/v1/batches/{id}/report", report.List),

        new("GET", "/v1/brands", (request, _) => BrandEndpoints.List(request)),
        new("GET", "/v1/brands/{id}", (_, id) => BrandEndpoints.Retrieve(id)),
        new("GET", "/v1/brands/{id}/qualification", (_, id) => BrandEndpoints.Qualification(id)),
        new("GET", "/v1/campaigns", (request, _) => CampaignEndpoints.List(request)),
        new("GET", "/v1/campaigns/{id}/optouts", (_, id) => CampaignEndpoints.OptOuts(id)),
        new("GET", "/v1/campaigns/{id}", (_, id) => CampaignEndpoints.Retrieve(id)),


        new("GET", "/v1/messages", (request, _) => messages.List(request)),
        new("GET", "/v1/messages/{id}", (_, id) => messages.Retrieve(id)),
        new("POST", "/v1/messages/outgoing", (request, _) => messages.Send(request)),
        new("GET", "/v1/campaigns/{id}/replies", ReplyEndpoints.List),
        new("GET", "/v1/insights/campaigns/{id}", insights.Retrieve),
        new("GET", "/v1/message-templates", (_, _) => templates.List()),
        new("POST", "/v1/message-templates", (request, _) => templates.Create(request)),
        new("PATCH", "/v1/message-templates/{id}", templates.Update),
        new("GET", "/v1/recipients/lists", (request, _) => lists.List(request)),
        new("POST", "/v1/recipients/lists", (request, _) => lists.Create(request)),
        new("GET", "/v1/recipients/lists/{id}", (_, id) => lists.Retrieve(id)),
        new("PATCH", "/v1/recipients/lists/{id}", lists.Rename),
        new("POST", "/v1/recipients/lists/{id}/members", lists.ManageMembers),
        new("GET", "/v1/recipients", (request, _) => recipients.List(request)),
        new("POST", "/v1/recipients", (request, _) => recipients.Create(request)),
        new("GET", "/v1/recipients/{id}", (_, id) => recipients.Retrieve(id)),
        new("PATCH", "/v1/recipients/{id}", recipients.Update),
        new("DELETE", "/v1/recipients/{id}", (_, id) => recipients.Remove(id)),
        new("POST", "/v1/recipients/batches", (request, _) => load.Create(request)),
    ];
}
