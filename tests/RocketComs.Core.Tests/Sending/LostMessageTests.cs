using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Single messages that may have been sent are looked for on every list of messages that is read whole.</summary>
public sealed class LostMessageTests : IDisposable
{
    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_is_passed_on_whole(bool isOneLost)
    {
        if (isOneLost)
        {
            await LoseAsync(-60);
        }

        RcMessage[] list = [Message("One", -30), Message("Two", -30), new RcMessage { Id = "odd" }];
        Assert.Equal(list, await FollowUpAsync(list));
        Assert.Equal(isOneLost ? 1 : 0, _desk.Told.Length);
    }

    [Fact]
    public async Task Earliest_of_several_says_from_when_on_they_are_looked_for()
    {
        await LoseAsync(-40 * 60);
        await LoseAsync(-60);
        await FollowUpAsync(Message("One", -50 * 60), Message("One", -30));
        Assert.Contains(", tried 2 times up to 2027-01-15 11:00 UTC, was not known. The platform lists one like it", Assert.Single(_desk.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-49 * 60, true)]
    [InlineData((-49 * 60) + 1, false)]
    public async Task Message_that_was_sent_in_the_two_days_before_is_looked_for_too(int minutes, bool isEnough)
    {
        await _desk.NoteAsync(entry => entry with { ContentHash = Hash(), Outcome = RcJournalOutcome.Done, Time = LeapingClock.Noon.AddMinutes(minutes) });
        await LoseAsync(-60);
        await FollowUpAsync(Message("One", -30));
        Assert.Equal(isEnough ? 1 : 0, _desk.Told.Length);
    }

    private static string Hash() => new MessageContent().Of("2025550101", "One").ContentHash;

    private static RcMessage Message(string text, int minutes) =>
        new() { CampaignId = SendingDesk.Campaign, DestinationNumber = "12025550101", MessageText = text, CreatedAt = LeapingClock.Noon.AddMinutes(minutes) };

    private static async IAsyncEnumerable<RcMessage> ListAsync(RcMessage[] messages)
    {
        foreach (RcMessage message in messages)
        {
            await Task.CompletedTask;
            yield return message;
        }
    }

    private Task LoseAsync(int minutes) => _desk.NoteAsync(entry => entry with { ContentHash = Hash(), Time = LeapingClock.Noon.AddMinutes(minutes) });

    private Task<List<RcMessage>> FollowUpAsync(params RcMessage[] messages) =>
        TestClient.ToListAsync(new UnknownOutcomes(_desk.Guard(), _desk, _desk.Clock).FollowUpAsync(ListAsync(messages), TestClient.Stop));
}
