using Xunit;

namespace RocketComs.PowerShell.Tests;

/// <summary>Tests of what a process has only once, such as environment variables: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialTests
{
    public const string Name = "Serial";
}
