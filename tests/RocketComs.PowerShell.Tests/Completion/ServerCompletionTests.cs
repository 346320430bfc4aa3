using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Completion;

public sealed class ServerCompletionTests
{
    [Theory]
    [InlineData("New-RcBatch -CampaignId ", "05ee2300-51cd-4021-b28d-11597cf9a175|Spring Campaign", "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21|Autumn Campaign")]
    [InlineData("Get-RcBatch -CampaignId autumn", "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21|Autumn Campaign")]
    [InlineData("Get-RcCampaign 05", "05ee2300-51cd-4021-b28d-11597cf9a175|Spring Campaign")]
    [InlineData("Get-RcOptOut spr", "05ee2300-51cd-4021-b28d-11597cf9a175|Spring Campaign")]
    [InlineData("Get-RcCampaign -BrandId ", "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7|Spring Shop")]
    [InlineData("Update-RcBatch -MessageTemplateId ", "4a968230-dd15-41fa-9e38-a0abade08b27|Spring Campaign", "a9e1e4ce-0d9e-4298-8059-178e17d31c11|Winter Campaign")]
    [InlineData("Get-RcMessageTemplate -Id wint", "a9e1e4ce-0d9e-4298-8059-178e17d31c11|Winter Campaign")]
    [InlineData("Update-RcBatch -RecipientListId sta", "23e281a7-b9bc-4a11-8657-3ca0600e2451|Staff")]
    [InlineData("Update-RcBatch -RecipientListId cf3775f1-ea90-4378-bdb5-8788f8d1d041, sta", "23e281a7-b9bc-4a11-8657-3ca0600e2451|Staff")]
    [InlineData("Get-RcRecipientList -Id nob", "e2bf6960-9ac7-4448-8154-d1e19d9379a1|Nobody yet")]
    public void Ids_complete_with_names(string line, params string[] expected)
    {
        using AccountSession session = new();

        Assert.Equal(expected, Complete(session, line));
    }

    [Fact]
    public void Batches_complete_with_their_references_the_latest_first()
    {
        using AccountSession session = new();
        string first = session.NewBatch("sale-1");
        string second = session.NewBatch("sale-2");

        Assert.Equal([second + "|sale-2", first + "|sale-1"], Complete(session, "Update-RcBatch -Id sale").OrderBy(text => text.EndsWith("1", StringComparison.Ordinal)));
        Assert.Equal([first + "|sale-1"], Complete(session, "Get-RcBatchError sale-1"));
        Assert.Equal("sortBy=createdAt&sortDir=desc&page=0&pageSize=100", session.Sandbox.Requests[0].RawQuery.TrimStart('?'));
    }

    [Fact]
    public void What_was_asked_for_is_remembered()
    {
        using AccountSession session = new();

        Complete(session, "Update-RcBatch -RecipientListId ");
        int asked = session.Sandbox.Requests.Count;
        Complete(session, "Get-RcRecipientList -Id ");

        Assert.Equal(asked, session.Sandbox.Requests.Count);
        Assert.True(asked > 0);
    }

    [Fact]
    public void Twins_are_told_apart_and_what_was_just_made_is_offered()
    {
        using AccountSession session = new();
        string first = session.NewBatch("sale");
        Assert.Equal([first + "|sale"], Complete(session, "Get-RcBatch sale"));

        string second = session.NewBatch("sale");

        string day = AccountSession.Today.ToString("yyyy-MM-dd", null);
        Assert.Equal(
            new[] { first, second }.Order(StringComparer.Ordinal).Select(id => $"{id}|sale (CREATED, {day}, {id})"),
            Complete(session, "Get-RcBatch sale").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tip_tells_the_id_and_the_status()
    {
        using AccountSession session = new();

        string tip = Assert.Single(session.Script(Script("Get-RcMessageTemplate wint", "$_.ToolTip")).NoErrors().Output).ToString();

        Assert.Equal("a9e1e4ce-0d9e-4298-8059-178e17d31c11: ARCHIVED, Our winter sale ends today!", tip);
    }

    [Fact]
    public void Failure_is_silent()
    {
        using AccountSession session = new();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 403, ["Times"] = 0 });

        CommandResult result = session.Script(Script("Get-RcMessageTemplate wint", "$_.CompletionText")).NoErrors();

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Equal(403, Assert.Single(session.Sandbox.Requests).StatusCode);
    }

    [Fact]
    public void Without_a_connection_nothing_completes()
    {
        using TestSession session = new();

        Assert.Empty(session.Script(Script("Get-RcMessageTemplate wint", "$_.CompletionText")).NoErrors().Output);
    }

    private static string[] Complete(TestSession session, string line) =>
        [.. session.Script(Script(line, "\"$($_.CompletionText)|$($_.ListItemText)\"")).NoErrors().Output.Select(text => text.ToString())];

    private static string Script(string line, string each) => $"$line = '{line}'; (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object {{ {each} }}";
}
