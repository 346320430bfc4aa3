namespace RocketComs.Core.Repair;

/// <summary>A row as it is written.</summary>
/// <param name="Number">10 to 15 digits, with or without a leading plus sign.</param>
/// <param name="Message">The text, without real line breaks.</param>
/// <param name="Changes">What was repaired.</param>
internal readonly record struct RepairedRow(string Number, string Message, RowChanges Changes);
