using System;

namespace RocketComs.Core.Json;

/// <summary>Reads what batches refer to. The field names of the API stand here and nowhere else in reading.</summary>
internal static class LookupJson
{
    /// <summary>Reads a Recipient List (API page "Retrieve a Recipient List").</summary>
    public static RcRecipientList RecipientList(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        RecipientsAmount = fields.Integer("recipientsAmount"),
        CreatedAt = fields.Moment("createdAt"),
        UpdatedAt = fields.Moment("updatedAt"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>The id of what was asked for by its id.</summary>
    /// <param name="document">The answer, for the error.</param>
    /// <param name="asked">The id that was asked for.</param>
    /// <param name="answered">The id in the answer; <see langword="null"/> where it has none.</param>
    /// <param name="isKnown">Whether the answer has anything that only such an object has.</param>
    /// <exception cref="Errors.UnexpectedResponseException">The answer is about another object, or is none: what a batch is sent with is not guessed.</exception>
    public static string SameId(ApiDocument document, string asked, string? answered, bool isKnown) =>
        !isKnown ? throw document.Unexpected("it has no field that it should have")
        : answered is null || string.Equals(asked, answered, StringComparison.OrdinalIgnoreCase) ? answered ?? asked
        : throw document.Unexpected($"it is about {answered}");
}
