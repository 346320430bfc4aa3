namespace RocketComs.Sandbox.Server;

/// <summary>Turns the text of a parameter into its value, and refuses what the documentation does not allow. What was not sent is null.</summary>
internal static class Checked
{
    public static DateTime? Date(string name, string? text) => text is null ? null
        : ApiFormat.TryDate(text, out DateTime date) ? date
        : throw Refusal.BadRequest($"{name} must be a date as YYYY-MM-DD, not '{text}'");

    public static TimeSpan? TimeOfDay(string name, string? text) => text is null ? null
        : ApiFormat.TryTimeOfDay(text, out TimeSpan time) ? time
        : throw Refusal.BadRequest($"{name} must be a time as hh:mm, not '{text}'");

    public static Guid? Id(string name, string? text) => text is null ? null
        : ApiFormat.TryId(text, out Guid id) ? id
        : throw Refusal.BadRequest($"{name} must be a UUID, not '{text}'");

    public static string? OneOf(string name, string? text, params string[] allowed) => text is null || allowed.Contains(text) ? text
        : throw Refusal.BadRequest($"{name} must be one of {string.Join(", ", allowed)}, not '{text}'");

    /// <summary>A switch, which is off when it was not sent.</summary>
    public static bool Flag(string name, string? text) => OneOf(name, text, "true", "false") == "true";
}
