using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>How an account writes moments, days and times of day.</summary>
public sealed class FormatCheckTests : IDisposable
{
    private readonly AccountDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("", "NotKnown: The account has nothing with a moment in it.")]
    [InlineData("\"createdAt\":\"\",\"updatedAt\":null,\"finishedAt\":{}", "NotKnown: The account has nothing with a moment in it.")]
    [InlineData("\"createdAt\":\"2027-01-15T10:00:00Z\"", "Confirmed: They are written as 0000-00-00T00:00:00Z, with a time zone.")]
    [InlineData("\"updatedAt\":\"2027-01-15T10:00:00.123+02:00\"", "Confirmed: They are written as 0000-00-00T00:00:00.000+00:00, with a time zone.")]
    [InlineData("\"finishedAt\":\"2027-01-15 10:00-0500\"", "Confirmed: They are written as 0000-00-00 00:00-0000, with a time zone.")]
    [InlineData("\"lastStatusAt\":\"2027-01-15T10:00:00Z\",\"createdAt\":\"2027-01-15 10:00Z\"", "Confirmed: They are written as 0000-00-00 00:00Z, with a time zone.")]
    [InlineData("\"createdAt\":\"2027-01-15T10:00:00Z\",\"updatedAt\":\"2027-01-15T10:00:00\"", "Contradicted: They are written as 0000-00-00T00:00:00, without a time zone.")]
    [InlineData("\"createdAt\":\"2027-01-15 10:00 AM\",\"updatedAt\":1799999999999", "Contradicted: They are written as 0000000000000, which is not ISO 8601.")]
    [InlineData("\"createdAt\":\"01/15/2027 10:00\"", "Contradicted: They are written as 00/00/0000 00:00, which is not ISO 8601.")]
    [InlineData("\"createdAt\":\"2027-13-45T10:00:00Z\",\"updatedAt\":\"never\"", "Contradicted: They are written as 0000-00-00T00:00:00Z, which is not ISO 8601.")]
    [InlineData("\"createdAt\":\"Tz AMP am pm, some day (12345)\"", "Contradicted: They are written as Ta AMP am pm, aama aaa (00000), which is not ISO 8601.")]
    [InlineData("\"createdAt\":\"Tz AMP am pm, some day (123456)\"", "Contradicted: They are written as Ta AMP am pm, aama aaa (000000…, which is not ISO 8601.")]
    public async Task Moments_are_iso_with_a_zone(string fields, string expected) => Assert.Equal(expected, (await ReadAsync(fields))["Moments"]);

    [Theory]
    [InlineData("", "NotKnown: No batch of the account shows a date.")]
    [InlineData("\"startDate\":\"2027-01-15\",\"endDate\":\"\"", "Confirmed: They are written as 0000-00-00.")]
    [InlineData("\"startDate\":\"2027-01-15\",\"endDate\":\"2027-01-16T00:00:00Z\"", "Contradicted: They are written as 0000-00-00T00:00:00Z, rather than 0000-00-00.")]
    [InlineData("\"startDate\":\"2027-01-16T00:00:00Z\",\"endDate\":\"01/15/2027\"", "Contradicted: They are written as 00/00/0000, which is not documented.")]
    [InlineData("\"endDate\":20270115", "Contradicted: They are written as 00000000, which is not documented.")]
    public async Task Days_are_written_as_documented(string fields, string expected) => Assert.Equal(expected, (await ReadAsync(fields))["Dates"]);

    [Theory]
    [InlineData("", "NotKnown: No batch of the account shows a sending window.")]
    [InlineData("\"startTime\":\"09:00:00\",\"endTime\":\"17:00\"", "Confirmed: They are written as 00:00:00.")]
    [InlineData("\"startTime\":\"09:00\",\"endTime\":\"5:00 PM\"", "Contradicted: They are written as 0:00 PM, which is not documented.")]
    public async Task Times_of_day_are_written_as_documented(string fields, string expected) => Assert.Equal(expected, (await ReadAsync(fields))["Times of day"]);

    [Theory]
    [InlineData("/v1/campaigns")]
    [InlineData("/v1/recipients/lists")]
    [InlineData("/v1/brands")]
    [InlineData("/v1/message-templates")]
    public async Task Every_list_shows_how_moments_are_written(string path)
    {
        _desk.Lists[path] = ["""{"id":"c1","createdAt":"2027-01-15T10:00:00Z"}""", "1", "null"];
        Assert.StartsWith("Confirmed", (await _desk.ReadAsync())["Moments"], StringComparison.Ordinal);
    }

    private Task<Dictionary<string, string>> ReadAsync(string fields)
    {
        _desk.Lists["/v1/batches"] = [AccountDesk.BatchOf("b1", "c1", more: fields.Length == 0 ? fields : "," + fields), "\"no object\""];
        return _desk.ReadAsync();
    }
}
