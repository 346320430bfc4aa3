using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class BatchErrorsTests
{
    private const string Number = "Recipient mobile number is invalid";
    private const string Text = "Message text is empty";
    private const string Quotes = "Quotation marks are not balanced";

    [Theory]
    [InlineData("1237774444,New Product Launch This Month", "")]
    [InlineData("2025554444,New\\nProduct\r\n+123456789012345,\"Sale, today\"\r\n", "")]
    [InlineData("2025554444,a\r2025554445,b\r", "")]
    [InlineData(" 2025554444 ,a\n", "")]
    [InlineData("2025554444,12\" record\n", "")]
    [InlineData("202555444,a\n1234567890123456,b\n2025554444,c\n", "1 " + Number + "|2 " + Number)]
    [InlineData("Number,Message\n2025554444,a\n", "1 " + Number)]
    [InlineData("202-555-4444,a\n++2025554444,b\n1.2377E+10,c\n", "1 " + Number + "|2 " + Number + "|3 " + Number)]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660,a\n", "1 " + Number)]
    [InlineData("2025554444,\n2025554444,  \n", "1 " + Text + "|2 " + Text)]
    [InlineData(",\n", "1 " + Number + "|1 " + Text)]
    [InlineData("2025554444\n", "1 Row must have 2 columns but has 1")]
    [InlineData("2025554444,Sale, today\n", "1 Row must have 2 columns but has 3")]
    [InlineData("2025554444;Sale\n", "1 Row must have 2 columns but has 1")]
    [InlineData("2025554444,\"two\nlines\"\n\n   \nabc,x\n", "5 " + Number)]
    [InlineData("2025554444,a\n2025554445,\"b\n", "2 " + Quotes)]
    [InlineData("2025554444,a\n2025554445,\"b\"c\n2025554446,d\n", "2 " + Quotes)]
    [InlineData("", "1 File is empty")]
    [InlineData("\r\n \r\n", "1 File is empty")]
    public async Task Errors_name_physical_lines_and_what_is_wrong(string csv, string expected)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(csv);

        Assert.Equal(expected, await ErrorsAsync(host, batch));
    }

    [Theory]
    [InlineData("2025554444,caf\u00e9\n", 28591, "1 Row is not valid UTF-8")]
    [InlineData("2025554444,caf\u00e9\n", 1200, "1 File is not valid UTF-8")]
    [InlineData("2025554444,caf\u00e9\n", 65001, "")]
    public async Task Errors_of_a_file_in_another_encoding_say_so(string csv, int codePage, string expected)
    {
        using SandboxHost host = new();
        Encoding encoding = Encoding.GetEncoding(codePage);
        JsonNode batch = await host.CreateAsync(SandboxHost.FileForm([.. encoding.GetPreamble(), .. encoding.GetBytes(csv)]), "action=VALIDATE");

        Assert.Equal(expected, await ErrorsAsync(host, batch));
    }

    [Fact]
    public async Task Errors_are_counted_without_verbose_and_not_listed()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.BadCsv);

        JsonNode json = await host.GetAsync(SandboxHost.PathOf(batch) + "/errors");

        JsonNode expected = JsonNode.Parse("""{"status":"0000","result":{"fileErrors":2,"page":0,"total":2,"pageSize":10}}""")!;
        Assert.True(JsonNode.DeepEquals(expected, json), json.ToJsonString());
    }

    [Fact]
    public async Task Errors_come_in_pages()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(string.Concat(Enumerable.Repeat("abc,x\n", 23)));

        JsonNode json = await host.GetAsync(SandboxHost.PathOf(batch) + "/errors?verbose=true&page=2");

        Assert.Equal(23, (int?)json["result"]!["fileErrors"]);
        Assert.Equal([21, 22, 23], json["result"]!["content"]!.AsArray().Select(error => (int)error!["line"]!));
    }

    [Fact]
    public async Task Errors_with_a_wrong_verbose_are_answered_with_400()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", SandboxHost.PathOf(batch) + "/errors?verbose=1");
    }

    private static async Task<string> ErrorsAsync(SandboxHost host, JsonNode batch)
    {
        JsonNode json = await host.GetAsync(SandboxHost.PathOf(batch) + "/errors?verbose=true&pageSize=100");
        return string.Join("|", json["result"]!["content"]!.AsArray().Select(error => $"{error!["line"]} {error["detailMessage"]}"));
    }
}
