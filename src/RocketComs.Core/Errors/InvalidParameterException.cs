namespace RocketComs.Core.Errors;

/// <summary>A value that the platform would refuse, refused before any request.</summary>
public sealed class InvalidParameterException : RocketComsException
{
    /// <summary>Initializes the error.</summary>
    /// <param name="parameterName">The parameter, without a dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="recommendedAction">What to give instead.</param>
    public InvalidParameterException(string parameterName, object? value, string message, string recommendedAction)
        : base(message, recommendedAction)
    {
        ParameterName = parameterName;
        Value = value;
    }

    /// <summary>Gets the parameter, without a dash.</summary>
    public string ParameterName { get; }

    /// <summary>Gets what was given.</summary>
    public object? Value { get; }
}
