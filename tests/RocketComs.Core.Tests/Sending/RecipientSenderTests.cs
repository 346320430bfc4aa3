using RocketComs.Core.Errors;
using RocketComs.Core.Recipients;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>A file of recipients, from the check to the answer.</summary>
public sealed class RecipientSenderTests : IDisposable
{
    private const string Good = "First name,Last name,Number\nAda,Byron,+12025550101\nAlan,Turing,+12025550102\n";

    private const string FindVip =
        "List the recipient lists with Get-RcRecipientList and look for 'VIP' before you load the file again: whether another list of that name would be made is not documented.";

    private readonly SendingDesk _desk = new() { Write = _ => WireAnswer.Of(200, """{"succeeded":2,"failed":0,"skipped":0}""") };

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(RcRecipientBatchStrategy.Skip, "ask: ", "Skip: existing recipients stay as they are", "SKIP")]
    [InlineData(RcRecipientBatchStrategy.Merge, "ask: ", "Merge: existing recipients are updated", "MERGE")]
    [InlineData(RcRecipientBatchStrategy.Override, "risky ask: ", "Override: EXISTING RECIPIENTS ARE REPLACED ENTIRELY, WHICH CANNOT BE UNDONE", "OVERRIDE")]
    public async Task Load_says_what_becomes_of_those_who_are_there(RcRecipientBatchStrategy strategy, string asked, string said, string sent)
    {
        string path = await SendAsync(Good, sender => sender with { Strategy = strategy });
        Assert.Equal($"{asked}Load 2 recipients of '{path}' to rocket.test ({said}); no list is made.", _desk.Told[0]);
        Assert.Contains($"name=\"batchStrategy\"\r\n\r\n{sent}\r\n", Assert.Single(_desk.Writes).Text, StringComparison.Ordinal);
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([RcJournalOutcome.Begun, RcJournalOutcome.Done], entries.Select(entry => entry.Outcome));
        Assert.Equal((2L, "spring.csv", 64, RcJournalConsent.Asked), (entries[0].RecipientCount, entries[0].FileName, entries[0].ContentHash!.Length, entries[0].Consent));
        Assert.Equal(2, _desk.Told.Length);
    }

    [Fact]
    public async Task Number_without_a_plus_is_warned_of_before_the_question()
    {
        string path = await SendAsync("First name,Last name,Number\nAda,Byron,12025550101\n", sender => sender);
        Assert.Equal($"warn: '{path}': 1 number has no plus in front (line 2, '12025550101'). RocketCOMS documents E.164, with a plus and the country code.", _desk.Told[0]);
        Assert.StartsWith("ask: Load 1 recipient of", _desk.Told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_loads_nothing_and_force_is_told()
    {
        _desk.Answer = null;
        await SendAsync("First name,Last name,Number\nAda,Byron,+12025550101\n", sender => sender with { Strategy = RcRecipientBatchStrategy.Override, Force = true, ListName = "VIP" });
        Assert.StartsWith("forced risky ask: Load 1 recipient of", _desk.Told[0], StringComparison.Ordinal);
        Assert.EndsWith("; a new list 'VIP' is made of them.", _desk.Told[0], StringComparison.Ordinal);
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task Row_in_error_is_refused_and_goes_unchecked_when_told_to()
    {
        const string Bad = "First name,Last name,Number\nAda,Byron,abc\n";
        await Assert.ThrowsAsync<RecipientCsvInvalidException>(() => SendAsync(Bad, sender => sender));
        Assert.Empty(_desk.Told);
        await SendAsync(Bad, sender => sender with { SkipValidation = true });
        Assert.StartsWith("ask: Load the recipients of", _desk.Told[0], StringComparison.Ordinal);
        Assert.EndsWith(" The file was not checked (-SkipValidation).", _desk.Told[0], StringComparison.Ordinal);
        Assert.Null((await _desk.EntriesAsync())[0].RecipientCount);
    }

    [Theory]
    [InlineData("""{"succeeded":1,"failed":1,"recipientsListId":"x"}""", "1 recipient was refused; ErrorDetails has what the platform says.")]
    [InlineData("""{"succeeded":1,"failed":1,"recipientsListId":"x","errorDetails":[{"lineNumber":3,"description":"bad"},{"lineNumber":4}]}""", "1 recipient was refused (line 3: bad); ErrorDetails has what the platform says.")]
    [InlineData("""{"succeeded":0,"failed":2,"recipientsListId":"x"}""", "2 recipients were refused; ErrorDetails has what the platform says.")]
    [InlineData("""{"status":"0000","result":{"succeeded":2,"failed":0}}""", "the list 'VIP' was asked for, but the answer has no id of one. Look for it with Get-RcRecipientList.")]
    [InlineData("""{"succeeded":2,"failed":0,"recipientsListId":"x"}""", null)]
    [InlineData("""{"succeeded":1,"skipped":1,"recipientsListId":"x"}""", null)]
    [InlineData("""{"succeeded":0,"failed":0,"skipped":0,"recipientsListId":"x"}""", "Succeeded, Failed and Skipped make 0, but 2 were sent, so what became of all of them is not known. " + FindVip)]
    [InlineData("""{"succeeded":1,"failed":0,"skipped":0,"recipientsListId":"x"}""", "Succeeded, Failed and Skipped make 1, but 2 were sent, so what became of all of them is not known. " + FindVip)]
    [InlineData("""{"succeeded":2,"failed":0,"skipped":1,"recipientsListId":"x"}""", "Succeeded, Failed and Skipped make 3, but 2 were sent, so what became of all of them is not known. " + FindVip)]
    public async Task Answer_is_emitted_and_then_warned_of(string answer, string? said)
    {
        _desk.Write = _ => WireAnswer.Of(200, answer);
        string path = await SendAsync(Good, sender => sender with { ListName = "VIP" });
        Assert.StartsWith("emit: ", _desk.Told[1], StringComparison.Ordinal);
        Assert.Equal(said is null ? [] : [$"warn: '{path}': {said}"], _desk.Told[2..]);
    }

    [Theory]
    [InlineData("""{"succeeded":0,"failed":0,"skipped":0}""", 1)]
    [InlineData("""{"succeeded":1,"failed":0,"skipped":0}""", 0)]
    public async Task Unchecked_file_is_not_counted_but_holds_somebody(string answer, int warnings)
    {
        _desk.Write = _ => WireAnswer.Of(200, answer);
        string path = await SendAsync(Good, sender => sender with { SkipValidation = true });
        Assert.Equal(
            Enumerable.Repeat($"warn: '{path}': Succeeded, Failed and Skipped make 0, so what became of all of them is not known. Look at the recipients in the RocketCOMS portal. To load the file again with -BatchStrategy Skip adds only those that are missing.", warnings),
            _desk.Told[2..]);
    }

    [Fact]
    public async Task Load_without_an_answer_is_not_known()
    {
        _desk.Write = _ => WireAnswer.Drop;
        OutcomeUnknownException unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SendAsync(Good, sender => sender with { ListName = "VIP" }));
        Assert.Contains("look for 'VIP' before you load the file again", unknown.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(RcJournalOutcome.Unknown, (await _desk.EntriesAsync())[1].Outcome);
    }

    private async Task<string> SendAsync(string text, Func<Settings, Settings> of)
    {
        Settings settings = of(new Settings(null, RcRecipientBatchStrategy.Skip, false, false));
        Core.Csv.FileSource file = _desk.File(text);
        RecipientSender sender = new(_desk.Transport, _desk, _desk.Guard(), _desk.Clock) { ListName = settings.ListName, Strategy = settings.Strategy, SkipValidation = settings.SkipValidation, Force = settings.Force };
        await sender.SendAsync(file, TestClient.Stop);
        return file.Path!;
    }

    private sealed record Settings(string? ListName, RcRecipientBatchStrategy Strategy, bool SkipValidation, bool Force);
}
