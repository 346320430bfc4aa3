using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The recipient object on the wire; what the recipient does not have is left out.</summary>
internal static class RecipientJson
{
    /// <summary>The business account of all recipients.</summary>
    public const string BusinessAccountId = "67b25a5e-f90a-4491-9ee4-291ff290c1fe";

    public static string[] Fields { get; } = ["id", "businessAccountId", "firstName", "lastName", "email", "mobileNumber", "createdAt", "updatedAt"];

    /// <summary>A recipient with the fields that were sent; as documented, the number is required in an update too.</summary>
    public static StoredRecipient Read(RequestJson json, StoredRecipient current)
    {
        string number = json.Required("mobileNumber");
        return current with
        {
            MobileNumber = IsNumber(number) ? number : throw Refusal.BadRequest($"mobileNumber must be in E.164 format, not '{number}'"),
            FirstName = json.Text("firstName") ?? current.FirstName,
            LastName = json.Text("lastName") ?? current.LastName,
            Email = json.Text("email") ?? current.Email,
            Address = json.Object("address") is { } address ? PostalAddress.Read(address) : current.Address,
        };
    }

    public static JsonObject Write(StoredRecipient recipient)
    {
        JsonObject json = new()
        {
            ["id"] = recipient.Id,
            ["businessAccountId"] = BusinessAccountId,
        };
        foreach ((string name, string? value) in ((string, string?)[])[("firstName", recipient.FirstName), ("lastName", recipient.LastName), ("email", recipient.Email)])
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        json["mobileNumber"] = recipient.MobileNumber;
        if (recipient.Address is { } place)
        {
            json["address"] = place.ToJson();
        }

        json["createdAt"] = ApiFormat.Moment(recipient.CreatedAt);
        json["updatedAt"] = ApiFormat.Moment(recipient.UpdatedAt);
        return json;
    }

    // The documentation speaks of E.164 and show bare digits.
    public static bool IsNumber(string text) => ApiFormat.IsMobileNumber(text, fewestDigits: 8);
}
