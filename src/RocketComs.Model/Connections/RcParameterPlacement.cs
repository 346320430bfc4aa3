namespace RocketComs;

/// <summary>Where the scalar parameters of a batch call travel.</summary>
public enum RcParameterPlacement
{
    /// <summary>In the query string, as the documentation files them.</summary>
    Query,

    /// <summary>As parts of the multipart body.</summary>
    Form,
}
