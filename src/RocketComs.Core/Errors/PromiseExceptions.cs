namespace RocketComs.Core.Errors;

/// <summary>The same content, or the same reference, has gone out to the campaign before, or may have.</summary>
/// <param name="what">What goes out again, and when it went out first.</param>
/// <param name="recommendedAction">What to do.</param>
public sealed class AlreadySentException(string what, string recommendedAction) : RocketComsException($"{what} It was not sent.", recommendedAction);

/// <summary>All that a command would send is more than the user allows.</summary>
/// <param name="limit">What is allowed: a cost, or a number of segments.</param>
/// <param name="message">How much it is, and how much is allowed.</param>
/// <param name="recommendedAction">What to do; <see langword="null"/> for what to do about most.</param>
public sealed class CeilingExceededException(object? limit, string message, string? recommendedAction = null) : RocketComsException(
    $"{message} Nothing was sent.", recommendedAction ?? "Look with -WhatIf at what would be sent, and send less or raise the ceiling (-MaxCost, -MaxSegmentCount; Connect-RcAccount -MaxCost).")
{
    /// <summary>Gets what is allowed.</summary>
    public object? Limit { get; } = limit;
}
