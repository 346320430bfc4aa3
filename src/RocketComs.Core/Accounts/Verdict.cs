namespace RocketComs.Core.Accounts;

/// <summary>Makes checks of what was seen. Nothing that identifies anybody goes in here: counts, HTTP statuses, names of fields and shapes of values.</summary>
internal static class Verdict
{
    /// <summary>What to do where the module reads both forms.</summary>
    public const string NothingToSet = "There is nothing to set: the module reads it either way.";

    /// <summary>What to do where nothing can be set.</summary>
    public const string Report = "Please report it: the output of Test-RcAccount is all that is needed.";

    public static RcAccountCheck Confirmed(string name, string evidence) => new() { Name = name, Result = RcAccountCheckResult.Confirmed, Evidence = evidence };

    public static RcAccountCheck Contradicted(string name, string evidence, string advice) => new() { Name = name, Result = RcAccountCheckResult.Contradicted, Evidence = evidence, Advice = advice };

    public static RcAccountCheck NotKnown(string name, string evidence, string advice = "") => new() { Name = name, Result = RcAccountCheckResult.NotKnown, Evidence = evidence, Advice = advice };

    /// <summary>A value as a pattern: every digit as 0, letters as a, but for those that times are written with.</summary>
    public static string Shape(string value)
    {
        const int Most = 30;
        char[] shape = [.. value.Take(Most).Select(character => char.IsDigit(character) ? '0' : char.IsLetter(character) && "TZAMPampm".IndexOf(character) < 0 ? 'a' : character)];
        return new string(shape) + (value.Length > Most ? "…" : string.Empty);
    }
}
