namespace RocketComs;

/// <summary>How much an issue weighs.</summary>
public enum RcIssueSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A doubt: the row can be sent, and probably not as intended.</summary>
    Warning,

    /// <summary>The platform cannot send the row; nothing is uploaded while there is one.</summary>
    Error,
}
