using System.Management.Automation;
using System.Management.Automation.Host;

namespace RocketComs.Shell;

/// <summary>The two output streams, what stands on the line that is not finished yet, and the progress line below it.</summary>
internal sealed class Screen
{
    private const int WidthOfFile = 120;

    private readonly Lock _gate = new();
    private readonly ProgressLine _progress;
    private readonly bool _hasTerminal = !Console.IsOutputRedirected;
    private readonly bool _hasErrorTerminal = !Console.IsErrorRedirected;

    public Screen()
    {
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb" || !WindowsTerminal.EnableSequences();
        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        CanEdit = !dumb;
        HasColour = _hasTerminal && colour && !dumb;
        _progress = new ProgressLine(this);
        if (!HasColour)
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }

    /// <summary>Gets a value indicating whether the terminal can move its cursor on command.</summary>
    public bool CanEdit { get; }

    public bool HasColour { get; }

    /// <summary>Gets where a person would see a question: <see langword="null"/> when nobody is looking.</summary>
    public TextWriter? Terminal => _hasTerminal ? Console.Out : _hasErrorTerminal ? Console.Error : null;

    /// <summary>Gets the text on the terminal's current line, which a line editor has to redraw.</summary>
    public string UnfinishedLine { get; private set; } = "";

    /// <summary>Gets or sets a value indicating whether plain output is part of an error report.</summary>
    public bool OutputIsError { get; set; }

    public int Width
    {
        get
        {
            if (_hasTerminal && Console.WindowWidth > 0)
            {
                return Console.WindowWidth;
            }

            return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0 ? columns : WidthOfFile;
        }
    }

    /// <summary>Gets the width of the terminal that a person sits at, wherever the output goes.</summary>
    public static int TerminalWidth
    {
        get
        {
            try
            {
                return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
            }
            catch (IOException)
            {
                // Windows asks the output for it, which is a file.
                return 80;
            }
        }
    }

    public int Height => _hasTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : 50;

    public void Write(string text)
    {
        if (OutputIsError)
        {
            WriteError(text);
            return;
        }

        Put(Console.Out, _hasTerminal, PSHostUserInterface.GetOutputString(text, HasColour));
    }

    public void WriteError(string text)
        => Put(Console.Error, _hasErrorTerminal, PSHostUserInterface.GetOutputString(text, HasColour && _hasErrorTerminal));

    /// <summary>Writes a part of a question, where it is seen even when the output goes to a file.</summary>
    public void Ask(string text)
        => Put(Terminal ?? Console.Out, Terminal is not null, PSHostUserInterface.GetOutputString(text, HasColour));

    public void ShowProgress(ProgressRecord record)
    {
        lock (_gate)
        {
            if (_hasTerminal && UnfinishedLine.Length == 0)
            {
                _progress.Show(record);
            }
        }
    }

    public void ClearProgress()
    {
        lock (_gate)
        {
            _progress.Clear();
        }
    }

    /// <summary>Tells that the cursor is at the start of a line again, by the user's Enter.</summary>
    public void LineIsFinished() => UnfinishedLine = "";

    private void Put(TextWriter writer, bool isTerminal, string text)
    {
        lock (_gate)
        {
            _progress.Clear();
            writer.Write(text);
            if (isTerminal)
            {
                int end = text.LastIndexOf('\n');
                UnfinishedLine = end < 0 ? UnfinishedLine + text : text[(end + 1)..];
            }
        }
    }
}
