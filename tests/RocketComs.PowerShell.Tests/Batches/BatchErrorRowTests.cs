using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class BatchErrorRowTests
{
    private const string Csv = "12025550123,Hello\nabc,Hello\n12025550125,one,two\n";

    [Fact]
    public void Errors_come_with_the_rows_of_the_file()
    {
        using AccountSession session = new();
        string id = session.NewBatch(csv: Csv);

        CommandResult errors = session.Run("Get-RcBatchError", ("Id", id), ("Path", session.PathOf("seed.csv"))).NoErrors();

        Assert.Equal(["abc", "12025550125"], errors.Values<string>("Number"));
        Assert.Equal(["Hello", "one,two"], errors.Values<string>("Message"));
        Assert.Equal([2L, 3L], errors.Values<long?>("FileLine"));
        Assert.Contains("RocketComs.RcBatchError", errors.Output[0].TypeNames);
        Assert.Empty(errors.Warnings);
    }

    [Fact]
    public void Without_a_file_there_are_no_rows()
    {
        using AccountSession session = new();

        PSObject error = session.Run("Get-RcBatchError", ("Id", session.NewBatch(csv: AccountSession.BadCsv))).Single();

        Assert.Equal(("RocketComs.RcBatchError", null, null), (error.TypeNames[0], error.Get<string>("Number"), error.Get<long?>("FileLine")));
    }

    [Fact]
    public void Batch_comes_down_the_pipeline_and_the_file_by_position()
    {
        using AccountSession session = new();
        string id = session.NewBatch(csv: Csv);
        session.Set("id", id);

        CommandResult errors = session.Script("Get-RcBatch $id | Get-RcBatchError -Path seed.csv; Get-RcBatchError $id seed.csv").NoErrors();

        Assert.Equal(["abc", "12025550125", "abc", "12025550125"], errors.Values<string>("Number"));
    }

    [Fact]
    public void File_is_that_of_one_batch()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("a", Csv), session.NewBatch("b", Csv)];

        CommandResult result = session.Run("Get-RcBatchError", ("Id", ids), ("Path", session.PathOf("seed.csv")));

        result.Error("RcInvalidParameter");
        Assert.Equal([ids[0], ids[0]], result.Values<string>("BatchId"));
    }

    [Fact]
    public void File_that_is_not_there_is_refused_before_anything_is_asked()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Run("Get-RcBatchError", ("Id", id), ("Path", "nowhere.csv")).Ended("RcFileNotFound");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Errors_are_not_taken_for_the_rows_of_an_upload()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch(csv: Csv));
        session.WriteFile("repaired.csv", "12025550123,Hello\n12025550124,Hello\n12025550125,Hi\n");

        CommandResult result = session.Script("Get-RcBatchError $id -Path repaired.csv | Update-RcBatch -Force");

        Assert.StartsWith("RcInvalidParameter,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Errors_with_rows_still_name_the_batch_to_update()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch(csv: Csv));
        session.WriteFile("repaired.csv", AccountSession.GoodCsv);

        session.Script("Get-RcBatchError $id -Path seed.csv | Update-RcBatch -Path repaired.csv -Action Validate").NoErrors();

        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Message_of_a_batch_is_of_its_batch()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        session.Set("id", id);

        CommandResult batches = session.Script("Get-RcBatchMessage $id | Get-RcBatch").NoErrors();

        Assert.Equal([id, id], batches.Values<string>("Id"));
    }
}
