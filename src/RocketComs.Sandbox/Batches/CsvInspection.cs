using System.Text;
using CsvHelper;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>An uploaded file, read and checked as a platform would.</summary>
internal sealed class CsvInspection
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<MessageRow> _rows = [];
    private readonly List<FileError> _errors = [];

    private CsvInspection()
    {
    }

    public IReadOnlyList<MessageRow> Rows => _rows;

    public IReadOnlyList<FileError> Errors => _errors;

    public bool HasValidRow { get; private set; }

    /// <summary>Whether the texts that can be sent are plain ASCII.</summary>
    public bool IsAscii { get; private set; } = true;

    public static CsvInspection Of(byte[] file)
    {
        CsvInspection inspection = new();
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            // The reader would convert it; a platform that is promised text in UTF-8 does not.
            inspection._errors.Add(new FileError(1, "File is not valid UTF-8"));
            return inspection;
        }

        HashSet<long> brokenLines = [];
        using (CsvReader reader = UploadedCsv.Open(file, NoteBrokenLine))
        {
            while (reader.Read())
            {
                inspection.Add(reader, brokenLines);
            }
        }

        if (inspection._rows.Count == 0)
        {
            inspection._errors.Add(new FileError(1, "File is empty"));
        }

        return inspection;

        // A stray quote inside a field does no harm; one that is never closed, or closed too early, cuts texts off.
        void NoteBrokenLine(CsvMalformedRecord record)
        {
            if (record.Reason != CsvMalformedReason.StrayQuote && record.LineNumber is { } line)
            {
                brokenLines.Add(line);
            }
        }
    }

    private void Add(CsvReader reader, HashSet<long> brokenLines)
    {
        bool isText = TryText(reader, 0, out string number) & TryText(reader, 1, out string text);
        if (reader.FieldCount == 1 && number.Trim().Length == 0)
        {
            return;
        }

        int before = _errors.Count;
        long line = reader.LineNumber;
        if (brokenLines.Contains(line))
        {
            _errors.Add(new FileError(line, "Quotation marks are not balanced"));
        }
        else if (reader.FieldCount != 2)
        {
            _errors.Add(new FileError(line, $"Row must have 2 columns but has {reader.FieldCount}"));
        }
        else if (!isText)
        {
            _errors.Add(new FileError(line, "Row is not valid UTF-8"));
        }
        else
        {
            CheckFields(line, number, text);
        }

        bool isValid = _errors.Count == before;
        _rows.Add(new MessageRow(number.Trim(), text, isValid));
        HasValidRow |= isValid;
        IsAscii &= !isValid || text.All(character => character < 128);
    }

    private void CheckFields(long line, string number, string text)
    {
        if (!ApiFormat.IsMobileNumber(number.Trim(), fewestDigits: 10))
        {
            _errors.Add(new FileError(line, "Recipient mobile number is invalid"));
        }

        if (text.Trim().Length == 0)
        {
            _errors.Add(new FileError(line, "Message text is empty"));
        }
    }

    private static bool TryText(CsvReader reader, int column, out string text)
    {
        byte[] bytes = column < reader.FieldCount ? reader.GetSpan(column).ToArray() : [];
        try
        {
            text = s_strictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.UTF8.GetString(bytes);
            return false;
        }
    }
}
