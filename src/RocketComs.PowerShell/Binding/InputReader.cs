using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Reads what one input says for each parameter that takes a column: typed, chosen by a script block, or piped. PowerShell takes the first of several
/// names of a parameter, whatever stands under the others, and what was typed before what was piped; here what contradicts itself is refused.
/// </summary>
internal sealed class InputReader
{
    private readonly PSCmdlet _command;
    private readonly Func<string, string> _fullPath;
    private readonly ColumnParameter[] _parameters;
    private readonly FilledColumns _columns;
    private readonly MeantColumns _meant;
    private readonly GivenObjects _objects;
    private readonly RowShape _shape;
    private readonly Dictionary<string, object> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptBlock> _chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _soundNames = new(StringComparer.OrdinalIgnoreCase);
    private PSPropertyInfo[] _unnamed = [];
    private PSObject? _taken;

    /// <summary>Begins with a command that has been bound.</summary>
    /// <param name="command">The command.</param>
    /// <param name="fullPath">Makes a path absolute, so that two spellings of one file are one.</param>
    public InputReader(PSCmdlet command, Func<string, string> fullPath)
    {
        (_command, _fullPath) = (command, fullPath);
        _parameters = ColumnNames.Of(command.GetType());
        _columns = new FilledColumns(fullPath);
        _meant = new MeantColumns(command);
        _objects = new GivenObjects(command, _parameters, _columns, _meant);
        _shape = new RowShape(_parameters);
    }

    /// <summary>Notes what was typed, before anything is piped; what cannot be read is refused, and so is an object that says more than is read of it.</summary>
    /// <exception cref="InvalidParameterException">A value is empty or unclear, or would not be read.</exception>
    public void NoteTyped()
    {
        foreach (ColumnParameter parameter in _parameters.Where(parameter => _command.MyInvocation.BoundParameters.ContainsKey(parameter.Name)))
        {
            object? value = parameter.Property.GetValue(_command);
            if (Cell.Unwrap(parameter.IsList && value is object?[] { Length: 1 } only ? only[0] : value) is ScriptBlock block)
            {
                _chosen[parameter.Name] = block;
            }
            else if (parameter.IsList && value is object?[] { Length: > 0 } several)
            {
                _typed[parameter.Name] = several.Select(item => ReadTyped(parameter, item)).ToArray();
            }
            else
            {
                _typed[parameter.Name] = ReadTyped(parameter, value);
            }
        }

        foreach (ColumnParameter parameter in _parameters.Where(parameter => _typed.ContainsKey(parameter.Name)))
        {
            object? value = parameter.Property.GetValue(_command);
            foreach (object? item in parameter.IsList && value is object?[] several ? several : [value])
            {
                _objects.RefuseUnread(parameter, item, _typed, _chosen);
            }
        }
    }

    /// <summary>Whether a parameter was typed with a value, which then holds for every input.</summary>
    public bool IsTyped(string parameter) => _typed.ContainsKey(parameter);

    /// <summary>Whether a parameter was typed, with a value or a script block.</summary>
    public bool IsGiven(string parameter) => IsTyped(parameter) || _chosen.ContainsKey(parameter);

    /// <summary>What was typed for a parameter; its default without.</summary>
    public T? Typed<T>(string parameter) => _typed.TryGetValue(parameter, out object? value) ? (T)value : default;

    /// <summary>What the input says for a parameter, typed or piped; its default without.</summary>
    public T? Value<T>(string parameter) => _values.TryGetValue(parameter, out object? value) ? (T)value : default;

    /// <summary>What the input has piped for a parameter that was not typed; <see langword="null"/> without.</summary>
    public object? Piped(string parameter) => _values.TryGetValue(parameter, out object? value) && !IsTyped(parameter) ? value : null;

    /// <summary>
    /// Whether the next input has the columns of one that was read before, in the same parameter set, so that what these columns are need not be asked
    /// again. It must be read next.
    /// </summary>
    /// <param name="input">What was piped.</param>
    /// <param name="set">The parameter set.</param>
    public bool IsAnother(PSObject? input, string set)
    {
        _taken = input is not null && _shape.Takes(input) ? input : null;
        return _taken is not null && _shape.Set == set;
    }

    /// <summary>Reads the next input.</summary>
    /// <param name="input">What was piped; <see langword="null"/> without a pipeline.</param>
    /// <param name="set">The parameter set that it was bound to.</param>
    /// <exception cref="InvalidParameterException">Something in it is unclear, contradicts itself, or would not be read.</exception>
    public void Read(PSObject? input, string set)
    {
        _values.Clear();
        bool isUsed = input is not null && _chosen.Count > 0;
        RowShape? shape = input is not null && (ReferenceEquals(_taken, input) || _shape.Takes(input)) ? _shape : null;
        _taken = null;
        if (input is not null && shape is null)
        {
            ColumnCheck.RefuseTable(input);
            if (IsOfPerson(set) && ModuleTypes.OriginOf(input) == nameof(RcOptOut))
            {
                throw PipedKinds.OptOut(input);
            }

            PSPropertyInfo[] unread = [.. Unnamed(input)];
            ColumnCheck.RefuseNearMiss(input, ColumnCheck.NotOfOrigin(input, unread), _parameters, _soundNames);
            _shape.Learn(input, set, IsGiven, unread);
        }

        for (int place = 0; place < (shape?.Read.Length ?? _parameters.Length); place++)
        {
            int at = shape?.Read[place] ?? place;
            ColumnParameter parameter = _parameters[at];
            if (_chosen.TryGetValue(parameter.Name, out ScriptBlock? block))
            {
                if (Choose(parameter, block, input, set) is { } chosen)
                {
                    _values[parameter.Name] = chosen;
                }

                continue;
            }

            bool isTyped = _typed.TryGetValue(parameter.Name, out object? value);
            if (input is not null && (shape is null ? _columns.Of(input, parameter) : _columns.Of(input, parameter, shape, at)) is { } column)
            {
                ColumnCheck.RequireRead(input, parameter, column, isRead: isTyped || parameter.IsReadIn(set));
                if (isTyped && !ColumnReader.IsSame(value!, column.Value))
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
                value ??= shape is null ? ColumnCheck.Blank(input, parameter) : shape.CountOf(at) > 0 ? Cell.Unwrap(shape.Column(at, 0).Value) as string : null;
            }

            if (value is not null)
            {
                _values[parameter.Name] = value;
            }
        }

        if (!isUsed && _command.MyInvocation.ExpectingInput)
        {
            throw UnreadInput.NothingRead(input, _parameters);
        }

        _unnamed = input is not null && _command is IRefusesMeant or ITakesAnyRow ? shape?.Unread ?? [.. Unnamed(input)] : [];
        if (_unnamed.Length > 0)
        {
            _meant.Refuse(input!, _unnamed, Value<RcBatchAction?>("Action") ?? RcBatchAction.Schedule, IsOfPerson(set), isPlan: !IsOfPerson(set));
        }
    }

    /// <summary>The files that the input stands for: those that were typed or chosen, the one that a piped text is, or that an object names.</summary>
    /// <param name="input">What was piped; <see langword="null"/> without a pipeline.</param>
    /// <param name="set">The parameter set that it was bound to.</param>
    /// <exception cref="InvalidParameterException">There is none, or it is unclear which.</exception>
    public IReadOnlyList<string> Paths(PSObject? input, string set)
    {
        ColumnParameter parameter = _parameters.Single(known => known.Kind == ColumnKind.File);
        if (input is { BaseObject: string text } && !IsGiven(parameter.Name))
        {
            return [((GivenPath)ReadTyped(parameter, text)).Text];
        }

        Read(input, set);
        return _values.TryGetValue(parameter.Name, out object? value) ? [.. ColumnReader.Items(value).Select(path => path.ToString()!)] : throw UnreadInput.NothingRead(input, _parameters);
    }

    /// <summary>The columns of a table that nothing reads.</summary>
    /// <param name="input">What was piped.</param>
    public IEnumerable<string> Unread(PSObject? input) =>
        input is null ? [] : ColumnCheck.NotOfOrigin(input, NotRead(input, static (block, name) => block.MayRead(name))).Select(property => property.Name);

    /// <summary>A column of the input that was read last, which no parameter takes and no script block names; <see langword="null"/> when there is none of the kind.</summary>
    /// <param name="isOfKind">Tells it by its name.</param>
    public PSPropertyInfo? Unnamed(Func<string, bool> isOfKind) => _unnamed.Length == 0 ? null : Array.Find(_unnamed, property => isOfKind(property.Name));

    // In a method of its own: a lambda here costs nothing where no input is looked at.
    private bool IsOfPerson(string set) => _parameters.Any(parameter => parameter.Name == "Number" && parameter.IsReadIn(set));

    // What a script block makes of an object as a whole is not known: what means something is named, or not meant.
    private IEnumerable<PSPropertyInfo> Unnamed(PSObject input) => NotRead(input, static (block, name) => block.Names(name));

    private IEnumerable<PSPropertyInfo> NotRead(PSObject input, Func<BlockNames, string, bool> reads) =>
        ColumnCheck.Unread(input, _parameters).Where(property => !_chosen.Values.Any(block => reads(BlockNames.Of(block), property.Name)));

    private object ReadTyped(ColumnParameter parameter, object? value)
    {
        if (!Cell.IsEmpty(value))
        {
            return ColumnReader.Read(parameter, value!, isPiped: false, _fullPath);
        }

        // The rules about rows say what is wrong with a row that is empty.
        return parameter.IsOfRow && _command is not ITakesAnyRow ? Cell.Unwrap(value) as string ?? string.Empty : throw UnreadInput.Empty(parameter.Name, value);
    }

    // An empty text of a plan is not given, as an empty cell is; that of a row is for the rules.
    private object? Choose(ColumnParameter parameter, ScriptBlock block, PSObject? input, string set)
    {
        if (!parameter.IsReadIn(set))
        {
            throw new InvalidParameterException(
                parameter.Name, block, $"-{parameter.Name} is a script block, which would be run for each row; here it is one value for all. Nothing was sent.", $"Give -{parameter.Name} as a value.");
        }

        if (parameter.IsList)
        {
            object[] all = [.. ChoosingBlock.All(parameter.Name, block, input, _command).Select(value => ReadTyped(parameter, value))];
            return all;
        }

        object one = ChoosingBlock.One(parameter.Name, block, input, _command);
        if (!IsItself(one, input!))
        {
            _objects.RefuseUnread(parameter, one, _typed, _chosen);
        }

        return !Cell.IsEmpty(one) ? _columns.Read(parameter, one) : parameter.IsOfRow ? Cell.Unwrap(one) as string ?? string.Empty : null;
    }

    // The columns of the piped object count, whoever names it. A wrapper can be another one.
    private static bool IsItself(object chosen, PSObject input) =>
        ReferenceEquals(chosen, input) || (input.BaseObject is not PSCustomObject && chosen is PSObject wrapper && ReferenceEquals(wrapper.BaseObject, input.BaseObject));
}
