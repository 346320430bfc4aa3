using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What one look at a row sees.</summary>
public sealed class RowScannerTests
{
    [Theory]
    [InlineData("RC006", "\"20255\n50100\",\n", 3)]
    [InlineData("RC103", "2025550100,\\n Hi\n", 2)]
    [InlineData("RC006", "2025550100,\u115F\u1160\u2800\u3164\uFFA0\n", 2)]
    [InlineData("RC006", "2025550100,\u200B\u200E\n", 2)]
    public void Issue_stands_on_its_line(string rule, string row, int line) => Assert.Equal(line, Single(Check("2025550109,Hi\n" + row), rule).Line);

    [Theory]
    [InlineData("\"2025550100\n", "RC007")]
    [InlineData("2025550100,\"a\" b,c\n", "RC007")]
    [InlineData("2025550101,Caf\u00C3\u00A9,x\n", "RC003")]
    [InlineData("2025550101,Caf\u00C3\u00A9{80}\n", "RC008")]
    [InlineData("2025550101,Caf\u00C3\u00A9\n", "RC115")]
    [InlineData("2025550101,\"a\n\"\",b\"\n", "RC104")]
    [InlineData("2025550101,\"a\n\n2025550102,b\"\n", "RC104 RC111")]
    public void What_is_to_be_mended_first_is_reported_alone(string row, string fired) => Assert.Equal(fired, Fired(Check(Bytes(row))));
}
