using System.Text;
using CsvHelper;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>A file of recipients: a header row, and a recipient a row.</summary>
internal sealed class RecipientFile
{
    // The documentation's own table and example differ in "Email"/"email" and "Street Line 1"/"Street Line".
    private static readonly string[] s_columns = ["number", "firstname", "lastname", "email", "streetline1", "zipcode", "countrycode", "statecode", "cityname"];

    private readonly List<FileError> _errors = [];
    private readonly List<StoredRecipient> _recipients = [];
    private readonly int[] _places;

    private RecipientFile(CsvReader reader) => _places = [.. Enumerable.Range(0, reader.FieldCount).Select(index => PlaceOf(reader.GetString(index)))];

    /// <summary>The recipients of the rows that can be read, without ids of their own.</summary>
    public IReadOnlyList<StoredRecipient> Recipients => _recipients;

    /// <summary>What is wrong with the other rows.</summary>
    public IReadOnlyList<FileError> Errors => _errors;

    public static RecipientFile Of(byte[] file)
    {
        using CsvReader reader = UploadedCsv.Open(file, _ => { });
        if (!reader.Read())
        {
            throw Refusal.BadRequest("file is empty");
        }

        RecipientFile recipients = new(reader);
        if (!recipients._places.Contains(0))
        {
            throw Refusal.BadRequest("file has no column Number");
        }

        while (reader.Read())
        {
            recipients.Add(reader);
        }

        return recipients;
    }

    private static int PlaceOf(string name)
    {
        string key = new([.. name.Where(character => !char.IsWhiteSpace(character)).Select(char.ToLowerInvariant)]);
        int place = Array.IndexOf(s_columns, key == "streetline" ? "streetline1" : key);
        return place >= 0 ? place : throw Refusal.BadRequest($"file has an unknown column '{name}'");
    }

    private void Add(CsvReader reader)
    {
        if (reader.FieldCount == 1 && reader.GetString(0).Trim().Length == 0)
        {
            return;
        }

        if (reader.FieldCount != _places.Length)
        {
            _errors.Add(new FileError(reader.LineNumber, $"Row must have {_places.Length} columns but has {reader.FieldCount}"));
            return;
        }

        string?[] cells = new string?[s_columns.Length];
        for (int i = 0; i < _places.Length; i++)
        {
            string text = Encoding.UTF8.GetString(reader.GetSpan(i).ToArray()).Trim();
            cells[_places[i]] = text.Length == 0 ? null : text;
        }

        if (cells[0] is not { } number || !RecipientJson.IsNumber(number))
        {
            _errors.Add(new FileError(reader.LineNumber, cells[0] is null ? "Number is missing" : "Number is invalid"));
            return;
        }

        bool hasAddress = cells.Skip(4).Any(cell => cell is not null);
        _recipients.Add(new StoredRecipient(string.Empty, number)
        {
            FirstName = cells[1],
            LastName = cells[2],
            Email = cells[3],
            Address = hasAddress ? new PostalAddress { StreetLine1 = cells[4], ZipCode = cells[5], CountryCode = cells[6], StateCode = cells[7], CityName = cells[8] } : null,
        });
    }
}
