using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;

namespace RocketComs.Shell;

/// <summary>The line of choices of a question: <c>[Y] Yes  [N] No  [?] Help (default is "Y"): </c>.</summary>
internal sealed class ChoicePrompt(IReadOnlyList<ChoiceDescription> choices, int defaultChoice)
{
    private readonly (string Key, string Label)[] _labels = [.. choices.Select(choice => Split(choice.Label))];

    public string Help => string.Concat(
        choices.Select((choice, i) => $"{Shortest(i)} - {choice.HelpMessage}{Environment.NewLine}"));

    public string Text(int width, bool colour)
    {
        StringBuilder text = new();
        int used = 0;
        for (int i = 0; i < _labels.Length; i++)
        {
            string part = $"[{_labels[i].Key}] {_labels[i].Label}  ";
            Break(part);
            text.Append(colour && i == defaultChoice ? PSStyle.Instance.Foreground.BrightYellow + part + PSStyle.Instance.Reset : part);
        }

        Append("[?] Help ");
        if (defaultChoice >= 0)
        {
            Append($"(default is \"{Shortest(defaultChoice)}\"): ");
        }

        return text.ToString();

        void Append(string part)
        {
            Break(part);
            text.Append(part);
        }

        void Break(string part)
        {
            int cells = CellWidth.Of(part);
            if (used > 0 && used + cells > width - 1)
            {
                text.AppendLine();
                used = 0;
            }

            used += cells;
        }
    }

    /// <summary>Gives the choice that an answer means, or -1.</summary>
    public int Find(string answer)
    {
        if (answer.Length == 0)
        {
            return defaultChoice;
        }

        int byLabel = Array.FindIndex(_labels, label => label.Label.Equals(answer, StringComparison.OrdinalIgnoreCase));
        return byLabel >= 0
            ? byLabel
            : Array.FindIndex(_labels, label => label.Key.Equals(answer, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Key, string Label) Split(string label)
    {
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        string plain = mark < 0 ? label : label.Remove(mark, 1);
        string key = mark >= 0 && mark < plain.Length ? plain.Substring(mark, 1).Trim().ToUpperInvariant() : "";
        return (key, plain.Trim());
    }

    private string Shortest(int i) => _labels[i].Key.Length > 0 ? _labels[i].Key : _labels[i].Label;
}
