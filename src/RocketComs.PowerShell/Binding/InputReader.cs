using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Reads what one input says for each parameter that takes a column: typed, chosen by a script block, or piped. PowerShell takes the first of several
/// names of a parameter, whatever stands under the others, and what was typed before what was piped; here what contradicts itself is refused.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="fullPath">Makes a path absolute, so that two spellings of one file are one.</param>
internal sealed class InputReader(PSCmdlet command, Func<string, string> fullPath)
{
    private readonly ColumnParameter[] _parameters = ColumnNames.Of(command.GetType());
    private readonly Dictionary<string, object> _typed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _soundNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes what was typed, before anything is piped; what cannot be read is refused.</summary>
    /// <exception cref="InvalidParameterException">A value is empty or unclear.</exception>
    public void NoteTyped()
    {
        foreach (ColumnParameter parameter in _parameters.Where(parameter => command.MyInvocation.BoundParameters.ContainsKey(parameter.Name)))
        {
            if (Bound(parameter) is not { } value)
            {
                // A script block has no value before the first input.
                _chosen.Add(parameter.Name);
                continue;
            }

            if (value is string or GivenValue && Cell.IsEmpty(RawOf(value)))
            {
                if (parameter.IsOfRow && command is not ITakesAnyRow)
                {
                    // The rules about rows say what is wrong with a row that is empty.
                    _typed[parameter.Name] = RawOf(value) as string ?? string.Empty;
                    continue;
                }

                throw new InvalidParameterException(
                    parameter.Name, RawOf(value), $"-{parameter.Name} is empty, as of a variable without a value. Nothing was done.", $"Give a value, or leave -{parameter.Name} out.");
            }

            _typed[parameter.Name] = Read(parameter, value);
        }
    }

    /// <summary>Whether a parameter was typed with a value, which then holds for every input.</summary>
    public bool IsTyped(string parameter) => _typed.ContainsKey(parameter);

    /// <summary>What was typed for a parameter; its default without.</summary>
    public T? Typed<T>(string parameter) => _typed.TryGetValue(parameter, out object? value) ? (T)value : default;

    /// <summary>What the input says for a parameter, typed or piped; its default without.</summary>
    public T? Value<T>(string parameter) => _values.TryGetValue(parameter, out object? value) ? (T)value : default;

    /// <summary>What the input has piped for a parameter that was not typed; <see langword="null"/> without.</summary>
    public object? Piped(string parameter) => IsTyped(parameter) || !_values.TryGetValue(parameter, out object? value) ? null : value;

    /// <summary>Reads the next input.</summary>
    /// <param name="input">What was piped; <see langword="null"/> without a pipeline.</param>
    /// <param name="set">The parameter set that it was bound to.</param>
    /// <exception cref="InvalidParameterException">Something in it is unclear, contradicts itself, or would not be read.</exception>
    public void Read(PSObject? input, string set)
    {
        _values.Clear();
        bool isUsed = _chosen.Count > 0;
        if (input is not null)
        {
            ColumnCheck.RefuseTable(input);
            ColumnCheck.RefuseNearMiss(input, _parameters, _soundNames);
        }

        foreach (ColumnParameter parameter in _parameters)
        {
            if (_chosen.Contains(parameter.Name))
            {
                if (Bound(parameter) is { } chosen && (parameter.IsOfRow || !Cell.IsEmpty(RawOf(chosen))))
                {
                    _values[parameter.Name] = parameter.IsOfRow && Cell.IsEmpty(RawOf(chosen)) ? RawOf(chosen) as string ?? string.Empty : Read(parameter, chosen);
                }

                continue;
            }

            bool isTyped = _typed.TryGetValue(parameter.Name, out object? value);
            if (input is not null && Column(input, parameter) is { } column)
            {
                ColumnCheck.RequireRead(input, parameter, column.Name, isRead: isTyped || parameter.IsReadIn(set));
                if (isTyped && !IsSame(value!, column.Value))
                {
                    throw new InvalidParameterException(
                        parameter.Name,
                        input,
                        $"-{parameter.Name} is '{Cell.Show(value)}', but the piped object has {column.Name} '{Cell.Show(column.Value)}'. Nothing was sent for it.",
                        $"Give it in one way: leave -{parameter.Name} out, or drop the column with Select-Object, or choose with a script block: -{parameter.Name} {{ ... }}.");
                }

                value ??= column.Value;
                isUsed = true;
            }
            else if (input is not null && parameter.IsOfRow)
            {
                value ??= ColumnCheck.Blank(input, parameter);
            }

            if (value is not null)
            {
                _values[parameter.Name] = value;
            }
        }

        if (!isUsed && command.MyInvocation.ExpectingInput)
        {
            throw ColumnCheck.NothingRead(input, _parameters);
        }
    }

    /// <summary>Refuses a column of a plan that no parameter takes, but that says something about the sending.</summary>
    /// <param name="input">The row of the plan; <see langword="null"/> without a pipeline.</param>
    /// <param name="isScheduled">Whether its batch goes out.</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public void RefuseMeant(PSObject? input, bool isScheduled)
    {
        // A script block may have read it under whatever name.
        if (input is not null && _chosen.Count == 0)
        {
            ColumnCheck.RefuseMeant(input, command.GetType(), isScheduled);
        }
    }

    /// <summary>The files that the input stands for: those that were bound as they are, or the one that an object names.</summary>
    /// <param name="input">What was piped; <see langword="null"/> without a pipeline.</param>
    /// <param name="set">The parameter set that it was bound to.</param>
    /// <param name="bound">The paths as PowerShell bound them.</param>
    public IReadOnlyList<string> Paths(PSObject? input, string set, string[] bound)
    {
        if (input is null || (input.BaseObject is string && !IsTyped("Path")))
        {
            return bound;
        }

        Read(input, set);
        return Value<GivenPath>("Path") is { } path ? [path.Text] : bound;
    }

    /// <summary>The columns of a table that no parameter takes.</summary>
    /// <param name="input">What was piped.</param>
    public IEnumerable<string> Unread(PSObject? input) => input is null ? [] : ColumnCheck.Unread(input, _parameters);

    private static object? RawOf(object value) => value is GivenValue given ? given.Raw : value;

    private object? Bound(ColumnParameter parameter) => parameter.Property.GetValue(command) is { } value and not Array { Length: 0 } ? value : null;

    // The filled column of the parameter: one, or several that say the same.
    private (string Name, object Value)? Column(PSObject input, ColumnParameter parameter)
    {
        (string Name, object Value)? found = null;
        foreach ((string name, object value) in ColumnCheck.Filled(input, parameter))
        {
            object read = Read(parameter, value);
            if (found is { } first && !IsSame(first.Value, read))
            {
                throw new InvalidParameterException(
                    parameter.Name,
                    input,
                    $"The columns {first.Name} and {name} both stand for -{parameter.Name}, and differ: '{Cell.Show(first.Value)}', '{Cell.Show(read)}'. Nothing was sent.",
                    $"Choose one with a script block: -{parameter.Name} {{ $_.{name} }}, or drop one with Select-Object.");
            }

            found ??= (name, read);
        }

        return found;
    }

    private object Read(ColumnParameter parameter, object value)
    {
        object raw = RawOf(value)!;
        Type type = parameter.Property.PropertyType;
        return type == typeof(DateValue) ? CellReader.Date(parameter.Name, raw)
            : type == typeof(TimeValue) ? CellReader.Time(parameter.Name, raw)
            : type == typeof(ActionValue) ? CellReader.Word<RcBatchAction>(parameter.Name, raw)
            : type == typeof(BatchReference) ? Id(parameter, raw, static value => new BatchReference(value))
            : type == typeof(CampaignReference) ? Id(parameter, raw, static value => new CampaignReference(value))
            : type == typeof(TextValue) ? CellReader.Text(parameter.Name, raw)
            : raw is string[] { Length: > 1 } paths ? new GivenPath(string.Join(", ", paths), static path => path)
            : raw is string[] single ? new GivenPath(single[0], fullPath)
            : new GivenPath(raw is FileSystemInfo file ? file.FullName : CellReader.Text(parameter.Name, raw), fullPath);
    }

    private static string Id(ColumnParameter parameter, object value, Func<object, IdReference> take)
    {
        try
        {
            return value is IdReference reference ? reference.Value : take(value).Value;
        }
        catch (PSInvalidCastException exception)
        {
            throw new InvalidParameterException(parameter.Name, value, $"-{parameter.Name} '{Cell.Show(value)}': {exception.Message}", "Give an id, or the object that has it.");
        }
    }

    private static bool IsSame(object one, object other) => one is string text && other is string word && Guid.TryParse(text, out Guid id) ? Guid.TryParse(word, out Guid same) && id == same
        : one.Equals(other);
}
