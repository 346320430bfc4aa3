using System.Management.Automation;
using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

public sealed class ImportRecipientTests
{
    private const string Csv = "Number,First name\n+12025550101,Anna\n+12025550150,Eve\n";

    [Fact]
    public void File_goes_out_as_it_is_with_strategy_and_list_name()
    {
        using AccountSession session = new();
        string path = session.WriteFile("people.csv", Csv);

        PSObject import = session.Run("Import-RcRecipient", ("Path", path), ("RecipientListName", "Löaded")).Single();

        Assert.Equal(("RocketComs.RcRecipientImport", path), (import.TypeNames[0], import.Get<string>("Path")));
        Assert.Equal((1, 0, 1), (import.Get<int?>("Succeeded")!.Value, import.Get<int?>("Failed")!.Value, import.Get<int?>("Skipped")!.Value));
        Assert.Equal(import.Get<string>("RecipientsListId"), import.Get<string>("RecipientListId"));
        Assert.Equal(2, session.Run("Get-RcRecipientList", ("Id", import.Get<string>("RecipientListId"))).Single().Get<int?>("RecipientsAmount"));
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("POST", "/v1/recipients/batches", ""), (request.Method, request.Path, request.RawQuery));
        Assert.Equal(
            [
                new SentPart("recipientsListName", "Löaded", null, "text/plain; charset=utf-8"),
                new SentPart("batchStrategy", "SKIP", null, "text/plain; charset=utf-8"),
                new SentPart("file", Csv, "people.csv", "text/csv"),
            ],
            request.Parts);
    }

    [Fact]
    public void Imported_list_goes_into_the_commands_that_take_one()
    {
        using AccountSession session = new();
        session.Set("import", session.Run("Import-RcRecipient", ("Path", session.WriteFile("p.csv", Csv)), ("RecipientListName", "x")).Single());

        Assert.Equal(3, session.Script($"Add-RcRecipientListMember $import {TestSandbox.SecondRecipientId} -PassThru").Single().Get<int?>("RecipientsAmount"));
        Assert.Equal(("x", 3), session.Script("$import | Get-RcRecipientList").Output.Concat(session.Script("Get-RcRecipientList $import").Output).Select(list => (list.Get<string>("Name"), list.Get<int?>("RecipientsAmount"))).Distinct().Single());
        Assert.Equal("y", session.Script("$import | Rename-RcRecipientList -NewName y").Single().Get<string>("Name"));
    }

    [Fact]
    public void Files_from_the_pipeline_are_one_upload_each()
    {
        using AccountSession session = new();
        FileInfo one = new(session.WriteFile("a.csv", Csv));
        FileInfo two = new(session.WriteFile("b.csv", "Number\n+12025550151\n"));

        CommandResult result = session.Pipe([one, two], "Import-RcRecipient", ("BatchStrategy", "merge")).NoErrors();

        Assert.Equal(["a.csv", "b.csv"], result.Values<string>("Path").Select(Path.GetFileName));
        Assert.Equal([2, 1], result.Values<int?>("Succeeded"));
        Assert.All(session.Sandbox.Writes, request => Assert.Equal(["batchStrategy", "file"], request.Parts.Select(part => part.Name)));
        Assert.All(session.Sandbox.Writes, request => Assert.Equal("MERGE", request.PartText("batchStrategy")));
    }

    [Theory]
    [InlineData("Import-RcRecipient a.csv, b.csv -RecipientListName x")]
    [InlineData("Import-RcRecipient *.csv -RecipientListName x")]
    [InlineData("'a.csv', 'b.csv' | Import-RcRecipient -RecipientListName x")]
    [InlineData("Import-RcRecipient a.csv -RecipientListName ''")]
    public void List_name_for_several_files_or_a_blank_one_is_refused(string script)
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Csv);
        session.WriteFile("b.csv", Csv);

        session.Script(script).Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void File_with_errors_is_not_sent_and_does_not_keep_the_next_back()
    {
        using AccountSession session = new();
        string bad = session.WriteFile("bad.csv", "Number,Shoe\n+12025550150,x\nabc,y\n");
        string good = session.WriteFile("good.csv", Csv);

        CommandResult result = session.Pipe([bad, good], "Import-RcRecipient");

        ErrorRecord error = result.Error("RcCsvInvalid");
        Assert.Equal(bad, error.TargetObject);
        Assert.StartsWith($"'{bad}' has 2 errors. Nothing was sent. Line 1: The column 'Shoe' is not known.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal("good.csv", Assert.Single(Assert.Single(session.Sandbox.Writes).Parts, part => part.Name == "file").FileName);
    }

    [Fact]
    public void SkipValidation_leaves_the_errors_to_the_platform()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Import-RcRecipient", ("Path", session.WriteFile("p.csv", Csv + "abc,x\n")), ("SkipValidation", true)).NoErrors();

        object[] details = [.. result.Single().Get<Array>("ErrorDetails")!.Cast<object>()];
        Assert.Equal((4, "Number is invalid"), (details.Single().Get<int?>("LineNumber")!.Value, details.Single().Get<string>("Description")));
        Assert.EndsWith("1 recipient was refused (line 4: Number is invalid); ErrorDetails has what the platform says.", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Doubts_are_warnings_and_Utf16_is_converted()
    {
        using AccountSession session = new();
        string path = session.WriteFile("p.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Number\n2025550150\n")]);

        CommandResult result = session.Run("Import-RcRecipient", ("Path", path)).NoErrors();

        Assert.StartsWith($"'{path}': 1 number has no plus in front", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal("Number\n2025550150\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Fact]
    public void Missing_file_and_lost_answer_have_their_ids()
    {
        using AccountSession session = new();

        Assert.Equal(session.PathOf("no.csv"), session.Run("Import-RcRecipient", ("Path", "no.csv")).Error("RcFileNotFound").TargetObject);
        session.Sandbox.AddFault("DropAnswer*2");
        string path = session.WriteFile("p.csv", Csv);
        ErrorRecord plain = session.Run("Import-RcRecipient", ("Path", path)).Error("RcOutcomeUnknown");
        ErrorRecord named = session.Run("Import-RcRecipient", ("Path", path), ("RecipientListName", "VIP")).Error("RcOutcomeUnknown");

        Assert.Equal(path, plain.TargetObject);
        Assert.Contains("-BatchStrategy Skip", plain.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("look for 'VIP' before", named.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }
}
