using System.Reflection;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

/// <summary>docs/errors.md names the ids that the module uses, and no other.</summary>
public class ErrorPageTests
{
    [Fact]
    public void Every_id_stands_on_the_page_and_every_id_on_the_page_exists()
    {
        using TestSession session = new();
        Assembly module = session.Run("Get-Command", ("Name", "Update-RcBatch")).Single().Get<Type>("ImplementingType")!.Assembly;
        string[] ids = [.. module.GetType("RocketComs.PowerShell.Errors.ErrorIds", throwOnError: true)!.GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        string[] documented = [.. BuiltModule.Page("errors.md").Split('\n')
            .Where(line => line.StartsWith("| `Rc", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];

        Assert.Equal(ids.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }
}
