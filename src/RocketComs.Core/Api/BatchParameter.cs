namespace RocketComs.Core.Api;

/// <summary>A parameter of the create and update calls: its name on the wire, its place, and how it is read off a draft.</summary>
internal sealed class BatchParameter
{
    /// <summary>Initializes the parameter.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="isPart">Whether it is a multipart part wherever the scalars travel.</param>
    /// <param name="values">Its values in a draft; none when the user did not set it.</param>
    public BatchParameter(string name, bool isPart, Func<BatchDraft, IEnumerable<string>> values)
    {
        Name = name;
        IsPart = isPart;
        Values = values;
    }

    /// <summary>Gets the name on the wire.</summary>
    public string Name { get; }

    /// <summary>Gets whether it is a multipart part wherever the scalars travel.</summary>
    public bool IsPart { get; }

    /// <summary>Gets its values in a draft.</summary>
    public Func<BatchDraft, IEnumerable<string>> Values { get; }
}
