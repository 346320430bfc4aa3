using System.Text.Json;
using RocketComs.Core.Json;
using Xunit;

namespace RocketComs.Core.Tests.Json;

public class ObjectJsonTests
{
    [Theory]
    [InlineData("""{"succeeded":1}""", true)]
    [InlineData("""{"failed":1}""", true)]
    [InlineData("""{"skipped":0}""", true)]
    [InlineData("""{"recipientsListId":"x"}""", true)]
    [InlineData("""{"errorDetails":[{"lineNumber":1}]}""", false)]
    [InlineData("""{"succeeded":"many"}""", false)]
    public void Load_is_known_by_any_of_its_counts_or_its_list(string json, bool isLoad) => Assert.Equal(isLoad, LookupJson.RecipientImport("a.csv", Fields(json)) is not null);

    [Fact]
    public void Lists_that_are_not_there_are_empty()
    {
        RcCampaign campaign = LookupJson.Campaign(Fields("{}"));
        Assert.Equal(([], []), (campaign.MnoIds, campaign.SubUsecases));
        Assert.Equal([], QualificationJson.Usecase(Fields("""{"usecase":"x"}""")).Operators);
        Assert.Equal([], LookupJson.RecipientImport("a.csv", Fields("""{"failed":1}"""))!.ErrorDetails);
    }

    [Fact]
    public void Batch_as_it_was_read_is_told_from_one_that_was_changed_or_made()
    {
        RcBatch batch = BatchJson.Batch(Fields("""{"id":"a","status":"CREATED","description":"d"}"""));
        Assert.True(UnchangedObjects.Contains(batch));
        Assert.Empty(UnchangedObjects.ChangesOf(batch));
        Assert.False(UnchangedObjects.Contains(new RcBatch { Id = "a" }));
        Assert.Empty(UnchangedObjects.ChangesOf(new RcBatch { Id = "a" }));

        // As PowerShell does it.
        typeof(RcBatch).GetProperty(nameof(RcBatch.Status))!.SetValue(batch, "DELIVERED");
        Assert.False(UnchangedObjects.Contains(batch));
        Assert.Equal([nameof(RcBatch.Status)], UnchangedObjects.ChangesOf(batch));
    }

    [Fact]
    public void Template_that_was_changed_is_known()
    {
        RcMessageTemplate template = LookupJson.MessageTemplate(Fields("""{"id":"a","message":"Hi"}"""));
        Assert.Empty(UnchangedObjects.ChangesOf(template));

        typeof(RcMessageTemplate).GetProperty(nameof(RcMessageTemplate.Message))!.SetValue(template, "Ho");
        Assert.Equal([nameof(RcMessageTemplate.Message)], UnchangedObjects.ChangesOf(template));
    }

    private static JsonFields Fields(string json) => new(JsonDocument.Parse(json).RootElement);
}
