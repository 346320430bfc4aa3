using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class MessageTemplateTests
{
    private const string Id = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";

    [Fact]
    public async Task Sample_of_the_documentation_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("message-template-list")));
        RcMessageTemplate template = Assert.Single(await ListAsync(server));
        Assert.Equal((Id, "Spring Campaign", "Our spring sale starts tomorrow!", "ACTIVE"), (template.Id, template.Name, template.Message, template.Status));
        Assert.Equal(new DateTimeOffset(2023, 11, 2, 16, 58, 25, 808, TimeSpan.Zero), template.CreatedAt);
        Assert.Equal(new DateTimeOffset(2023, 11, 3, 16, 58, 25, 808, TimeSpan.Zero), template.UpdatedAt);
        Assert.Empty(template.AdditionalProperties);
        Assert.Equal("/v1/message-templates", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("""[{"id":"1"},{"id":"2"}]""", 2)]
    [InlineData("""{"status":"0000","result":{"content":[{"id":"1"}]}}""", 1)]
    [InlineData("""{"content":[{"id":1}],"total":1,"pageSize":1}""", 1)]
    [InlineData("""{"content":[{"id":"1"},{"id":"2"}],"total":1,"pageSize":2}""", 2)]
    [InlineData("""{"content":[]}""", 0)]
    [InlineData("[]", 0)]
    public async Task Other_shapes_of_the_list_are_read(string body, int count)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"{number}"), (await ListAsync(server)).Select(template => template.Id));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"content":[{"id":"1"}],"total":2}""", "it is one page of several: total is 2, 1 are listed")]
    [InlineData("""{"content":[{"id":"1"},{"id":"2"},{"id":"3"}],"total":2,"pageSize":3}""", "it is one page of several: total is 2, 3 are listed")]
    [InlineData("""{"error":"maintenance"}""", """HTTP reports success, but it has an error: '{"error":"maintenance"}'""")]
    [InlineData("""{"content":["x"]}""", "its list holds something other than objects")]
    public async Task List_that_is_not_whole_or_none_is_UnexpectedResponse(string body, string why)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ListAsync(server));
        Assert.Equal($"The answer for the message templates is not what RocketCOMS documents: {why}.", exception.Message);
    }

    [Fact]
    public void Template_is_found_in_either_case_or_named_in_the_error()
    {
        RcMessageTemplate[] templates = [new() { Name = "without an id" }, new() { Id = Id }];
        Assert.Same(templates[1], MessageTemplatesClient.Find(templates, Id.ToUpperInvariant()));
        Assert.Equal("Message template x was not found: it is not in the list.", Assert.Throws<NotListedException>(() => MessageTemplatesClient.Find(templates, "x")).Message);
    }

    private static async Task<IReadOnlyList<RcMessageTemplate>> ListAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new MessageTemplatesClient(client.Transport).ListAsync(TestClient.Stop);
    }
}
