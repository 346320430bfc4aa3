using RocketComs.Core.Api;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class TemplateChangeTests
{
    [Theory]
    [InlineData(null, null, "ARCHIVED", "Archive")]
    [InlineData(null, null, "ACTIVE", "Activate")]
    [InlineData("x", null, null, "Rename to 'x'")]
    [InlineData(null, "y", null, "Change the text")]
    [InlineData("x", null, "ACTIVE", "Rename to 'x' and activate")]
    [InlineData("x", "y", "ARCHIVED", "Rename to 'x', change the text and archive")]
    [InlineData(null, null, null, "")]
    public void Change_is_said_in_words(string? name, string? message, string? status, string words) =>
        Assert.Equal(words, new TemplateChange { Name = name, Message = message, Status = status }.Describe());

    [Fact]
    public void Only_what_was_sent_is_compared_and_a_line_break_in_another_notation_is_no_difference()
    {
        RcMessageTemplate template = new() { Id = "1", Name = "x", Message = "a\nb", Status = "ARCHIVED" };
        Assert.Empty(new TemplateChange { Message = @"a\nb" }.Differences(template));
        Assert.Equal(
            ["Name 'y' was sent, but message template 1 shows 'x'.", "Status 'ACTIVE' was sent, but message template 1 shows 'ARCHIVED'."],
            new TemplateChange { Name = "y", Status = "ACTIVE" }.Differences(template));
        Assert.Equal(["Name 'y' was sent, but message template 1 shows none."], new TemplateChange { Name = "y" }.Differences(new RcMessageTemplate { Id = "1" }));
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("VIP", null, null, false)]
    [InlineData(null, "Hi", null, false)]
    [InlineData(null, null, "ACTIVE", false)]
    public void Change_without_a_name_a_text_or_a_status_is_none(string? name, string? message, string? status, bool isEmpty) =>
        Assert.Equal(isEmpty, new TemplateChange { Name = name, Message = message, Status = status }.IsEmpty);
}
