namespace RocketComs.Core.Api;

/// <summary>The sorting of a list on the wire.</summary>
/// <remarks>Source: API page "Sorting and Pagination": <c>sortBy</c> is any field of the response, <c>sortDir</c> is <c>asc</c> or <c>desc</c>.</remarks>
public static class Sorting
{
    /// <summary>The query parameters.</summary>
    /// <param name="field">The field as the API or a property spells it: the first letter is sent in lower case. Empty: the platform's own order.</param>
    /// <param name="direction"><c>asc</c> or <c>desc</c>, in upper or lower case; <see langword="null"/>: the platform's own direction.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Query(string? field, string? direction)
    {
        List<KeyValuePair<string, string>> query = [];
        if (field is { Length: > 0 })
        {
            query.Add(new("sortBy", char.ToLowerInvariant(field[0]) + field.Substring(1)));
        }

        if (direction is not null)
        {
            query.Add(new("sortDir", direction.ToLowerInvariant()));
        }

        return query;
    }
}
