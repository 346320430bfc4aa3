using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>Every parameter of every command that is a number: what PowerShell would make another number of is refused.</summary>
public sealed class NumberParameterTests
{
    private static readonly object?[] s_unclear =
    [
        null, string.Empty, " ", "five", "1e3", "0x10", "1kb", "1,5", "1.5.0", "5 6", "\u0665", true, false, '5', DayOfWeek.Friday, double.NaN, double.PositiveInfinity, new DateTime(2027, 1, 31), TimeSpan.FromSeconds(5),
        PSObject.AsPSObject(true), Array.Empty<int>(), new SwitchParameter(true),
    ];

    private static readonly object[] s_fractions = [1.6, 0.5f, 2.5m, "1.6", "1.06"];

    private static readonly object[] s_five = [5, 5L, (byte)5, 5.0, 5m, 5f, "5", " 5 ", "+5", "5.0", PSObject.AsPSObject(5), new System.Numerics.BigInteger(5)];

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Number_is_taken_as_it_stands_or_refused(string culture)
    {
        using TestSession session = new();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            (string Name, Type Type, ArgumentTransformationAttribute[] Transformations)[] parameters = [.. Numbers(session)];
            foreach ((string name, Type type, ArgumentTransformationAttribute[] transformations) in parameters)
            {
                object? Take(object? value) => Only(LanguagePrimitives.ConvertTo(transformations.Aggregate(value, (taken, transformation) => transformation.Transform(null!, taken!)), type, CultureInfo.InvariantCulture));

                foreach (object? unclear in IsWhole(type) ? [.. s_unclear, .. s_fractions] : s_unclear)
                {
                    // None given to a number that may be none stays none: the command refuses it by name.
                    if (unclear is null && name.StartsWith("Connect-RcAccount", StringComparison.Ordinal) && type == typeof(decimal))
                    {
                        Assert.Null(transformations.Aggregate(unclear, (taken, transformation) => transformation.Transform(null!, taken!)));
                        continue;
                    }

                    Assert.True(Record.Exception(() => Take(unclear)) is ArgumentTransformationMetadataException, $"{name} takes '{unclear}' ({unclear?.GetType().Name})");
                }

                Assert.All(s_five, five => Assert.Equal(5m, Convert.ToDecimal(Take(five), CultureInfo.InvariantCulture)));
                if (!IsWhole(type))
                {
                    Assert.Equal(1.5m, Convert.ToDecimal(Take("1.5"), CultureInfo.InvariantCulture));
                    Assert.Equal(0.0079m, Convert.ToDecimal(Take(0.0079), CultureInfo.InvariantCulture));
                }
            }

            Assert.InRange(parameters.Length, 19, int.MaxValue);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ceiling_with_a_fraction_sends_nothing()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("MaxSegmentCount", 1.6), ("Force", true));

        Assert.StartsWith("ParameterArgumentTransformationError,", result.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'1.6' is not a whole number, such as 5.", result.Terminating.ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    // A list of numbers takes one of them, too.
    private static object? Only(object? value) => value is Array { Length: 1 } list ? list.GetValue(0) : value;

    private static bool IsWhole(Type type) => Type.GetTypeCode(type.GetElementType() ?? type) is not (TypeCode.Decimal or TypeCode.Double or TypeCode.Single);

    private static IEnumerable<(string Name, Type Type, ArgumentTransformationAttribute[] Transformations)> Numbers(TestSession session) =>
        from command in session.Run("Get-Command", ("Module", "RocketComs")).NoErrors().Output.Select(item => (CmdletInfo)item.BaseObject)
        from property in command.ImplementingType.GetProperties()
        where property.IsDefined(typeof(ParameterAttribute), inherit: true)
        let item = property.PropertyType.GetElementType() ?? property.PropertyType
        let number = Nullable.GetUnderlyingType(item) ?? item
        let type = property.PropertyType.IsArray ? property.PropertyType : number
        where !number.IsEnum && Type.GetTypeCode(number) is >= TypeCode.SByte and <= TypeCode.Decimal
        let all = command.Parameters[property.Name].Attributes.OfType<ArgumentTransformationAttribute>()

        // Those of Connect-RcAccount that end the account before do nothing else.
        select ($"{command.Name} -{property.Name}", type, all.Where(attribute => attribute.GetType().Name != "BeginsConnectAttribute").ToArray());
}
