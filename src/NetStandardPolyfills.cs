// What the compiler asks for and netstandard2.0 does not have. Written down, not generated: the generators that there are emit such types in
// another order each time, and then no two builds of one commit are alike. Embedded, so that a test that sees the internals of two
// assemblies does not see each type twice.
#pragma warning disable CA1018, CA1019, CS9113 // The types are read by the compiler alone: who may carry them, and with what, is its own business.
using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace Microsoft.CodeAnalysis
{
    [Embedded]
    internal sealed class EmbeddedAttribute : Attribute;
}

namespace System.Diagnostics.CodeAnalysis
{
    [Embedded]
    internal sealed class DoesNotReturnAttribute : Attribute;

    [Embedded]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }

    [Embedded]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    [Embedded]
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName => featureName;

        public bool IsOptional { get; init; }
    }

    [Embedded]
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit;

    [Embedded]
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class ModuleInitializerAttribute : Attribute;

    [Embedded]
    internal sealed class RequiredMemberAttribute : Attribute;
}

namespace System
{
    /// <summary>A place in a sequence, counted from its start or its end.</summary>
    /// <param name="value">How far from there.</param>
    /// <param name="fromEnd">Whether it is counted from the end.</param>
    [Embedded]
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        /// <summary>Where a sequence begins.</summary>
        public static Index Start => new(0);

        /// <summary>Where a sequence is over.</summary>
        public static Index End => new(0, fromEnd: true);

        public static implicit operator Index(int value) => new(value);

        /// <summary>How far it is from the start of a sequence.</summary>
        /// <param name="length">How long the sequence is.</param>
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }

    /// <summary>A piece of a sequence.</summary>
    /// <param name="start">Its first place.</param>
    /// <param name="end">The place behind its last one.</param>
    [Embedded]
    internal readonly struct Range(Index start, Index end)
    {
        public Index Start => start;

        public Index End => end;

        public static Range StartAt(Index start) => new(start, Index.End);

        public static Range EndAt(Index end) => new(Index.Start, end);
    }
}
