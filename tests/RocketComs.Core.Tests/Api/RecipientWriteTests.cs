using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public sealed class RecipientWriteTests : IDisposable
{
    private const string Id = "23e281a7-b9bc-4a11-8657-3ca0600e2451";
    private const string RecipientId = "6a017f06-83a3-44b7-be6f-5e5cae4a9ed7";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task New_list_sends_its_recipients_and_reads_the_sample()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("recipient-list")));
        RcRecipientList list = await WithAsync(server, lists => lists.CreateAsync("VIP", [RecipientId], null, TestClient.Stop));
        await WithAsync(server, lists => lists.CreateAsync("VIP", [], null, TestClient.Stop));
        Assert.Equal((Id, 200), (list.Id, list.RecipientsAmount));
        Assert.Equal([$$"""{"name":"VIP","recipientIds":["{{RecipientId}}"]}""", """{"name":"VIP"}"""], server.Requests.Select(request => request.Text));
        Assert.All(server.Requests, request => Assert.Equal(("POST", "/v1/recipients/lists"), (request.Method, request.Target)));
    }

    [Theory]
    [InlineData("200 Renamed", "PATCH GET")]
    [InlineData("", "PATCH GET")]
    [InlineData("""{"status":"0000","result":{"recipientsAmount":200,"name":"Recipient List"}}""", "PATCH")]
    public async Task New_name_is_read_back_where_the_answer_does_not_show_it(string body, string methods)
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Method == "GET" ? Sample.Text("recipient-list") : body));
        RcRecipientList list = await WithAsync(server, lists => lists.RenameAsync(Id, "Recipient List", null, TestClient.Stop));
        Assert.Equal((Id, "Recipient List", 200), (list.Id, list.Name, list.RecipientsAmount));
        Assert.Equal(methods, string.Join(' ', server.Requests.Select(request => request.Method)));
    }

    [Theory]
    [InlineData("200 Named recipients list updated successfully")]
    [InlineData("")]
    public async Task Members_are_changed_with_any_success(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        await ChangeAsync(server);
        WireRequest request = Assert.Single(server.Requests);
        Assert.Equal(("POST", $"/v1/recipients/lists/{Id}/members"), (request.Method, request.Target));
        Assert.Equal($$"""{"recipientsToAdd":["{{RecipientId}}"],"recipientsToRemove":["{{Id}}"]}""", request.Text);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "Whether the change was made is not known.")]
    [InlineData("""{"status":"0500","message":"no"}""", "Nothing documented says that it was carried out.")]
    public async Task Members_of_whom_a_gateway_or_a_no_speaks_are_not_changed_for_sure(string body, string end)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ChangeAsync(server));
        Assert.EndsWith(end, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_of_a_bulk_load_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("recipient-batch")));
        RcRecipientImport import = await ImportAsync(server, "VIP");
        Assert.Equal((_path, 100, 1, 8), (import.Path, import.Succeeded, import.Failed, import.Skipped));
        Assert.Equal(("e2bf6960-9ac7-4448-8154-d1e19d9379a1", "e2bf6960-9ac7-4448-8154-d1e19d9379a1"), (import.RecipientsListId, import.RecipientListId));
        Assert.Equal([new RcRecipientError { LineNumber = 21, Description = "error description" }], import.ErrorDetails);
        Assert.Empty(import.AdditionalProperties);
    }

    [Theory]
    [InlineData("200 Loaded")]
    [InlineData("""{"status":"0000","result":{"jobId":7}}""")]
    public async Task Load_that_is_accepted_but_not_shown_says_how_to_find_out(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ImportAsync(server, null));
        Assert.Equal($"'{_path}' was accepted, but the answer does not show the result.", exception.Message);
        Assert.Equal(RecipientsClient.HowToFindOut(null), exception.RecommendedAction);
    }

    [Theory]
    [InlineData(null, RcRecipientBatchStrategy.Skip, "batchStrategy=SKIP file=Number\n+12025550150\n")]
    [InlineData("VIP", RcRecipientBatchStrategy.Override, "recipientsListName=VIP batchStrategy=OVERRIDE file=Number\n+12025550150\n")]
    [InlineData("VIP", RcRecipientBatchStrategy.Merge, "recipientsListName=VIP batchStrategy=MERGE file=Number\n+12025550150\n")]
    public async Task Load_sends_the_name_of_its_list_the_strategy_and_the_file(string? listName, RcRecipientBatchStrategy strategy, string parts)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("recipient-batch")));
        await ImportAsync(server, listName, strategy);
        Assert.Equal(parts, string.Join(' ', Multipart.Parts(Assert.Single(server.Requests)).Select(part => $"{part.Head.Split("name=\"")[1].Split('"')[0]}={part.Text}")));
    }

    [Theory]
    [InlineData(null, "Look at the recipients in the RocketCOMS portal. To load the file again with -BatchStrategy Skip adds only those that are missing.")]
    [InlineData("VIP", "List the recipient lists with Get-RcRecipientList and look for 'VIP' before you load the file again: whether another list of that name would be made is not documented.")]
    public async Task Load_whose_answer_is_lost_says_how_to_find_out(string? listName, string advice)
    {
        using LoopbackServer server = new(WireAnswer.Drop);
        Assert.Equal(advice, (await Assert.ThrowsAsync<OutcomeUnknownException>(() => ImportAsync(server, listName))).RecommendedAction);
    }

    private async Task<RcRecipientImport> ImportAsync(LoopbackServer server, string? listName, RcRecipientBatchStrategy strategy = RcRecipientBatchStrategy.Skip)
    {
        await File.WriteAllTextAsync(_path, "Number\n+12025550150\n", TestClient.Stop);
        using TestClient client = new(server.BaseUri);
        return await new RecipientsClient(client.Transport).ImportAsync(new FileSource(_path), listName, strategy, null, TestClient.Stop);
    }

    private static async Task<RcRecipientList> WithAsync(LoopbackServer server, Func<RecipientListsClient, Task<RcRecipientList>> write)
    {
        using TestClient client = new(server.BaseUri);
        return await write(new RecipientListsClient(client.Transport));
    }

    private static async Task ChangeAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        await new RecipientListsClient(client.Transport).ChangeMembersAsync(Id, [RecipientId], [Id], null, TestClient.Stop);
    }
}
