using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>How the bytes of a file arrive.</summary>
public sealed class FileUploadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new(WireAnswer.Of(200, TestClient.Batch));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task File_with_a_mark_arrives_as_plain_utf8(string name)
    {
        // Longer than any buffer, so that pairs fall on their borders.
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"2025554444,Grüße 😀{new string('x', i % 3)}\r\n"));
        Encoding encoding = Encoding.GetEncoding(name);
        WireRequest request = await UpdateAsync(new BatchDraft { File = File([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]) });
        Assert.Equal(Encoding.UTF8.GetBytes(text), Multipart.OnlyPart(request));
    }

    [Fact]
    public async Task Plain_file_arrives_byte_for_byte()
    {
        byte[] bytes = [.. "2025554444,x"u8, 0xFC, 0, .. "\r\r\n"u8];
        Assert.Equal(bytes, Multipart.OnlyPart(await UpdateAsync(new BatchDraft { File = File(bytes) })));
    }

    [Theory]
    [InlineData("Grüße.csv", "filename=\"Gr__e.csv\"; filename*=utf-8''Gr%C3%BC%C3%9Fe.csv")]
    [InlineData("a\"b\r\nX-Evil: 1.csv", "filename=\"a_b__X-Evil: 1.csv\"; filename*=utf-8''a%22b%0D%0AX-Evil%3A%201.csv")]
    [InlineData("a\n\n--B--.csv", "filename=\"a__--B--.csv\"; filename*=utf-8''a%0A%0A--B--.csv")]
    [InlineData("a;b=c 'd'.csv", "filename=\"a;b=c 'd'.csv\"")]
    [InlineData("a\\b\tc.csv", "filename=\"a_b_c.csv\"; filename*=utf-8''a%5Cb%09c.csv")]
    [InlineData("=?utf-8?B?YQ==?=.csv", "filename=\"=?utf-8?B?YQ==?=.csv\"")]
    [InlineData("😀.csv", "filename=\"__.csv\"; filename*=utf-8''%F0%9F%98%80.csv")]
    [InlineData("%41.csv", "filename=\"%41.csv\"")]
    public async Task Odd_file_name_cannot_break_the_header(string name, string expected)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() || name.IndexOfAny(System.IO.Path.GetInvalidFileNameChars()) < 0, "No file of this system has such a name.");
        WireRequest request = await UpdateAsync(new BatchDraft { File = File("2025554444,Hi\n"u8.ToArray(), name) });
        Assert.Equal(
            ($"Content-Type: text/csv\r\nContent-Disposition: form-data; name=\"file\"; {expected}", "2025554444,Hi\n"),
            Assert.Single(Multipart.Parts(request)));
    }

    [Fact]
    public async Task Rows_are_sent_as_a_file_with_line_breaks_escaped()
    {
        using RowsSource rows = new();
        rows.Add("2025554444", "a,\nb");
        Assert.Equal("2025554444,\"a,\\nb\"\n", Encoding.UTF8.GetString(Multipart.OnlyPart(await UpdateAsync(new BatchDraft { File = rows }))));
    }

    [Fact]
    public async Task Upload_tells_its_progress_up_to_the_last_byte_of_the_file()
    {
        List<long> told = [];
        List<long?> totals = [];
        using TestClient client = new(_server.BaseUri);
        await client.Batches.UpdateAsync(TestClient.BatchId, new BatchDraft { File = File(new byte[300_000]) }, (sent, total) => { told.Add(sent); totals.Add(total); }, TestClient.Stop);
        Assert.Equal((0L, 300_000L), (told[0], told[^1]));
        Assert.All(totals, total => Assert.InRange(total!.Value, 300_001, 302_000));
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public async Task File_changed_after_the_check_is_not_sent()
    {
        FileSource file = File("2025554444,one\n"u8.ToArray());
        System.IO.File.AppendAllText(file.Path, "2025554445,two\n");
        using TestClient client = new(_server.BaseUri);
        await Assert.ThrowsAsync<RocketComs.Core.Errors.BatchCsvInvalidException>(() => client.UpdateAsync(new BatchDraft { File = file }));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task File_is_sent_whole_again_when_the_server_asks_to_come_back()
    {
        byte[] bytes = [.. Enumerable.Repeat("2025554444,Hello\n"u8.ToArray(), 10_000).SelectMany(row => row)];
        using LoopbackServer server = new(WireAnswer.Of(429, "", "Retry-After: 0"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.UpdateAsync(new BatchDraft { File = File(bytes) });
        Assert.All(server.Requests, request => Assert.Equal(bytes, Multipart.OnlyPart(request)));
        Assert.Equal(2, server.Requests.Length);
    }

    private FileSource File(byte[] bytes, string name = "plan.csv") => new(_folder.Write(name, bytes));

    private async Task<WireRequest> UpdateAsync(BatchDraft draft)
    {
        using TestClient client = new(_server.BaseUri);
        await client.UpdateAsync(draft);
        return Assert.Single(_server.Requests);
    }
}
