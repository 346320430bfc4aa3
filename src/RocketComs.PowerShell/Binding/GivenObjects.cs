using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Refuses an object that was given for one parameter, typed or by a script block, and says more than is read of it there: what else it says is what was
/// typed besides, or is refused as it is of a piped one.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="parameters">Its parameters that take a column.</param>
/// <param name="columns">Reads their columns.</param>
/// <param name="meant">Refuses what means something and is not read.</param>
internal sealed class GivenObjects(PSCmdlet command, ColumnParameter[] parameters, FilledColumns columns, MeantColumns meant)
{
    private readonly HashSet<string> _soundNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses what is not read of an object.</summary>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <param name="given">What was given.</param>
    /// <param name="typed">What was typed, by parameter.</param>
    /// <param name="chosen">The parameters that a script block chooses.</param>
    /// <exception cref="InvalidParameterException">It was changed after it was read, or says something that is not read.</exception>
    public void RefuseUnread(ColumnParameter parameter, object? given, IReadOnlyDictionary<string, object> typed, IReadOnlyDictionary<string, ScriptBlock> chosen)
    {
        object? bare = given is IdReference reference ? reference.Given : given;
        if (bare is null || parameter.Kind is not (ColumnKind.Batch or ColumnKind.Campaign or ColumnKind.Template or ColumnKind.Lists or ColumnKind.File)
            || PSObject.AsPSObject(bare) is not { } item || ColumnCheck.IsLine(item))
        {
            return;
        }

        if (item.BaseObject is not RcBatch)
        {
            ColumnCheck.RefuseChanged(parameter, item);
        }

        if (parameter.Kind == ColumnKind.File)
        {
            _ = columns.Of(item, parameter);
            if (command is ISendsMessages)
            {
                PipedKinds.RefusePart(parameter.Name, item);
            }
        }

        foreach (ColumnParameter other in parameters.Where(other => other != parameter && !chosen.ContainsKey(other.Name)))
        {
            foreach ((string name, object value) in ColumnCheck.Filled(item, other))
            {
                if (!IsItsOwn(item, name, parameter) && !(typed.TryGetValue(other.Name, out object? besides) && ColumnReader.IsSame(besides, columns.Read(other, value))))
                {
                    throw new InvalidParameterException(
                        other.Name,
                        item,
                        $"The object given for -{parameter.Name} has {name} '{Cell.Show(value)}', which is not read there. Nothing was sent.",
                        $"Pipe the object, so that its columns count; or give -{other.Name} too if that is meant, or of the object the one value for -{parameter.Name}.");
                }
            }
        }

        PSPropertyInfo[] unread = [.. ColumnCheck.Unread(item, parameters)];
        ColumnCheck.RefuseNearMiss(item, ColumnCheck.NotOfOrigin(item, unread), parameters, _soundNames);
        if (command is IRefusesMeant)
        {
            meant.Refuse(item, unread, typed.TryGetValue("Action", out object? action) ? (RcBatchAction)action : RcBatchAction.Schedule, isOfPerson: false, isPlan: false);
        }
    }

    // Its id, and what names the platform's object that it is, are not those of another one.
    private static bool IsItsOwn(PSObject item, string name, ColumnParameter parameter) =>
        (name.Equals("Id", StringComparison.OrdinalIgnoreCase) && parameter.Kind != ColumnKind.File)
        || parameter.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (item.Properties[name] is { } property && ModuleTypes.IsOwn(item, property));
}
