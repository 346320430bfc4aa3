using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RocketComs.Mutants;

/// <summary>The switch in the mutated assembly: which change is made, and which are reached.</summary>
internal static class MutantSwitch
{
    /// <summary>The field that holds what was reached: two bytes a change, the second one for what is made once in a process.</summary>
    public const string Reached = nameof(Reached);

    /// <summary>The field that tells whether the change that is made was reached.</summary>
    public const string Made = nameof(Made);

    /// <summary>In the place of a change where none is made.</summary>
    public const int None = -1;

    /// <summary>More than there will be changes.</summary>
    public const int Places = 2 * 65536;

    /// <summary>Puts a quicker switch in the place of Stryker's, which goes through a list at each change that is reached.</summary>
    /// <param name="from">The assembly that Stryker made.</param>
    /// <param name="to">Where the assembly is written.</param>
    public static void Write(string from, string to)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(from, new(ReadingMode.Immediate));
        TypeDefinition control = module.Types.Single(type => type.Name == "MutantControl");
        TypeDefinition context = module.Types.Single(type => type.Name == "MutantContext");
        FieldDefinition reached = Field(control, Reached, new ArrayType(module.TypeSystem.Byte));
        FieldDefinition made = Field(control, Made, module.TypeSystem.Boolean);
        MethodDefinition reach = new("Reach", MethodAttributes.Public | MethodAttributes.Static, module.TypeSystem.Void);
        reach.Parameters.Add(new(module.TypeSystem.Int32));
        control.Methods.Add(reach);
        ILProcessor il = reach.Body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, reached);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Shl);
        il.Emit(OpCodes.Call, context.Methods.Single(method => method.Name == "InStatic"));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stelem_I1);
        il.Emit(OpCodes.Ret);

        MethodDefinition isActive = control.Methods.Single(method => method.Name == "IsActive");
        isActive.ImplAttributes |= MethodImplAttributes.AggressiveInlining;
        isActive.Body = new(isActive);
        il = isActive.Body.GetILProcessor();
        Instruction isMade = il.Create(OpCodes.Ldc_I4_1);
        Instruction isReached = il.Create(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, control.Fields.Single(field => field.Name == "ActiveMutant"));
        il.Emit(OpCodes.Beq, isMade);
        il.Emit(OpCodes.Ldsfld, reached);
        il.Emit(OpCodes.Brtrue, isReached);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
        il.Append(isReached);
        il.Emit(OpCodes.Call, reach);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
        il.Append(isMade);
        il.Emit(OpCodes.Stsfld, made);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Ret);
        control.Methods.Remove(control.Methods.Single(method => method.Name == ".cctor"));
        module.Write(to);
    }

    private static FieldDefinition Field(TypeDefinition type, string name, TypeReference of)
    {
        FieldDefinition field = new(name, FieldAttributes.Public | FieldAttributes.Static, of);
        type.Fields.Add(field);
        return field;
    }
}
