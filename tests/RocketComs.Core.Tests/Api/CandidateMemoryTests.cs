using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public sealed class CandidateMemoryTests
{
    private static readonly Candidate[] s_some = [new("a1", "Spring Sale", "ACTIVE")];

    private readonly FakeTimeProvider _clock = new();
    private int _reads;

    [Fact]
    public void What_was_read_is_remembered_for_a_minute()
    {
        CandidateMemory memory = Memory();

        Assert.Same(s_some, memory.Get("lists", Read));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(s_some, memory.Get("lists", Read));
        Assert.Equal(1, _reads);

        _clock.Advance(TimeSpan.FromSeconds(1));
        memory.Get("lists", Read);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public void Kinds_are_remembered_apart()
    {
        CandidateMemory memory = Memory();
        memory.Get("lists", Read);

        memory.Get("templates", Read);

        Assert.Equal(2, _reads);
    }

    [Fact]
    public void Failure_is_empty_and_is_asked_for_again_after_five_seconds()
    {
        CandidateMemory memory = Memory();

        Assert.Empty(memory.Get("lists", Fail));
        Assert.Empty(memory.Get("lists", Read));
        Assert.Equal(0, _reads);

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Same(s_some, memory.Get("lists", Read));
    }

    [Fact]
    public void Nobody_waits_longer_than_the_patience()
    {
        CandidateMemory memory = new(_clock, TimeSpan.FromMilliseconds(20));

        Assert.Empty(memory.Get("lists", async stop =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return s_some;
        }));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("A1", true)]
    [InlineData("sale", true)]
    [InlineData("1", false)]
    public void Candidate_is_meant_by_the_beginning_of_its_id_or_a_part_of_its_name(string typed, bool isMeant) => Assert.Equal(isMeant, s_some[0].Matches(typed));

    [Theory]
    [InlineData("$(calc)")]
    [InlineData("32df8770-ee48-46e7-a8c7-9ec478883076; rm")]
    [InlineData("\"; x; \"")]
    [InlineData("")]
    [InlineData(null)]
    public void Id_that_would_be_more_than_a_word_in_a_command_line_is_none(string? id) => Assert.Null(Candidate.Of(id, "Spring", null));

    [Fact]
    public void Names_have_no_control_characters() => Assert.Equal(new Candidate("a-1", "Spring  [31mred", "ACTIVE"), Candidate.Of("a-1", "Spring \u001b[31mred", "ACTIVE\n"));

    private static Task<IReadOnlyList<Candidate>> Fail(CancellationToken stop) => throw new UnexpectedResponseException("No.", "Nothing.");

    private CandidateMemory Memory() => new(_clock, TimeSpan.FromSeconds(60));

    private Task<IReadOnlyList<Candidate>> Read(CancellationToken stop)
    {
        _reads++;
        return Task.FromResult<IReadOnlyList<Candidate>>(s_some);
    }
}
