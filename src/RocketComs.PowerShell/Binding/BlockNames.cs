using System.Collections;
using System.Dynamic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// The names that a script block reads, as its text shows them: of properties, such as <c>$_.Name</c>, <c>$_.Customer.Name</c>, <c>$row.Name</c>, and of
/// the variables that stand in its texts, such as <c>"code $code"</c>.
/// </summary>
internal sealed class BlockNames
{
    private static readonly ConditionalWeakTable<ScriptBlock, BlockNames> s_known = new();

    // What every object has, beside its properties.
    private static readonly string[] s_ofEvery = ["PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames"];

    // What PowerShell gives for any value, whether or not it is a list.
    private static readonly string[] s_counts = ["Count", "Length"];

    // What PowerShell sets for a script block, or as it runs.
    private static readonly string[] s_ofBlock = ["_", "PSItem", "args", "input", "this", "foreach", "switch", "Matches"];

    private readonly string[] _variables;

    // Without those that end with a name which the block sets itself, or asks for first.
    private readonly string[][] _paths;
    private readonly string[] _namesOfItem;
    private readonly bool _looksItself;
    private readonly bool _readsMore;

    private BlockNames(Ast block)
    {
        MemberExpressionAst[] members =
        [
            .. block.FindAll(static ast => ast is MemberExpressionAst and not InvokeMemberExpressionAst, searchNestedScriptBlocks: true).Cast<MemberExpressionAst>(),
        ];
        string[] assigned =
        [
            .. members.Where(static member => member.Parent is AssignmentStatementAst assignment && assignment.Left == member)
                .Select(Path).OfType<string[]>().Select(static path => path[path.Length - 1]),
        ];
        string?[] asked = [.. members.Where(static member => member.Member is StringConstantExpressionAst name && s_ofEvery.Contains(name.Value, StringComparer.OrdinalIgnoreCase)).Select(AskedFor)];
        _looksItself = asked.Contains(null);
        _paths = [.. members.Select(Path).OfType<string[]>().Where(path => !assigned.Concat(asked).Contains(path[path.Length - 1], StringComparer.OrdinalIgnoreCase))];
        string[] item = ItemVariables(block);
        _namesOfItem = [.. members.Where(member => item.Contains(Root(member), StringComparer.OrdinalIgnoreCase)).Select(Path).OfType<string[]>().Select(static path => path[0])];
        _variables = Variables(block);
        _readsMore = block.FindAll(static ast => ast is VariableExpressionAst variable && IsItem(variable), searchNestedScriptBlocks: true)
            .Any(static item => item.Parent is not MemberExpressionAst parent || parent is InvokeMemberExpressionAst || Path(parent) is null);
    }

    /// <summary>The names that a block reads.</summary>
    public static BlockNames Of(ScriptBlock block) => s_known.GetValue(block, static known => new BlockNames(known.Ast));

    /// <summary>Whether the block names a property of the piped object.</summary>
    public bool Names(string name) => _namesOfItem.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the block may read a property of the piped object: it names it, or uses the object as a whole.</summary>
    public bool MayRead(string name) => _readsMore || _looksItself || Names(name);

    /// <summary>
    /// The objects below the piped one, itself among them, each with a name that the block may read from it and that it has not. A block that asks
    /// objects for their properties knows what it does.
    /// </summary>
    /// <param name="input">The piped object.</param>
    public IEnumerable<(PSObject Owner, string Name)> Missing(PSObject input) => _looksItself ? [] : _paths.Select(path => Missing(input, path)).OfType<(PSObject, string)>().Distinct();

    /// <summary>The variables in texts of the block that nobody has set.</summary>
    /// <param name="variables">The variables that the block sees.</param>
    public IEnumerable<string> Unset(PSVariableIntrinsics variables) => _variables.Where(name => variables.Get(name) is null);

    // Those that stand nowhere but in texts: the block sets the others, or asks for them.
    private static string[] Variables(Ast block)
    {
        ILookup<bool, string> byPlace = block.FindAll(static ast => ast is VariableExpressionAst, searchNestedScriptBlocks: true).Cast<VariableExpressionAst>()
            .ToLookup(IsInText, static variable => variable.VariablePath is { IsVariable: true, IsUnqualified: true } path ? path.UserPath : string.Empty);
        return [.. byPlace[true].Except([string.Empty, .. s_ofBlock, .. byPlace[false]], StringComparer.OrdinalIgnoreCase)];
    }

    // "code $code" or "code $($code)".
    private static bool IsInText(VariableExpressionAst variable) => variable.Parent is ExpandableStringExpressionAst
        || variable.Parent is CommandExpressionAst { Parent: PipelineAst { PipelineElements.Count: 1, Parent: StatementBlockAst { Statements.Count: 1, Parent: SubExpressionAst { Parent: ExpandableStringExpressionAst } } } };

    private static (PSObject Owner, string Name)? Missing(PSObject input, string[] path)
    {
        PSObject owner = input;
        foreach (string name in path)
        {
            (bool isThere, object? value) = Find(owner, name);
            if (!isThere)
            {
                return s_counts.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : (owner, name);
            }

            // Of a list, PowerShell reads a property of its items.
            if (value is null or DBNull || Cell.Unwrap(value) is IList)
            {
                return null;
            }

            owner = PSObject.AsPSObject(value);
        }

        return null;
    }

    private static (bool IsThere, object? Value) Find(PSObject owner, string name)
    {
        if (owner.BaseObject is IDictionary table && table.Contains(name))
        {
            return (true, table[name]);
        }

        try
        {
            return (owner.Properties[name] ?? owner.Members[name]) is not { } member
                ? (owner.BaseObject is IDynamicMetaObjectProvider, null)
                : (true, (member as PSPropertyInfo)?.Value);
        }
        catch (GetValueException)
        {
            return (true, null);
        }
    }

    // $_.PSObject.Properties['Name'] asks for one name; anything else may look at all of them.
    private static string? AskedFor(MemberExpressionAst ofEvery) =>
        ofEvery.Parent is MemberExpressionAst { Member: StringConstantExpressionAst { Value: var list }, Parent: IndexExpressionAst { Index: StringConstantExpressionAst name } } properties
        && string.Equals(list, "Properties", StringComparison.OrdinalIgnoreCase) && ((IndexExpressionAst)properties.Parent).Target == properties ? name.Value : null;

    private static bool IsItem(VariableExpressionAst variable) =>
        variable.VariablePath.UserPath is "_" || string.Equals(variable.VariablePath.UserPath, "PSItem", StringComparison.OrdinalIgnoreCase);

    // The piped object, and the variables that the block gives it to.
    private static string[] ItemVariables(Ast block)
    {
        List<string> names = ["_", "PSItem"];
        foreach (AssignmentStatementAst assignment in block.FindAll(static ast => ast is AssignmentStatementAst, searchNestedScriptBlocks: true).Cast<AssignmentStatementAst>())
        {
            if (assignment is { Left: VariableExpressionAst to, Right: CommandExpressionAst { Expression: VariableExpressionAst from } }
                && names.Contains(from.VariablePath.UserPath, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(to.VariablePath.UserPath);
            }
        }

        return [.. names];
    }

    private static string? Root(MemberExpressionAst member) => member.Expression switch
    {
        VariableExpressionAst variable => variable.VariablePath.UserPath,
        MemberExpressionAst inner => Root(inner),
        _ => null,
    };

    // From the variable on; null where a name is made up as the block runs, or something else than properties stands between.
    private static string[]? Path(MemberExpressionAst member)
    {
        string[]? before = member.Expression switch
        {
            VariableExpressionAst => [],
            MemberExpressionAst inner and not InvokeMemberExpressionAst => Path(inner),
            _ => null,
        };
        return before is not null && !member.Static && member.Member is StringConstantExpressionAst name ? [.. before, name.Value] : null;
    }
}
