using System.Reflection;
using System.Runtime.Versioning;
using RocketComs.Core.Csv;
using RocketComs.Sandbox;
using Xunit;

namespace RocketComs.Core.Tests;

/// <summary>The other tests of this project are worth something only while they run against the netstandard2.0 files.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData(typeof(RcBatch))]
    [InlineData(typeof(BatchCsvReader))]
    [InlineData(typeof(SandboxServer))]
    [InlineData(typeof(CsvHelper.CsvReader))]
    [InlineData(typeof(PhoneNumbers.PhoneNumberUtil))]
    [InlineData(typeof(Polly.ResiliencePipeline))]
    [InlineData(typeof(TimeZoneConverter.TZConvert))]
    public void Assembly_is_built_for_netstandard(Type type) =>
        Assert.Equal(".NETStandard,Version=v2.0", type.Assembly.GetCustomAttributes<TargetFrameworkAttribute>().Single().FrameworkName);
}
