using System.Net;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class TemplateWriteTests
{
    private const string Id = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";

    private static readonly TemplateChange s_summer = new() { Name = "Sömmer", Message = "\"Hot\" <now>\\n" };

    [Fact]
    public async Task Create_sends_name_and_text_as_json_and_reads_the_sample()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("message-template")));
        RcMessageTemplate template = await CreateAsync(server);
        Assert.Equal((Id, "Spring Campaign", "ACTIVE"), (template.Id, template.Name, template.Status));
        WireRequest request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1/message-templates", "application/json; charset=utf-8"), (request.Method, request.Target, request.Header("Content-Type")));
        Assert.Equal("""{"name":"Sömmer","message":"\"Hot\" <now>\\n"}""", request.Text);
    }

    [Theory]
    [InlineData("name", """{"name":"x"}""")]
    [InlineData("message", """{"message":"x"}""")]
    [InlineData("status", """{"status":"ARCHIVED"}""")]
    public async Task Update_sends_only_what_changes(string field, string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"status":"0000","message":"ok","result":{"id":"{{Id.ToUpperInvariant()}}","name":"x"} }"""));
        TemplateChange change = field switch
        {
            "name" => new TemplateChange { Name = "x" },
            "message" => new TemplateChange { Message = "x" },
            _ => new TemplateChange { Status = TemplateChange.Archived },
        };
        Assert.Equal(Id.ToUpperInvariant(), (await UpdateAsync(server, change)).Id);
        Assert.Equal(("PATCH", "/v1/message-templates/" + Id, body), (server.Requests[0].Method, server.Requests[0].Target, server.Requests[0].Text));
    }

    [Theory]
    [InlineData("200 Template was updated")]
    [InlineData("")]
    [InlineData("""{"status":"0000","result":null}""")]
    public async Task Update_that_is_answered_without_the_template_is_read_back(string body)
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Method == "GET" ? Sample.Text("message-template-list") : body));
        Assert.Equal("Spring Campaign", (await UpdateAsync(server, s_summer)).Name);
        Assert.Equal(["PATCH", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Update_that_cannot_be_read_back_says_that_it_was_accepted()
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Method == "GET" ? """{"content":[]}""" : "200 OK"));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => UpdateAsync(server, s_summer));
        Assert.StartsWith($"The update of message template {Id} was accepted, but it could not be read back: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "Whether the change was made is not known.")]
    [InlineData("""{"status":"0500","message":"no"}""", "Nothing documented says that it was carried out.")]
    [InlineData("""{"id":"05ee2300-51cd-4021-b28d-11597cf9a175","name":"x"}""", "Whether the change was made is not known.")]
    public async Task Update_that_is_answered_with_something_else_is_refused_or_not_known(string body, string end)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => UpdateAsync(server, s_summer));
        Assert.EndsWith(end, exception.Message, StringComparison.Ordinal);
        Assert.Equal($"Run 'Get-RcMessageTemplate {Id}': UpdatedAt tells whether the update arrived.", exception.RecommendedAction);
    }

    [Theory]
    [InlineData("200 Created")]
    [InlineData("""{"status":"0000","result":{"name":"without an id"}}""")]
    public async Task Template_that_was_created_but_is_not_shown_is_looked_for_before_another_try(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(201, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => CreateAsync(server));
        Assert.Equal("The new message template was accepted, but the answer does not show the result.", exception.Message);
        Assert.Equal("List the templates with Get-RcMessageTemplate and look for 'Sömmer' before you create it again.", exception.RecommendedAction);
    }

    [Fact]
    public async Task Lost_answer_is_never_sent_again()
    {
        using LoopbackServer server = new(WireAnswer.Reset);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => CreateAsync(server));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateAsync(server, s_summer));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Refusal_is_an_api_error()
    {
        using LoopbackServer server = new(WireAnswer.Of(404));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => UpdateAsync(server, s_summer))).StatusCode);
    }

    private static async Task<RcMessageTemplate> CreateAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new MessageTemplatesClient(client.Transport).CreateAsync(s_summer, null, TestClient.Stop);
    }

    private static async Task<RcMessageTemplate> UpdateAsync(LoopbackServer server, TemplateChange change)
    {
        using TestClient client = new(server.BaseUri);
        return await new MessageTemplatesClient(client.Transport).UpdateAsync(Id, change, null, TestClient.Stop);
    }
}
