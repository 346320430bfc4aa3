using CsvHelper;

namespace RocketComs.Sandbox.Server;

/// <summary>A mistake in an uploaded file.</summary>
/// <param name="Line">The physical line, from 1.</param>
/// <param name="DetailMessage">What is wrong.</param>
internal sealed record FileError(long Line, string DetailMessage);

/// <summary>Opens uploaded files: separated by commas, header rows read like any other, physical line numbers.</summary>
internal static class UploadedCsv
{
    public static CsvReader Open(byte[] file, Action<CsvMalformedRecord> onMalformed) =>
        CsvReader.Create(file, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = onMalformed });
}
