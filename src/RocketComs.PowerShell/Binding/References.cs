using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>An id where a parameter takes one: a string, a GUID, or any object with an <c>Id</c> property.</summary>
public abstract class IdReference
{
    private readonly object _given;
    private readonly string? _failure;
    private readonly string _value = string.Empty;

    /// <summary>Takes the id out of a value.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    /// <param name="ownType">
    /// The one type of this module whose <c>Id</c> is meant, such as <c>RcBatch</c>: the id of a campaign is never taken for that of a batch.
    /// </param>
    /// <param name="properties">The properties that can hold the id in an object of another kind, beside <c>Id</c>.</param>
    private protected IdReference(object value, string ownType, params string[] properties)
    {
        _given = value;
        PSObject wrapper = PSObject.AsPSObject(value);
        if (wrapper.BaseObject is string or ValueType && ColumnCheck.IsLine(wrapper))
        {
            _value = Cell.Show(wrapper).Trim();
            return;
        }

        string[] names = ModuleTypes.NameOf(wrapper) is not { } own || own == ownType ? [.. properties, "Id"] : properties;
        PSPropertyInfo[] all = [.. names.Select(name => wrapper.Properties[name]).Where(static property => property is not null)];
        PSPropertyInfo[] filled = [.. all.Where(static property => !Cell.IsEmpty(property.Value))];
        string[] ids = [.. filled.Select(static property => (LanguagePrimitives.ConvertTo<string>(property.Value) ?? string.Empty).Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        _value = ids.FirstOrDefault() ?? string.Empty;
        _failure = ids.Length > 1 ? $"The object has the {string.Join(" and the ", filled.Select(static property => $"{property.Name} '{Cell.Show(property.Value)}'"))}: it is unclear which is meant."
            : all.Length > 0 ? null
            : names.Contains("Id") ? $"{UnreadInput.Describe(wrapper)} has no id: give a UUID, or an object with the property {names[0]}."
            : $"It is a {ModuleTypes.NameOf(wrapper)}, and its id cannot be used here: give a UUID, or a {ownType}.";
    }

    /// <summary>Gets what was given: the id, or the object that has it.</summary>
    internal object Given => _given;

    /// <summary>Gets the command that finds such an id by a name; <see langword="null"/> for none.</summary>
    internal virtual string? Finder => null;

    /// <summary>Gets the id as text; empty when the object has none.</summary>
    public string Value => For("Id");

    /// <summary>The id as text; empty when the object has none.</summary>
    /// <param name="parameter">The parameter that takes it.</param>
    /// <exception cref="InvalidParameterException">
    /// The object has no such property, or several that differ. Thrown where it is converted, PowerShell would drop a piped object with a word of its own.
    /// </exception>
    internal string For(string parameter) =>
        _failure is null ? _value : throw new InvalidParameterException(parameter, _given, _failure, "Give the id itself, or the one property that is meant: Select-Object chooses properties.");

    /// <summary>Returns the id.</summary>
    public override string ToString() => _value;
}

/// <summary>A batch: an id, or any object with a <c>BatchId</c> (an error or a message is of a batch), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class BatchReference(object value) : IdReference(value, nameof(RcBatch), "BatchId")
{
    internal override string? Finder => InvalidParameterException.BatchFinder;
}

/// <summary>A brand: an id, or any object with a <c>BrandId</c> (a campaign is of a brand), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class BrandReference(object value) : IdReference(value, nameof(RcBrand), "BrandId");

/// <summary>A campaign: an id, or any object with a <c>CampaignId</c> (a batch is of a campaign), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class CampaignReference(object value) : IdReference(value, nameof(RcCampaign), "CampaignId")
{
    /// <summary>Gets the campaign as the platform gave it, also as a copy out of a file or a job; <see langword="null"/> where only its id is known.</summary>
    internal RcCampaign? Shown { get; } = ShownCampaign.Of(PSObject.AsPSObject(value));

    internal override string? Finder => InvalidParameterException.CampaignFinder;
}

/// <summary>A message: an id, a message, or an object of another kind with an <c>Id</c> property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class MessageReference(object value) : IdReference(value, nameof(RcMessage));

/// <summary>A message template: an id, or any object with a <c>MessageTemplateId</c> (a batch is made from a template), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class MessageTemplateReference(object value) : IdReference(value, nameof(RcMessageTemplate), "MessageTemplateId")
{
    internal override string? Finder => InvalidParameterException.TemplateFinder;
}

/// <summary>A recipient list: an id, or any object with a <c>RecipientsListId</c> (an import made a list), a <c>RecipientListId</c>, or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class RecipientListReference(object value) : IdReference(value, nameof(RcRecipientList), "RecipientsListId", "RecipientListId")
{
    internal override string? Finder => InvalidParameterException.ListFinder;
}

/// <summary>A recipient: an id, or an object with a <c>RecipientId</c>, or else an <c>Id</c>, property that is none of this module's: no object of it is a recipient.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class RecipientReference(object value) : IdReference(value, "recipient", "RecipientId");
