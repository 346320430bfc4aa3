using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>A row that is offered instead of a wrong one.</summary>
public sealed class PasteLineTests
{
    [Theory]
    [InlineData("2025550101,\"\"\"Hi\"\" there\",\n", "Remove the commas at its end: 2025550101,\"\"\"Hi\"\" there\"")]
    [InlineData("2025550101;Hi\n2025550102,Hi\n", "Write a comma there: 2025550101,Hi")]
    [InlineData("2025550101, \"a, b\"\n", "Remove the blank before the quote: 2025550101,\"a, b\"")]
    [InlineData("\"2,025550101\",Hi,\n", "Remove the commas at its end.")]
    public void Row_to_paste_is_one_that_passes(string row, string suggestion) => Assert.Equal(suggestion, Check(row).Issues[0].Suggestion);

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void Row_to_paste_is_shown_whole_or_not_at_all(int length, bool isShown) =>
        Assert.Equal(isShown, Check($"2025550101,{new string('x', length)},\n").Issues[0].Suggestion.EndsWith(new string('x', length), StringComparison.Ordinal));
}
