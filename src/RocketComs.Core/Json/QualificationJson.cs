using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads what a brand is qualified for.</summary>
internal static class QualificationJson
{
    /// <summary>Reads a use case and how fast each operator takes its messages.</summary>
    /// <remarks>Sources: API pages "Qualify a Brand for All Use Cases" and "Use Case Object".</remarks>
    public static UsecaseRates Usecase(JsonFields fields) => new(
        fields.Text("usecase"),
        [.. (fields.Items("mnoMetadata") ?? []).Where(static item => item.ValueKind == JsonValueKind.Object).Select(static item => Operator(new JsonFields(item)))]);

    // The documentation's sample has 0 for what is not limited, or not known.
    private static OperatorRate Operator(JsonFields fields) =>
        new(Positive(fields.Integer("tpm")), Positive(fields.Integer("brandDailyCap"))) { IsQualified = fields.Flag("qualify") != false };

    private static int? Positive(int? number) => number > 0 ? number : null;
}

/// <summary>A use case of a brand, and how fast operators take its messages.</summary>
/// <param name="Usecase">Its name, such as <c>MARKETING</c>.</param>
/// <param name="Operators">The operators.</param>
internal sealed record UsecaseRates(string? Usecase, IReadOnlyList<OperatorRate> Operators);

/// <summary>How fast an operator takes the messages of a use case.</summary>
/// <param name="PerMinute">Messages a minute; <see langword="null"/> where no limit is given.</param>
/// <param name="PerDay">Messages a day, of all of the brand; <see langword="null"/> where no limit is given.</param>
internal sealed record OperatorRate(int? PerMinute, int? PerDay)
{
    /// <summary>Gets whether the operator takes them at all.</summary>
    public bool IsQualified { get; init; } = true;
}
