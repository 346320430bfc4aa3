using RocketComs.Sandbox;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class FaultTextTests
{
    [Theory]
    [InlineData("503", RcSandboxFaultKind.Status, 503, 1, "503")]
    [InlineData("503*2", RcSandboxFaultKind.Status, 503, 2, "503*2")]
    [InlineData(" 429x3 ", RcSandboxFaultKind.Status, 429, 3, "429*3")]
    [InlineData("500X0", RcSandboxFaultKind.Status, 500, 0, "500*0")]
    [InlineData("Status=504*2", RcSandboxFaultKind.Status, 504, 2, "504*2")]
    [InlineData("Status", RcSandboxFaultKind.Status, null, 1, "503")]
    [InlineData("dropanswer", RcSandboxFaultKind.DropAnswer, null, 1, "DropAnswer")]
    [InlineData("RepeatedPage*0", RcSandboxFaultKind.RepeatedPage, null, 0, "RepeatedPage*0")]
    public void Parse_reads_a_status_or_a_kind_and_how_often(string text, RcSandboxFaultKind kind, int? status, int times, string written)
    {
        RcSandboxFault fault = RcSandboxFault.Parse(text);

        Assert.Equal((kind, status, times, written), (fault.Kind, fault.Status, fault.Times, fault.ToString()));
    }

    [Fact]
    public void Parse_reads_what_belongs_to_the_kind()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), RcSandboxFault.Parse("Delay=00:00:05").Delay);
        Assert.Equal(TimeSpan.FromSeconds(1.5), RcSandboxFault.Parse("Delay=1.5").Delay);
        Assert.Null(RcSandboxFault.Parse("Delay").Delay);
        Assert.Equal(100, RcSandboxFault.Parse("SlowRequest=100").BytesPerSecond);
        Assert.Equal((50, 2), (RcSandboxFault.Parse("SlowAnswer=50*2").BytesPerSecond, RcSandboxFault.Parse("SlowAnswer=50*2").Times));
        Assert.Equal(2, RcSandboxFault.Parse("PageSizeCapped=2").PageSize);
        Assert.Equal("text/plain; charset=utf-8", RcSandboxFault.Parse("ContentType=text/plain; charset=utf-8").ContentType);
        Assert.Equal(["startDate", "endDate"], RcSandboxFault.Parse("IgnoredParameters=startDate, endDate").Parameters);
    }

    [Theory]
    [InlineData("Delay=00:00:05*2")]
    [InlineData("SlowAnswer=50")]
    [InlineData("PageSizeCapped=2*0")]
    [InlineData("ContentType=text/plain")]
    [InlineData("IgnoredParameters=startDate,endDate")]
    public void ToString_writes_what_Parse_reads(string text) => Assert.Equal(text, RcSandboxFault.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Nonsense")]
    [InlineData("50")]
    [InlineData("5033")]
    [InlineData("-503")]
    [InlineData("DropAnswer x2")]
    [InlineData("503*")]
    [InlineData("503*9999999999")]
    public void Parse_of_anything_else_names_the_kinds(string text)
    {
        FormatException fault = Assert.Throws<FormatException>(() => RcSandboxFault.Parse(text));

        Assert.Contains("Status, Delay, DropBeforeBody, DropAfterBody, DropAnswer, DropInAnswer, SlowRequest, SlowAnswer, TruncatedJson, GarbledJson, "
            + "ContentType, RepeatedPage, TotalAsPages, TotalAsItems, PageSizeCapped, IgnoredParameters.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delay=soon")]
    [InlineData("SlowRequest=fast")]
    [InlineData("SlowRequest=1.5")]
    [InlineData("DropAnswer=1")]
    public void Parse_of_a_value_that_does_not_belong_says_so(string text) =>
        Assert.StartsWith($"'{text}' is not a fault: ", Assert.Throws<FormatException>(() => RcSandboxFault.Parse(text)).Message, StringComparison.Ordinal);

    public static TheoryData<RcSandboxFault, string> Impossible => new()
    {
        { new RcSandboxFault(199), "Status must be from 200 to 599" },
        { new RcSandboxFault(600), "Status must be from 200 to 599" },
        { new RcSandboxFault((RcSandboxFaultKind)99), "there is no such kind" },
        { new RcSandboxFault { Times = -1 }, "Times must not be negative" },
        { new RcSandboxFault { Skip = -1 }, "Skip must not be negative" },
        { new RcSandboxFault(RcSandboxFaultKind.SlowAnswer) { BytesPerSecond = 0 }, "BytesPerSecond must be at least 1" },
        { new RcSandboxFault(RcSandboxFaultKind.PageSizeCapped) { PageSize = 0 }, "PageSize must be at least 1" },
        { new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = TimeSpan.FromSeconds(-1) }, "Delay must be from a millisecond to a day" },
        { new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = TimeSpan.FromTicks(5) }, "Delay must be from a millisecond to a day" },
        { new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = TimeSpan.FromDays(5) }, "Delay must be from a millisecond to a day" },
        { new RcSandboxFault { RetryAfter = "1\r\nX: y" }, "RetryAfter must be ASCII without line breaks" },
        { new RcSandboxFault { Location = "/\u00e9" }, "Location must be ASCII without line breaks" },
        { new RcSandboxFault { ContentType = "a\nb" }, "ContentType must be ASCII without line breaks" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { Status = 503 }, "Status does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { RetryAfter = "1" }, "RetryAfter does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { Location = "/" }, "Location does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { Body = "x" }, "Body does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { ContentType = "x" }, "ContentType does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { BytesPerSecond = 1 }, "BytesPerSecond does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { PageSize = 1 }, "PageSize does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { Parameters = ["action"] }, "Parameters does not belong to kind DropAnswer" },
        { new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["campaignId"] }, "'campaignId' is not a parameter that can be ignored; these are: externalId" },
        { new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["startdate"] }, "'startdate' is not a parameter that can be ignored" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Fault_that_cannot_be_is_refused_when_it_is_added(RcSandboxFault fault, string expected)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions());

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => server.AddFault(fault)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { Faults = [fault] }));
        Assert.Empty(server.Faults);
    }

    [Fact]
    public void Faults_that_can_be_are_due_in_their_order()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Faults = [new RcSandboxFault(500)] });
        RcSandbox sandbox = new(server);

        sandbox.AddFault(new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = Timeout.InfiniteTimeSpan });
        sandbox.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAnswer) { Delay = TimeSpan.FromDays(1), Skip = 3 });

        Assert.Equal(["500", "Delay", "DropAnswer"], Array.ConvertAll(sandbox.Faults, fault => fault.ToString()));
        sandbox.ClearFaults();
        Assert.Empty(sandbox.Faults);
    }
}
