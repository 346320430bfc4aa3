using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>A value that is shown shortened must not be offered for pasting back.</summary>
public class CutSuggestionTests
{
    private static readonly string s_long = new('x', 5_000);

    [Fact]
    public void Long_row_with_too_many_columns_is_not_suggested_cut()
    {
        RcBatchCsvIssue issue = Single(Check($"2025554444,Hello, {s_long}\n"), "RC003");
        Assert.EndsWith("…", issue.Value, StringComparison.Ordinal);
        Assert.Equal("Put the text in quotes, and double every quote inside it.", issue.Suggestion);
    }

    [Fact]
    public void Long_text_with_a_stray_quote_is_not_suggested_cut()
    {
        RcBatchCsvIssue issue = Single(Check($"2025554444,a \"quote\" {s_long}\n"), "RC114");
        Assert.EndsWith("…", issue.Value, StringComparison.Ordinal);
        Assert.Equal("If it belongs to the text, put the field in quotes and double every quote inside it.", issue.Suggestion);
    }

    [Fact]
    public void Short_row_and_short_text_are_suggested_whole()
    {
        Assert.Equal(
            "Put the text in quotes, and double every quote inside it: 2025554444,\"Hello, \"\"you\"\"\"", Single(Check("2025554444,Hello, \"you\"\n"), "RC003").Suggestion);
        Assert.Equal("If it belongs to the text, quote the field: \"a \"\"quote\"\"\"", Single(Check("2025554444,a \"quote\"\n"), "RC114").Suggestion);
    }
}
