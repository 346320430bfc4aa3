using System.Text;
using RocketComs.Core.Api.Requests;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

public class RequestRiskTests
{
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";
    private const string Unknown = "It is not one of the calls that are known to be harmless.";

    [Theory]
    [InlineData("GET", "v1/batches")]
    [InlineData("HEAD", "v1/batches;x=1")]
    [InlineData("POST", "v1/batches?action=VALIDATE&externalId=x")]
    [InlineData("POST", "batches?action=VALIDATE")]
    [InlineData("PATCH", "v1/batches/" + Id + "?action=VALIDATE")]
    [InlineData("POST", "v1/message-templates")]
    [InlineData("POST", "v1/recipients")]
    [InlineData("POST", "recipients/lists")]
    [InlineData("PATCH", "v1/recipients/lists/" + Id)]
    [InlineData("POST", "v1/campaigns/" + Id + "/subscriptions")]
    [InlineData("PATCH", "v1/campaigns/" + Id + "/subscriptions/" + Id)]
    [InlineData("POST", "v1/auth/login")]
    [InlineData("POST", "v1/auth/refresh")]
    [InlineData("POST", "v1/auth/logout")]
    [InlineData("POST", "v1/auth/reset/user%40example.com")]
    public void Reads_and_documented_harmless_calls_are_not_asked_about(string method, string path) => Assert.Null(RequestRisk.Of(Draft(method, path), RcParameterPlacement.Query));

    [Theory]
    [InlineData("POST", "v1/batches", "charged")]
    [InlineData("POST", "v1/batches;x=1", "charged")]
    [InlineData("POST", "v1/batches%3Bx", "charged")]
    [InlineData("POST", "v1/batches%20?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/batches.json?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&action=VALIDATE", "charged")]
    [InlineData("POST", "v1/ batches", "charged")]
    [InlineData("POST", "v1.0/batches", "charged")]
    [InlineData("POST", "v2/batches?action=VALIDATE", "charged")]
    [InlineData("PATCH", "api/v1/batches/" + Id + "?action=SCHEDULE", "charged")]
    [InlineData("PATCH", "api/v1/batches/" + Id + "?action=VALIDATE", "charged")]
    [InlineData("PATCH", "v1/batches/1?action=VALIDATE", "charged")]
    [InlineData("PUT", "v1/batches/" + Id + "?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/batches/" + Id + "?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/BATCHES?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/%62atches?action=VALIDATE", "charged")]
    [InlineData("POST", "v1/batches?action=validate", "charged")]
    [InlineData("POST", "v1/batches?Action=VALIDATE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&action=SCHEDULE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&ACTION=SCHEDULE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&action[]=SCHEDULE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&%2561ction=SCHEDULE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE%26action=SCHEDULE", "charged")]
    [InlineData("POST", "v1/messages/outgoing", "charged")]
    [InlineData("POST", "v1/recipients/batches", "replace recipients")]
    [InlineData("POST", "v1/recipients/batches?batchStrategy=SKIP", "replace recipients")]
    [InlineData("POST", "v1/recipients/lists/" + Id + "/members", "who is on a list")]
    [InlineData("PATCH", "v1/message-templates/" + Id, "text of a template")]
    [InlineData("PATCH", "v1/recipients/" + Id, Unknown)]
    [InlineData("PUT", "v1/auth/reset", Unknown)]
    [InlineData("PATCH", "v1/auth/password", Unknown)]
    [InlineData("PATCH", "v1/recipients/lists/0x968230-dd15-41fa-9e38-a0abade08b27", Unknown)]
    [InlineData("POST", "v1/batches?action=VALIDATE&_method=DELETE", "charged")]
    [InlineData("POST", "v1/batches?action=VALIDATE&x=1;action=SCHEDULE", "charged")]
    [InlineData("POST", "v1/campaigns", "fees")]
    [InlineData("POST", "v1/brands", Unknown)]
    [InlineData("PUT", "v1/brands/" + Id, Unknown)]
    [InlineData("POST", "v1/accounts/" + Id + "/apikeys", Unknown)]
    [InlineData("PUT", "v1/accounts/" + Id + "/users/" + Id, Unknown)]
    [InlineData("PUT", "v1/message-templates/" + Id, "text of a template")]
    [InlineData("POST", "v1/message-templates?_method=DELETE", "text of a template")]
    [InlineData("POST", "v1/recipients/" + Id, Unknown)]
    [InlineData("POST", "v1/auth/reset/x", Unknown)]
    [InlineData("POST", "v1/auth/reset/a@b%2Fc", Unknown)]
    [InlineData("POST", "v1/auth/reset/a@b%5Cc", Unknown)]
    [InlineData("POST", "v1/auth/reset/a@b/c", Unknown)]
    [InlineData("POST", "v1/auth/reset/@b", Unknown)]
    [InlineData("PUT", "v1/auth/reset/a@b", Unknown)]
    [InlineData("POST", "v1/auth/resets/a@b", Unknown)]
    [InlineData("POST", "v1/auth/reset/a@b?x=1", Unknown)]
    [InlineData("POST", "v1/recipients?x=1", Unknown)]
    [InlineData("POST", "v1/campaigns/x/subscriptions", Unknown)]
    [InlineData("POST", "v1/recipients/batches?x=1", "replace recipients")]
    [InlineData("POST", "v1/unicorns", Unknown)]
    [InlineData("POST", "v1", Unknown)]
    [InlineData("DELETE", "v1/brands/" + Id, "It removes something")]
    [InlineData("DELETE", "v1/batches/" + Id + "?action=VALIDATE", "It removes something")]
    [InlineData("DELETE", "v1/message-templates/" + Id, "It removes something")]
    public void All_else_is_asked_about_with_the_reason(string method, string path, string reason) =>
        Assert.Contains(reason, RequestRisk.Of(Draft(method, path), RcParameterPlacement.Query)!, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "VALIDATE", RcParameterPlacement.Query, false)]
    [InlineData("", "VALIDATE", RcParameterPlacement.Form, true)]
    [InlineData("?action=VALIDATE", null, RcParameterPlacement.Form, false)]
    [InlineData("?action=VALIDATE", "VALIDATE", RcParameterPlacement.Query, true)]
    [InlineData("?action=VALIDATE", "VALIDATE", RcParameterPlacement.Form, true)]
    [InlineData("?action=VALIDATE", "SCHEDULE", RcParameterPlacement.Query, false)]
    [InlineData("?action=SCHEDULE", "VALIDATE", RcParameterPlacement.Form, false)]
    [InlineData("", "validate", RcParameterPlacement.Form, false)]
    public void Action_counts_where_the_connection_places_it(string query, string? action, RcParameterPlacement placement, bool isHarmless)
    {
        RequestDraft draft = Draft("POST", "v1/batches" + query) with { Form = action is null ? [new("x", "1")] : [new("action", action)] };

        Assert.Equal(isHarmless, RequestRisk.Of(draft, placement) is null);
    }

    [Theory]
    [InlineData("batchStrategy", "SKIP", true)]
    [InlineData("batchStrategy", "MERGE", false)]
    [InlineData("batchStrategy", "OVERRIDE", false)]
    [InlineData("batchStrategy", "skip", false)]
    [InlineData("BatchStrategy", "SKIP", false)]
    [InlineData("recipientsListName", "SKIP", false)]
    public void Load_of_recipients_goes_unasked_when_it_says_that_nothing_is_replaced(string name, string value, bool isHarmless) =>
        Assert.Equal(isHarmless, RequestRisk.Of(Draft("POST", "v1/recipients/batches") with { Form = [new(name, value)] }, RcParameterPlacement.Query) is null);

    [Fact]
    public void Load_of_recipients_with_a_query_a_body_or_two_strategies_is_asked_about()
    {
        RequestDraft load = Draft("POST", "v1/recipients/batches") with { Form = [new("batchStrategy", "SKIP"), new("file", "x")] };
        Assert.Null(RequestRisk.Of(load, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(load with { MoreQuery = [new("x", "1")] }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(load with { Json = Encoding.UTF8.GetBytes("{}") }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(load with { Form = [new("batchStrategy", "SKIP"), new("batchStrategy", "MERGE")] }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(load with { Form = [new("batchStrategy", "SKIP"), new("batch%53trategy[]", "MERGE")] }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(load with { Form = [] }, RcParameterPlacement.Query));
    }

    [Fact]
    public void Validation_may_bring_its_file_and_every_parameter_of_a_batch()
    {
        RequestDraft draft = Draft("POST", "v1/batches?action=VALIDATE&startDate=2027-02-01") with { Form = [new("file", "x"), new("description", "y")] };
        Assert.Null(RequestRisk.Of(draft, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(draft with { Form = [new("files", "x")] }, RcParameterPlacement.Query));
    }

    [Fact]
    public void Reset_with_a_form_or_a_query_is_asked_about()
    {
        RequestDraft reset = Draft("POST", "v1/auth/reset/a@b.example");
        Assert.Null(RequestRisk.Of(reset, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(reset with { Form = [] }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(reset with { MoreQuery = [new("x", "1")] }, RcParameterPlacement.Query));
    }

    [Theory]
    [InlineData("It can send messages, which are charged; nothing documented stops them.", true)]
    [InlineData(Unknown, false)]
    [InlineData(null, false)]
    public void Charge_is_told_from_the_other_reasons(string? risk, bool isCharge) => Assert.Equal(isCharge, RequestRisk.IsCharge(risk));

    [Fact]
    public void Body_of_another_kind_than_documented_is_asked_about()
    {
        Assert.NotNull(RequestRisk.Of(Draft("POST", "v1/batches?action=VALIDATE") with { Json = Encoding.UTF8.GetBytes("{}") }, RcParameterPlacement.Query));
        Assert.NotNull(RequestRisk.Of(Draft("POST", "v1/recipients") with { Form = [new("_method", "DELETE")] }, RcParameterPlacement.Query));
    }

    private static RequestDraft Draft(string method, string path) => new(new HttpMethod(method), RequestPath.Parse(path, new Uri("https://api.example.com/")));
}
