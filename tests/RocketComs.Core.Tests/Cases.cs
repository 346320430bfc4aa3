using FsCheck;

namespace RocketComs.Core.Tests;

/// <summary>How many generated cases the tests try, and that they are the same ones on every run.</summary>
internal static class Cases
{
#if NETSTANDARD_LAYOUT
    // The sources are those that the net8.0 run tries all cases on; a tenth shows whether another build of them or of a package differs.
    private const int Share = 10;
#else
    private const int Share = 1;
#endif

    /// <summary>How many are tried where all of them would be a number: fewer by the factor that ROCKETCOMS_FEWER names, as where tests run once a mutant.</summary>
    public static int Of(int all) => Math.Max(1, all / Share / Fuzz.Setting("ROCKETCOMS_FEWER", 1));

    /// <summary>Tries a property.</summary>
    public static void Try(this Property property, int all) =>
        property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Of(all)).WithReplay(20261123UL, 4243UL));
}
