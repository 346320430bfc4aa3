namespace RocketComs.Mutants;

/// <summary>What became of a change.</summary>
internal enum Verdict
{
    /// <summary>A test failed.</summary>
    Noticed,

    /// <summary>A test did not end.</summary>
    TimedOut,

    /// <summary>No test failed.</summary>
    Survived,

    /// <summary>No test comes there.</summary>
    Unreached,

    /// <summary>No test came there again: it is made once in a process, and was before. To be tried in another.</summary>
    Once,

    /// <summary>The test that failed goes on failing without the change. To be tried in another process.</summary>
    Spoilt,

    /// <summary>The process ended. To be tried in another.</summary>
    Ended,
}

/// <summary>What became of a change, and how.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Detail">The test that noticed it; or for how many milliseconds tests were tried.</param>
internal sealed record Result(Verdict Verdict, string Detail);
