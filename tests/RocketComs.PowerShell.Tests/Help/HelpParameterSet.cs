using System.Globalization;
using System.Management.Automation;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>How a parameter stands in one parameter set.</summary>
/// <param name="Position">The place among the arguments without a name, from 0; <c>Named</c> for none.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="FromPipeline">Whether it takes a piped object.</param>
/// <param name="FromProperty">Whether it takes a property of a piped object.</param>
internal sealed record HelpParameterSet(string Position, bool IsRequired, bool FromPipeline, bool FromProperty)
{
    /// <summary>As a page says it.</summary>
    public static HelpParameterSet From(IReadOnlyDictionary<string, string> fields) => new(
        fields["Position"], bool.Parse(fields["IsRequired"]), bool.Parse(fields["ValueFromPipeline"]), bool.Parse(fields["ValueFromPipelineByPropertyName"]));

    /// <summary>As the command has it.</summary>
    public static HelpParameterSet From(ParameterSetMetadata set) => new(
        set.Position == int.MinValue ? "Named" : set.Position.ToString(CultureInfo.InvariantCulture), set.IsMandatory, set.ValueFromPipeline, set.ValueFromPipelineByPropertyName);
}
