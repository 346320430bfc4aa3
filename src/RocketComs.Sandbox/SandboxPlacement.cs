namespace RocketComs.Sandbox;

/// <summary>Where the sandbox lets the scalar parameters of a batch stand (<c>externalId</c>, <c>startDate</c>, <c>action</c>, ...).</summary>
public enum SandboxPlacement
{
    /// <summary>In the query string and in the form alike. The default: the documents file them under the query, but the body is a form.</summary>
    Any,

    /// <summary>In the query string only; one that comes as a part of the form is answered with 400.</summary>
    Query,

    /// <summary>In the form only; one that comes in the query string is answered with 400.</summary>
    Form,
}
