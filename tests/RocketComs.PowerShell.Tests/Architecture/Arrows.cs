using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RocketComs.PowerShell.Tests.Architecture;

/// <summary>What the types of a project use of each other, in signatures, attributes and method bodies alike. A folder is a namespace.</summary>
/// <remarks>A constant leaves no trace where it is used, so an arrow that is nothing but a constant is not seen.</remarks>
internal sealed class Arrows
{
    private readonly string _root;
    private readonly TypeReference[] _types;
    private readonly HashSet<(TypeReference From, TypeReference To)> _uses;

    public Arrows(string file)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(file);
        _root = module.Assembly.Name.Name;
        References = [.. module.AssemblyReferences.Select(reference => reference.Name)];
        _types = [.. module.GetTypes().Select(Outermost).Distinct().Where(type => type.Namespace.StartsWith(_root, StringComparison.Ordinal))];
        _uses =
        [
            .. from type in module.GetTypes()
               from used in Used(type).SelectMany(Parts)
               where used is TypeDefinition && Outermost(type) != Outermost(used) && Outermost(used).Namespace.StartsWith(_root, StringComparison.Ordinal)
               select (Outermost(type), Outermost(used)),
        ];
    }

    /// <summary>The assemblies that the project refers to.</summary>
    public string[] References { get; }

    /// <summary>The folders that have a type in them.</summary>
    /// <param name="depth">How many levels of folders count.</param>
    public IEnumerable<string> Folders(int depth) => _types.Select(type => Folder(type, depth)).Distinct();

    /// <summary>The arrows between folders, each with the types that make it.</summary>
    /// <param name="depth">How many levels of folders count: with 1, what is in a sub-folder is in the folder above it.</param>
    public ILookup<(string From, string To), string> BetweenFolders(int depth) => _uses
        .Select(use => (Pair: (Folder(use.From, depth), Folder(use.To, depth)), Types: $"{use.From.Name} -> {use.To.Name}"))
        .Where(use => use.Pair.Item1 != use.Pair.Item2)
        .Distinct()
        .ToLookup(use => use.Pair, use => use.Types);

    private string Folder(TypeReference type, int depth) => string.Join('/', type.Namespace[_root.Length..].Trim('.').Split('.').Take(depth));

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference?> Used(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. Attributes(type),
        .. type.Fields.SelectMany(Attributes),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(method => (IEnumerable<TypeReference?>)[.. Signature(method), .. Attributes(method), .. method.HasBody ? Body(method.Body) : []]),
    ];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes
        .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    private static IEnumerable<TypeReference?> Body(MethodBody body) => body.Variables.Select(variable => variable.VariableType)
        .Concat(body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            MethodReference method => Signature(method),
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => Array.Empty<TypeReference>(),
        }));

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. (method as GenericInstanceMethod)?.GenericArguments ?? []];

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification other => Parts(other.ElementType),
        _ => [type],
    };
}
