using System.Collections;
using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Says why an input cannot be read.</summary>
internal static class UnreadInput
{
    private const string ScriptBlocks = "choose columns with script blocks, such as -Number { $_.Cell } -Message { \"Hi $($_.First)\" }";

    /// <summary>What to do about columns that are not understood.</summary>
    public const string Advice = $"Give the columns those names, or {ScriptBlocks}.";

    /// <summary>The error about a parameter that was typed without a value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What was typed.</param>
    public static InvalidParameterException Empty(string parameter, object? value) =>
        new(parameter, value, $"-{parameter} is empty, as of a variable without a value. Nothing was done.", $"Give a value, or leave -{parameter} out.");

    /// <summary>The error about an object of which nothing is read.</summary>
    /// <param name="input">The object.</param>
    /// <param name="parameters">The parameters of the command that take a column.</param>
    public static InvalidParameterException NothingRead(PSObject? input, ColumnParameter[] parameters) =>
        EmptyFile(input, parameters) ?? new InvalidParameterException(
            "InputObject",
            input,
            $"{Describe(input)} was piped, and nothing of it is read: the columns that are understood are {Understood(parameters)}. Nothing was sent.",
            input is not null && ColumnCheck.IsLine(input)
                ? "Make objects of text first (Import-RcBatchCsv, ConvertFrom-Csv), or take the columns out of it with script blocks, such as -Number { $_.Split(',')[0] } -Message { $_.Split(',', 2)[1] }."
                : $"Leave the pipe out, or else: {AdviceFor(parameters)}");

    /// <summary>The error about objects that PowerShell could not bind: each names too little for any parameter set, or too much for one.</summary>
    /// <param name="first">The first of them; <see langword="null"/> when that was piped.</param>
    /// <param name="count">How many there are, such as "2 of 3".</param>
    /// <param name="parameters">The parameters of the command that take a column.</param>
    /// <param name="consequence">What follows from it, such as "Nothing was sent."</param>
    public static InvalidParameterException NotBound(PSObject? first, string count, ColumnParameter[] parameters, string consequence)
    {
        string[] Columns(Func<ColumnParameter, bool> which) => first is null ? [] : [.. parameters.Where(which).Select(parameter => Column(first, parameter)).OfType<string>()];
        string[] ofRow = Columns(static parameter => parameter.IsOfRow);
        string[] ofFile = Columns(static parameter => parameter.Kind == ColumnKind.File);
        bool isBoth = ofRow.Length > 0 && ofFile.Length > 0;
        return new InvalidParameterException(
            "InputObject",
            first,
            $"{count} piped objects could not be read: {(isBoth ? $"{string.Join(", ", ofRow)} makes each a row, and {ofFile[0]} a plan, even where it is empty" : "each needs what the command sends, such as a number and a text")}. "
                + $"{Describe(first)} was the first of them. The columns that are understood are {Understood(parameters)}. {consequence}",
            isBoth ? "Leave out the columns that are not meant: Select-Object chooses columns." : AdviceFor(parameters));
    }

    /// <summary>What an object is, for an error: its columns, or its type.</summary>
    public static string Describe(PSObject? input)
    {
        if (input is null)
        {
            return "$null";
        }

        string[] columns = [.. ColumnCheck.Written(input).Where(static property => property is not UnknownProperty).Select(static property => property.Name)];
        return ColumnCheck.IsLine(input) ? $"'{Cell.Show(input)}'"
            : input.BaseObject is IDictionary ? "A hashtable, which has keys instead of columns,"
            : columns.Length == 0 ? $"An object of the type {input.TypeNames.FirstOrDefault()}"
            : $"An object with the columns {string.Join(", ", columns.Take(20))}";
    }

    // Only a command that takes rows has script blocks for their columns.
    private static string AdviceFor(ColumnParameter[] parameters) =>
        parameters.Any(parameter => parameter.IsOfRow) ? Advice : $"Give the path of a file, as text or in a column of that name ({Understood(parameters)}).";

    private static bool IsFilled(PSObject input, ColumnParameter parameter) => ColumnCheck.Filled(input, parameter).Any();

    private static string Understood(ColumnParameter[] parameters) =>
        string.Join("; ", parameters.Select(parameter => string.Join(" or ", parameter.Names)));

    // A plan in which the cell of a file was left empty.
    private static InvalidParameterException? EmptyFile(PSObject? input, ColumnParameter[] parameters)
    {
        if (input is null || ColumnCheck.IsLine(input) || parameters.Any(parameter => parameter.IsOfRow && IsFilled(input, parameter)))
        {
            return null;
        }

        ColumnParameter? file = parameters.FirstOrDefault(parameter => parameter.Kind == ColumnKind.File && !IsFilled(input, parameter));
        return file is null || Column(input, file) is not { } column ? null : new InvalidParameterException(
            file.Name, input, $"The column {column} of the piped object is empty. Nothing was sent for it.", "Give the path of a file in it, or leave the object out with Where-Object.");
    }

    // The column for a parameter, filled or not.
    private static string? Column(PSObject input, ColumnParameter parameter) =>
        parameter.Names.FirstOrDefault(name => input.Properties[name] is { } property && !ModuleTypes.IsOwn(input, property));
}
