using System.Collections;
using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.PowerShell.Binding;

/// <summary>Looks at the columns of what is piped, whatever type it has: what is not read must not be taken for read.</summary>
internal static class ColumnCheck
{
    private const string Match = "Microsoft.PowerShell.Commands.MatchInfo";

    // What names an object of this module, and the file of a report. The rest is what it has, not what the user asks for.
    private static readonly string[] s_takenFromOwn = ["Id", "BatchId", "CampaignId", "Path"];

    private static readonly string[] s_ofEveryBatch =
        [nameof(RcBatch.Id), nameof(RcBatch.CampaignId), nameof(RcBatch.Status), nameof(RcBatch.OperationType), nameof(RcBatch.CreatedAt), nameof(RcBatch.AdditionalProperties)];

    private static readonly string[] s_ofEveryDataRow = ["RowError", "RowState", "Table", "ItemArray", "HasErrors"];

    /// <summary>The filled cells that stand for a parameter.</summary>
    public static IEnumerable<(string Name, object Value)> Filled(PSObject input, ColumnParameter parameter)
    {
        if (IsLine(input))
        {
            yield break;
        }

        if (parameter.Name == "Path" && RepairedFile(input) is { } repaired)
        {
            yield return (nameof(RcBatchCsvRepair.Destination), repaired);
            yield break;
        }

        // What makes files of rows, or checks them, takes those of any object: nothing goes out.
        bool isRow = ModuleTypes.NameOf(input) == nameof(RcBatchRow) || typeof(ITakesAnyRow).IsAssignableFrom(parameter.Property.ReflectedType);
        foreach (string name in parameter.Names)
        {
            if (input.Properties[name] is { } property
                && (isRow || s_takenFromOwn.Contains(property.Name, StringComparer.OrdinalIgnoreCase) || !ModuleTypes.IsOwn(input, property))
                && Value(input, property, parameter.Name) is { } value
                && !Cell.IsEmpty(value))
            {
                yield return (property.Name, value);
            }
        }
    }

    /// <summary>
    /// Whether an object is a piece of a text, or a plain value. Get-Content and Select-String note on it which file it is from; that is no word about
    /// what to send.
    /// </summary>
    public static bool IsLine(PSObject input) => input.BaseObject switch
    {
        string or Array => true,
        ValueType value => value.GetType().Assembly == typeof(int).Assembly,
        PSCustomObject => input.TypeNames.FirstOrDefault() == "Deserialized." + Match,
        var item => item.GetType().FullName == Match,
    };

    /// <summary>Whether an object has the columns of a row, filled or not.</summary>
    public static bool HasRow(PSObject input, Type command) =>
        !IsLine(input) && ColumnNames.Of(command).Where(parameter => parameter.IsOfRow).All(parameter => parameter.Names.Any(name => input.Properties[name] is not null));

    /// <summary>Whether an object has a column for a parameter, filled or not.</summary>
    public static bool Has(PSObject input, string parameter, Type command) =>
        !IsLine(input) && ColumnNames.Of(command).Single(known => known.Name == parameter).Names.Any(name => input.Properties[name] is not null);

    /// <summary>The blank text of a column without a filled one: to be shown as it stands.</summary>
    public static string? Blank(PSObject input, ColumnParameter parameter) =>
        !IsLine(input) && parameter.Names.Select(name => input.Properties[name]).FirstOrDefault(property => property is not null && !ModuleTypes.IsOwn(input, property))?.Value is { } value
            ? Cell.Unwrap(value) as string
            : null;

    /// <summary>Refuses a hashtable: PowerShell does not look at its keys.</summary>
    public static void RefuseTable(PSObject input)
    {
        if (input.BaseObject is IDictionary table)
        {
            throw new InvalidParameterException(
                "InputObject",
                input,
                $"A hashtable was piped ({string.Join(", ", table.Keys.Cast<object>().Select(Cell.Show))}), and PowerShell reads no columns from one. Nothing was sent.",
                "Make it an object: [pscustomobject]@{ ... }.");
        }
    }

    /// <summary>Refuses a column that is almost one of those that are read: left out in silence, it could send a batch months early.</summary>
    /// <param name="input">What was piped.</param>
    /// <param name="unread">Its columns that nothing reads.</param>
    /// <param name="parameters">The parameters that take a column.</param>
    /// <param name="soundNames">The names that have been looked at.</param>
    public static void RefuseNearMiss(PSObject input, IEnumerable<PSPropertyInfo> unread, ColumnParameter[] parameters, HashSet<string> soundNames)
    {
        foreach (PSPropertyInfo property in unread)
        {
            if (!soundNames.Add(property.Name))
            {
                continue;
            }

            string bare = ColumnNames.Bare(property.Name);
            string? meant = parameters.SelectMany(parameter => parameter.Names).FirstOrDefault(name => ColumnNames.Bare(name) == bare);
            if (meant is not null && !parameters.Any(parameter => parameter.Names.Contains(property.Name, StringComparer.OrdinalIgnoreCase)))
            {
                soundNames.Remove(property.Name);
                throw new InvalidParameterException(
                    meant, input, $"The piped objects have a column '{property.Name}', which is not read. Nothing was sent.", $"Call it {meant} if that is meant, or leave the column out.");
            }
        }
    }

    /// <summary>Refuses an object of the platform that was changed after it was read: only its id would be taken.</summary>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <param name="item">The object.</param>
    /// <exception cref="InvalidParameterException">It was changed.</exception>
    public static void RefuseChanged(ColumnParameter parameter, PSObject item)
    {
        if (UnchangedObjects.ChangesOf(item.BaseObject).FirstOrDefault() is { } changed)
        {
            throw new InvalidParameterException(
                parameter.Name,
                item,
                $"{changed} of the object given for -{parameter.Name} was changed after it was read, and RocketCOMS does not know of it. Nothing was sent.",
                "Give what the Get command gives now; what is to be different, give as a parameter, or change it where it stands.");
        }
    }

    /// <summary>
    /// Refuses a file beside which another one is named as the destination: a repair that has been through JSON or CSV, which no longer says what it is.
    /// Its <c>Path</c> is the file as it was.
    /// </summary>
    /// <param name="input">The object with the path.</param>
    /// <param name="path">The path that was read from it.</param>
    public static void RefuseRepairedElsewhere(PSObject input, GivenPath path)
    {
        if (ModuleTypes.OriginOf(input) is null
            && Cell.Unwrap(input.Properties[nameof(RcBatchCsvRepair.Destination)]?.Value) is string text
            && path.IsOtherFile(Cell.Trim(text)))
        {
            throw new InvalidParameterException(
                "Path",
                input,
                $"The piped object has the Path '{path}' and the Destination '{text}', as a repair has: it is unclear which of the two files is meant. Nothing was sent for it.",
                "Choose one: Select-Object @{ n = 'Path'; e = 'Destination' } takes the repaired file, and Select-Object Path the other.");
        }
    }

    /// <summary>Refuses a filled column that means something to the command, but is not read from columns beside what else was given.</summary>
    public static void RequireRead(PSObject input, ColumnParameter parameter, (string Name, object Value) column, bool isRead)
    {
        if (!isRead)
        {
            throw new InvalidParameterException(
                parameter.Name,
                parameter.IsOfRow || parameter.Kind == ColumnKind.File ? input : column.Value,
                $"The piped object has a column {column.Name}, which is not read here: rows, a file, or what goes to lists are one upload each, with one schedule. Nothing was sent.",
                $"Give -{parameter.Name} once for the upload if that is meant, or leave out the column with Select-Object.");
        }
    }

    /// <summary>
    /// Refuses the description of a campaign beside what else was chosen of it: it says what the campaign is for, and a batch has one of its own.
    /// </summary>
    /// <param name="input">What was piped.</param>
    /// <param name="parameter">The parameter that a column was read for.</param>
    public static void RefuseOfCampaign(PSObject input, ColumnParameter parameter)
    {
        if (parameter.Name == nameof(RcCampaign.Description) && ModuleTypes.OriginOf(input) == nameof(RcCampaign))
        {
            throw new InvalidParameterException(
                parameter.Name,
                input,
                "A campaign with a Description was piped, and it is unclear whether that is the campaign's or the batch's. Nothing was sent.",
                $"Leave the column out with Select-Object, and give -{parameter.Name} if the batch shall have one.");
        }
    }

    /// <summary>The columns of a table that no parameter takes.</summary>
    public static IEnumerable<PSPropertyInfo> Unread(PSObject input, ColumnParameter[] parameters) => Written(input)
        .Where(property => !parameters.Any(parameter => parameter.Names.Contains(property.Name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether a column is one that an object has from the type that it is of, or was made from: the word of the platform or the module, and no user's.</summary>
    public static bool IsOfOrigin(PSObject input, string column) =>
        ModuleTypes.OriginOf(input) is { } origin ? ModuleTypes.IsOf(origin, column) : IsExportedBatch(input) && ModuleTypes.IsOf(nameof(RcBatch), column);

    /// <summary>The columns that are not of that kind.</summary>
    public static IEnumerable<PSPropertyInfo> NotOfOrigin(PSObject input, IEnumerable<PSPropertyInfo> columns) => columns.Where(column => !IsOfOrigin(input, column.Name));

    // A batch that has been through CSV or JSON no longer says what it is. What it shows of its past is no word about the next one.
    private static bool IsExportedBatch(PSObject input) => s_ofEveryBatch.All(name => input.Properties[name] is not null);

    /// <summary>What somebody wrote for a table: files, and our objects as they came, have properties that nobody wrote for this.</summary>
    public static IEnumerable<PSPropertyInfo> Written(PSObject input) => input.BaseObject switch
    {
        _ when IsLine(input) => [],
        FileSystemInfo => input.Properties.Where(property => property is PSNoteProperty && !property.Name.StartsWith("PS", StringComparison.Ordinal) && property.Name != "UnixStat"),
        System.Data.DataRow => input.Properties.Where(property => !s_ofEveryDataRow.Contains(property.Name)),
        _ => input.Properties.Where(property => !ModuleTypes.IsOwn(input, property)),
    };

    /// <summary>The id that an object names, as far as it can be read: to know what else belongs to it.</summary>
    public static string? IdOf(PSObject input, string parameter, Type command)
    {
        ColumnParameter column = ColumnNames.Of(command).Single(known => known.Name == parameter);
        return Filled(input, column).Select(cell => Cell.Show(cell.Value)).FirstOrDefault();
    }

    private static string? RepairedFile(PSObject input)
    {
        if (ModuleTypes.OriginOf(input) != nameof(RcBatchCsvRepair)
            || Cell.Unwrap(input.Properties[nameof(RcBatchCsvRepair.Destination)]?.Value) is not string { Length: > 0 } destination)
        {
            return null;
        }

        return string.Equals(Cell.Show(input.Properties[nameof(RcBatchCsvRepair.IsDryRun)]?.Value), bool.TrueString, StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidParameterException(
                "Path", input, $"The repair was a dry run (-WhatIf): '{destination}' was not written. Nothing was sent.", "Run Repair-RcBatchCsv without -WhatIf first.")
            : destination;
    }

    /// <summary>What a column holds.</summary>
    /// <exception cref="InvalidParameterException">It cannot be told.</exception>
    public static object? Value(PSObject input, PSPropertyInfo property, string parameter)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException exception)
        {
            throw new InvalidParameterException(
                parameter, input, $"The column {property.Name} of the object cannot be read: {exception.Message} Nothing was sent.", "Leave the column out, or mend it.");
        }
    }
}
