using System.Text;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What a rule is called. All there are stand in <see cref="RuleTable"/>.</summary>
public sealed class RuleInfo
{
    private RowFindings? _counted;

    internal RuleInfo(string id, RcIssueSeverity severity, string title, int place)
    {
        Id = id;
        Severity = severity;
        Title = title;
        Place = place;
    }

    /// <summary>Gets the id, such as <c>RC005</c>; docs/rules.md has a section of that name.</summary>
    public string Id { get; }

    /// <summary>Gets how much its issues weigh.</summary>
    public RcIssueSeverity Severity { get; }

    /// <summary>Gets what it looks for, in a few words.</summary>
    public string Title { get; }

    /// <summary>Gets the name that the heading of its section in docs/rules.md has in a link.</summary>
    public string Anchor
    {
        get
        {
            StringBuilder anchor = new();
            foreach (char character in $"{Id} {Title}".ToLowerInvariant())
            {
                anchor.Append(char.IsLetterOrDigit(character) || character is '-' or '_' ? character.ToString() : character == ' ' ? "-" : string.Empty);
            }

            return anchor.ToString();
        }
    }

    /// <summary>Its place in the table, for counting.</summary>
    internal int Place { get; }

    /// <summary>What is found in a row where only this rule fires and no more of its issues are kept. In a bad file that is nearly every row.</summary>
    internal RowFindings Counted => _counted ??= new RowFindings([(this, null)], Raw: null);
}
