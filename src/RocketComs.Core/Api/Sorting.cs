namespace RocketComs.Core.Api;

/// <summary>The sorting of a list on the wire.</summary>
/// <remarks>Source: API page "Sorting and Pagination": <c>sortBy</c> is any field of the response, <c>sortDir</c> is <c>asc</c> or <c>desc</c>.</remarks>
public static class Sorting
{
    /// <summary>The query parameters.</summary>
    /// <param name="field">The field as the API or as a property has it: the first letter becomes small. None: as the platform sorts.</param>
    /// <param name="direction"><c>asc</c> or <c>desc</c>, in any case; none: as the platform sorts.</param>
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
