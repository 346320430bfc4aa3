using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

public sealed class ImportFilesTests
{
    private const string Csv = "Number,First name\n+12025550101,Anna\n";

    [Theory]
    [InlineData("Import-RcRecipient r.csv, r.cs*, r.csv, ./r.csv")]
    [InlineData("'r.csv', 'r.csv' | Import-RcRecipient")]
    [InlineData("Import-RcRecipient r.csv, r.csv -RecipientListName x")]
    public void File_that_is_given_several_times_is_loaded_once(string script)
    {
        using AccountSession session = new();
        string path = session.WriteFile("r.csv", Csv);

        Assert.Equal(path, session.Script(script).Single().Get<string>("Path"));

        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Files_that_differ_in_letter_case_are_two_where_the_platform_says_so()
    {
        using AccountSession session = new();
        session.WriteFile("r.csv", Csv);
        session.WriteFile("R.csv", Csv);
        int files = Directory.GetFiles(Path.GetDirectoryName(session.PathOf("r.csv"))!).Length;

        session.Script("Import-RcRecipient r.csv, R.csv").NoErrors();

        Assert.Equal(files, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Control_character_keeps_the_file_back()
    {
        using AccountSession session = new();
        session.WriteFile("r.csv", "Number,First name\n+12025550101,An\0na\n");

        Assert.EndsWith("Line 2: The row holds a control character (U+0000). Remove it.", session.Script("Import-RcRecipient r.csv").Error("RcCsvInvalid").ErrorDetails.Message, System.StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Number_with_and_without_country_code_is_a_warning()
    {
        using AccountSession session = new();
        session.WriteFile("r.csv", "Number\n+12025550101\n2025550101\n");

        Assert.Contains(
            session.Script("Import-RcRecipient r.csv").NoErrors().Warnings,
            warning => warning.Contains("1 number is in the file with and without the country code (line 3, '2025550101', and line 2, '+12025550101').", System.StringComparison.Ordinal));

        Assert.Single(session.Sandbox.Writes);
    }
}
