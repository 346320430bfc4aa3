using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Why a row has the wrong columns, and what to write instead: a line that is offered passes the check.</summary>
public sealed class ColumnAdviceTests
{
    private const string Removal = "Remove every column that is neither number nor text. If one says who wants no messages, leave out the rows of those people first.";

    [Theory]
    [InlineData("2025550101,Ann,Hi\n2025550102,Bob,Hello\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,\"Ann\",\"Hi\"\n2025550102,\"Bob\",\"Hello\"\n", "so have the other rows.", Removal)]
    [InlineData("Phone,Name,Text\n2025550101, Ann, Hi\n2025550102, Bob, Hello\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,Ann,Hello\n2025550102,Bob,Hi, you\n2025550103,Cy,Yo\n", "so have the other rows.", Removal)]
    [InlineData("2025550102,Bob,Hi, you\n2025550101,Ann,Hello\n2025550103,Cy,Yo\n", "the others have 3, so that a comma in the text cut it.", "Put the text in quotes, and double every quote inside it. " + Removal)]
    [InlineData("2025550101,Ann, Hello\n2025550102,Bob,5\" Hi\n2025550103,Cy,Yo\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,Ann,Sale\n2025550102,Bob,Sale\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,a,b,c\n2025550102,a,b,d\n2025550103,a,d,e\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,a,c\n2025550102,a,b,d\n2025550103,a,d,e\n", "the others have 4.", Removal)]
    [InlineData("2025550101,Sale,today only\n2025550102,Sale,today only\n2025550103,Sale,today only\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"Sale,today only\"")]
    [InlineData("2025550101,Only 1,000 left\n2025550102,Only 1,000 left\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"Only 1,000 left\"")]
    [InlineData("Number,Message\n2025550101,Sale,today\n2025550102,Yo,now\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"Sale,today\"")]
    [InlineData("2025550101,Sale, 20% off,1\n2025550102,Hi,0\n", "a comma in the text cut it, and a last one of 0 or 1 belongs to an older form of batch files.", "Remove the last column, and put the text in quotes: 2025550101,\"Sale, 20% off\"")]
    [InlineData("2025550102,Hi,0\n2025550101,Sale, 20% off,1\n", "a third one of 0 or 1 belongs to an older form of batch files.", "Remove the third column: 2025550102,Hi")]
    [InlineData("Number,Message,Opt-out\n2025550101,Yo,yes\n2025550102,Hi\n", "so have the other rows.", Removal)]
    [InlineData("Number,Message,Opt-out\n2025550101,Yo,1\n2025550102,Hi,0\n", "so have the other rows.", Removal)]
    [InlineData("2025550101,Hi\n2025550102;Hello, dear, all\n", "a semicolon stands behind the number, where a comma belongs.", "Write a comma there: 2025550102,\"Hello, dear, all\"")]
    [InlineData("2025550101,Hi, Ann\n2025550102,Hi, Bob\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"Hi, Ann\"")]
    [InlineData("2025550101,Ann,Hi\n2025550102,Hello\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"Ann,Hi\"")]
    [InlineData("2025550101,Hi,\n", "all after the second are empty.", "Remove the commas at its end: 2025550101,Hi")]
    [InlineData("2025550101,\"Hi, Ann\", ,\n", "all after the second are empty.", "Remove the commas at its end: 2025550101,\"Hi, Ann\"")]
    [InlineData("2025550101,Hi,0\n2025550102,Hi,1\n", "a third one of 0 or 1 belongs to an older form of batch files.", "Remove the third column: 2025550101,Hi")]
    [InlineData("2025550101, \"Hi, Ann\"\n", "a blank stands before the quote, so that it quotes nothing.", "Remove the blank before the quote: 2025550101,\"Hi, Ann\"")]
    [InlineData("2025550101, \"Hi, \"Ann\"\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,\"\"\"Hi, \"\"Ann\"\"\"")]
    [InlineData("2025550101;Hi; Ann\n", "a semicolon in the text cut it.", "Put the text in quotes, and double every quote inside it: 2025550101,Hi; Ann")]
    [InlineData("2025550101;Hi, Ann;\n", "all after the second are empty.", "Remove the semicolons at its end: 2025550101,\"Hi, Ann\"")]
    [InlineData("2025550101,\"Hi\",Ann\n", "a comma stands outside the quotes.", "Put the whole text into one pair of quotes, or remove what is neither number nor text.")]
    [InlineData("abc,Hi, Ann\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it.")]
    [InlineData("2025550101,a\0,b\n", "a comma in the text cut it.", "Put the text in quotes, and double every quote inside it.")]
    public void Row_of_three_columns_is_told_why(string text, string message, string suggestion)
    {
        RcBatchCsvIssue issue = Check(text).Issues.First(each => each.RuleId == "RC003");
        Assert.EndsWith(message, issue.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, issue.Suggestion);
    }

    [Theory]
    [InlineData("2025550102;Hello, dear", "semicolon", "2025550102,\"Hello, dear\"")]
    [InlineData("2025550102|Hello,you", "vertical bar", "2025550102,\"Hello,you\"")]
    [InlineData("+1 202-555-0102;Hello, dear", "semicolon", null)]
    public void Delimiter_behind_the_number_is_named_where_a_comma_cut_the_text(string row, string delimiter, string? offer)
    {
        RcBatchCsvReport report = Check("2025550101,Hi\n" + row + "\n");
        RcBatchCsvIssue issue = Single(report, "RC005");
        Assert.Equal(
            ("RC005", $"A {delimiter} stands behind the number, where a comma belongs.", "Write a comma there" + (offer is null ? "." : ": " + offer)),
            (Fired(report), issue.Message, issue.Suggestion));
    }

    [Theory]
    [InlineData("2025550102;2025550103,Hello", "There are several numbers in the place of one.")]
    [InlineData("2025550102;x12,Hello", "An extension stands behind the number; no text can be sent to one.")]
    [InlineData("2025550102 Ann,Hello; you", "The number holds letters.")]
    public void Number_that_no_text_follows_is_told_what_is_wrong_with_it(string row, string message) => Assert.Equal(
        message, Single(Check("2025550101,Hi\n" + row + "\n"), "RC005").Message);

    [Fact]
    public void Blank_before_a_quote_is_named_in_a_row_of_two_columns_too()
    {
        RcBatchCsvIssue issue = Single(Check("2025550101, \"Hi\"\n"), "RC114");
        Assert.Equal(
            ("A blank stands before the quote, so that it quotes nothing and is kept as text.", "Remove the blank before the quote: 2025550101,Hi"),
            (issue.Message, issue.Suggestion));
    }

    [Theory]
    [InlineData("2025550101, \"Doors open at nine\"\n")]
    [InlineData("2025550101, \"Say \"\"hi\"\" to us\"\n")]
    [InlineData("2025550101,\t\"\"\"Hi\"\"\"\n")]
    public void What_is_offered_without_the_blank_before_a_quote_is_what_repair_writes(string row)
    {
        using Core.Tests.Repair.RepairFolder folder = new(row);
        folder.Repair();
        Assert.Equal("Remove the blank before the quote: " + folder.Output, Single(Check(row), "RC114").Suggestion + "\n");
    }

    [Fact]
    public void Blank_before_a_quote_that_is_never_closed_is_not_to_be_removed() => Assert.Equal(
        "If it belongs to the text, quote the field: \" \"\"Hi\"", Single(Check("2025550101, \"Hi\n"), "RC114").Suggestion);

    [Fact]
    public void Row_of_a_number_that_opted_out_is_not_offered() => Assert.Equal(
        "Put the text in quotes, and double every quote inside it.",
        Single(Check("2025550101,Hi, Ann\n", new Core.Rules.CheckOptions { OptOutNumbers = ["2025550101"] }), "RC003").Suggestion);

    [Fact]
    public void Every_line_that_is_offered_passes()
    {
        string[] pieces = ["2025550101", ",", ",", " ", "\"", "\"\"", ";", "|", "Hi", "Ann", "0", "1", "\\n", "{name}", "\u2019", "\u200B", "\u0001", "\t", "5\""];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(20261129);
        int offered = 0;
        for (int i = 0; i < Cases.Of(20_000); i++)
        {
            string line = "2025550101" + ",;"[random.Next(8) / 7] + string.Concat(Enumerable.Range(0, 1 + random.Next(7)).Select(_ => pieces[random.Next(pieces.Length)]));
#pragma warning restore CA5394
            foreach (RcBatchCsvIssue issue in Check(line + "\n").Issues.Where(issue => issue.RuleId is "RC002" or "RC003" or "RC114"))
            {
                int at = issue.Suggestion.IndexOf(": 2025550101,", StringComparison.Ordinal);
                if (at >= 0)
                {
                    offered++;
                    RcBatchCsvReport report = Check(issue.Suggestion.Substring(at + 2) + "\n");
                    Assert.True(report is { IsValid: true, RowCount: 1 }, line + " -> " + issue.Suggestion);
                }
            }
        }

        Assert.InRange(offered, Cases.Of(2_000), Cases.Of(20_000));
    }
}
