namespace RocketComs.Shell;

/// <summary>The completions of one word, shown one after the other with each Tab.</summary>
internal sealed class TabCycle(string line, int start, int length, IReadOnlyList<string> texts)
{
    private int _shown = -1;

    public void Next(bool back, Action<string, int> show)
    {
        int count = texts.Count;
        _shown = (Math.Max(_shown, back ? 0 : -1) + (back ? -1 : 1) + count) % count;
        string text = texts[_shown];
        show(line[..start] + text + line[(start + length)..], start + text.Length);
    }
}
