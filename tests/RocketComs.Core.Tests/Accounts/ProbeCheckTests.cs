using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>What the batch of a probe shows of the assumptions.</summary>
public sealed class ProbeCheckTests : IDisposable
{
    private const string Query = "\"Test-RcAccount query\"";
    private const string Form = "\"Test-RcAccount form\"";
    private const string NotShown = "NotKnown: The probe does not show it: the batch does not show it.";

    private readonly ProbedDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(Query, RcParameterPlacement.Query, "Confirmed: Of two descriptions, that in the query string is taken, where this connection puts parameters.")]
    [InlineData(Form, RcParameterPlacement.Form, "Confirmed: Of two descriptions, that in the form is taken, where this connection puts parameters.")]
    [InlineData(Query, RcParameterPlacement.Form, "Contradicted: Of two descriptions, that in the query string is taken; this connection puts parameters into the form.")]
    [InlineData(Form, RcParameterPlacement.Query, "Contradicted: Of two descriptions, that in the form is taken; this connection puts parameters into the query string.")]
    [InlineData("\"Test-RcAccount query,Test-RcAccount form\"", RcParameterPlacement.Query, "Contradicted: The description is neither that of the query string nor that of the form; the two may have been joined.")]
    [InlineData("null", RcParameterPlacement.Query, NotShown)]
    public async Task Description_tells_where_parameters_are_read(string description, RcParameterPlacement placement, string expected)
    {
        Made(ProbedDesk.Created.Replace(Query, description, StringComparison.Ordinal));
        Assert.Equal(expected, (await _desk.RunAsync(placement))["Place of parameters"]);
    }

    [Theory]
    [InlineData("\"CREATED\"", "Confirmed: A new batch with VALIDATE is CREATED, and can be updated.")]
    [InlineData("\"Created\"", "Confirmed: A new batch with VALIDATE is CREATED, and can be updated.")]
    [InlineData("\"PENDING\"", "Contradicted: A new batch with VALIDATE is PENDING, rather than CREATED.")]
    [InlineData("\"IN_PROCESS-now-abcdef\"", "Contradicted: A new batch with VALIDATE is of another status, rather than CREATED.")]
    [InlineData("\"IN_PROCESS-now-abcde\"", "Contradicted: A new batch with VALIDATE is IN_PROCESS-now-abcde, rather than CREATED.")]
    [InlineData("\"sent to Ann\"", "Contradicted: A new batch with VALIDATE is of another status, rather than CREATED.")]
    [InlineData("7", "Contradicted: A new batch with VALIDATE is of another status, rather than CREATED.")]
    [InlineData("null", "NotKnown: The probe does not show it: it is not CREATED.")]
    public async Task Batch_that_is_validated_stays_created(string status, string expected)
    {
        Made(ProbedDesk.Created.Replace("\"CREATED\"", status, StringComparison.Ordinal));
        Assert.Equal(expected, (await _desk.RunAsync())["Validate sends nothing"]);
    }

    [Theory]
    [InlineData("\"2028-01-15\"", "Confirmed: A batch starts on the day that was given.")]
    [InlineData("\"2028-01-15T00:00:00Z\"", "Confirmed: A batch starts on the day that was given.")]
    [InlineData("\"2028-01-14\"", "Contradicted: A batch starts -1 days from the day that was given.")]
    [InlineData("\"2028-01-17\"", "Contradicted: A batch starts +2 days from the day that was given.")]
    [InlineData("\"15.01.2028\"", "NotKnown: The first day that the batch shows cannot be read.")]
    [InlineData("null", "NotKnown: The first day that the batch shows cannot be read.")]
    public async Task Batch_starts_on_the_day_that_was_given(string day, string expected)
    {
        Made(ProbedDesk.Created.Replace("\"2028-01-15\"", day, StringComparison.Ordinal));
        Assert.Equal(expected, (await _desk.RunAsync())["First day"]);
    }

    // What cannot be looked at shows nothing, and why is said.
    [Theory]
    [InlineData("500", "The probe does not show it: HTTP 500.", "The probe does not show it: HTTP 500.")]
    [InlineData("[]", "The probe does not show it: it is not CREATED.", "The first day that the batch shows cannot be read.")]
    [InlineData("<html>", "The probe does not show it: HTTP 200 without JSON.", "The probe does not show it: HTTP 200 without JSON.")]
    public async Task Batch_that_cannot_be_read_shows_nothing(string answer, string why, string day)
    {
        Made(answer);
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal(["NotKnown: " + why, "NotKnown: " + why, "NotKnown: " + day], [checks["Place of parameters"], checks["Validate sends nothing"], checks["First day"]]);
        Assert.Equal("NotKnown: The batch could not be updated (it is not CREATED).", checks["Update with Validate"]);
        Assert.DoesNotContain(_desk.Account.Asked, line => line.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"fileErrors":0}""", "Confirmed: A text in quotes, with a comma in it, has no error.")]
    [InlineData("""{"content":[],"total":0}""", "Confirmed: A text in quotes, with a comma in it, has no error.")]
    [InlineData("""{"content":[{"line":1}],"total":1}""", "Contradicted: A row with a text in quotes, with a comma in it, has an error.")]
    [InlineData("""["row 1: too many columns"]""", "Contradicted: A row with a text in quotes, with a comma in it, has an error.")]
    [InlineData("""{"fileErrors":1}""", "NotKnown: The errors of the batch could not be read (HTTP 200).")]
    [InlineData("""{"errors":[]}""", "NotKnown: The errors of the batch could not be read (HTTP 200).")]
    [InlineData("404", "NotKnown: The errors of the batch could not be read (HTTP 404).")]
    public async Task Text_in_quotes_has_no_error(string errors, string expected)
    {
        _desk.Account.Answers(ProbedDesk.Path + "/errors", errors, ProbedDesk.SecondRow);
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal(expected, checks["Quoting of the file"]);
        Assert.StartsWith("Confirmed", checks["Lines of errors"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":[{"line":2}]}""", "Confirmed: The error of the second row is on line 2: lines are counted from 1.")]
    [InlineData("""{"content":[{"line":2},{"line":1}]}""", "Confirmed: The error of the second row is on line 2: lines are counted from 1.")]
    [InlineData("""{"content":[{"line":"1"}]}""", "Contradicted: The error of the second row is on line 1: lines are counted from 0.")]
    [InlineData("""{"content":[{"line":3},{"line":1}]}""", "Contradicted: The error of the second row is on line 3.")]
    [InlineData("""{"content":[{"row":2},"line 2"]}""", "NotKnown: The error of the second row shows no line.")]
    [InlineData("""{"fileErrors":0}""", "NotKnown: A row without a text has no error, or not yet.")]
    [InlineData("""{"fileErrors":1}""", "NotKnown: The errors of the batch could not be read (HTTP 200).")]
    [InlineData("500", "NotKnown: The errors of the batch could not be read (HTTP 500).")]
    public async Task Row_without_a_text_has_its_error_on_line_2(string errors, string expected)
    {
        _desk.Account.Answers(ProbedDesk.Path + "/errors", ProbedDesk.NoErrors, errors);
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal(expected, checks["Lines of errors"]);
        Assert.StartsWith("Confirmed", checks["Quoting of the file"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"CREATED\"", "\"Test-RcAccount updated query\"", "Confirmed: The batch shows what the update gave it.")]
    [InlineData("\"created\"", "\"Test-RcAccount updated form\"", "Confirmed: The batch shows what the update gave it.")]
    [InlineData("\"CREATED\"", Query, "Contradicted: The update was answered with success, and the batch does not show it.")]
    [InlineData("\"PENDING\"", Query, "Contradicted: An update with VALIDATE makes a batch PENDING.")]
    [InlineData("\"PENDING\"", "null", "Contradicted: An update with VALIDATE makes a batch PENDING.")]
    [InlineData("null", "\"Test-RcAccount updated query\"", "NotKnown: After the update the batch shows no status.")]
    [InlineData("\"CREATED\"", "null", "NotKnown: After the update the batch shows no description.")]
    public async Task Update_with_validate_is_shown_and_schedules_nothing(string status, string description, string expected)
    {
        string updated = ProbedDesk.Updated.Replace("\"CREATED\"", status, StringComparison.Ordinal).Replace("\"Test-RcAccount updated query\"", description, StringComparison.Ordinal);
        _desk.Account.Answers(ProbedDesk.Path, ProbedDesk.Created, updated, "404");
        Assert.Equal(expected, (await _desk.RunAsync())["Update with Validate"]);
    }

    [Theory]
    [InlineData("400", "HTTP 400")]
    [InlineData("500", "HTTP 500")]
    [InlineData("drop", "the answer was lost")]
    [InlineData("""{"id":"11112222-3333-4444-5555-666677778888","status":"CREATED"}""", "an answer that is not what is documented")]
    public async Task Update_that_failed_shows_what_was_seen_before(string answer, string why)
    {
        _desk.Account.Answers("PATCH " + ProbedDesk.Path, answer);
        _desk.Account.Answers(ProbedDesk.Path, ProbedDesk.Created, "404");
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal($"NotKnown: The batch could not be updated ({why}).", checks["Update with Validate"]);
        Assert.Equal($"NotKnown: The probe does not show it: {why}.", checks["Lines of errors"]);
        Assert.Equal("Confirmed: The batch is no longer there (HTTP 404).", checks["Removal"]);
        Assert.Equal(["Place of parameters", "Validate sends nothing", "First day", "Quoting of the file", "Removal"], checks.Where(check => check.Value.StartsWith("Confirmed", StringComparison.Ordinal)).Select(check => check.Key));
        Assert.StartsWith("The probe ended early: ", Assert.Single(_desk.Account.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_that_cannot_be_looked_at_is_not_known()
    {
        _desk.Account.Answers(ProbedDesk.Path, ProbedDesk.Created, "500", "404");
        Assert.Equal("NotKnown: The probe does not show it: the batch does not show it.", (await _desk.RunAsync())["Update with Validate"]);
    }

    [Fact]
    public async Task Update_whose_answer_shows_no_batch_is_looked_at()
    {
        _desk.Account.Answers("PATCH " + ProbedDesk.Path, "204");
        Assert.All((await _desk.RunAsync()).Values, line => Assert.StartsWith("Confirmed", line, StringComparison.Ordinal));
    }

    private void Made(string created) => _desk.Account.Answers(ProbedDesk.Path, created, ProbedDesk.Updated, "404");
}
