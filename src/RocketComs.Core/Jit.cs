using System.Runtime.CompilerServices;

namespace RocketComs.Core;

/// <summary>How methods are compiled that run once a row.</summary>
internal static class Jit
{
    /// <summary>Optimized at the first call, not after a while: the check of a file is often the only one of its session.</summary>
    /// <remarks><c>MethodImplOptions.AggressiveOptimization</c>, which .NET Standard does not name.</remarks>
    public const MethodImplOptions Hot = (MethodImplOptions)512;
}
