using System.Globalization;
using System.Text;

namespace RocketComs.Shell;

/// <summary>Reads one line from the terminal: cursor keys, history, completion, and the usual Ctrl keys.</summary>
internal sealed class LineEditor(Screen screen)
{
    private readonly StringBuilder _line = new();
    private int _cursor;

    private string Line => _line.ToString();

    /// <summary>Gives the line, or <see langword="null"/> at Ctrl+D; Ctrl+C throws.</summary>
    public string? Read(string prompt, LineHistory history, Func<string, int, TabCycle?>? complete)
    {
        LineView view = new(screen, prompt);
        TabCycle? cycle = null;
        Set("");
        history.Rewind();
        Console.TreatControlCAsInput = true;
        try
        {
            view.Draw("", 0);
            while (true)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
                if (key.Key == ConsoleKey.Tab && complete is not null)
                {
                    cycle ??= complete(Line, _cursor);
                    cycle?.Next(back: (key.Modifiers & ConsoleModifiers.Shift) != 0, Set);
                }
                else
                {
                    cycle = null;
                    switch (key.Key)
                    {
                        case ConsoleKey.Enter:
                            view.End(Line);
                            return Line;
                        case ConsoleKey.C when control:
                            view.End(Line);
                            throw new OperationCanceledException();
                        case ConsoleKey.D when control && _line.Length == 0:
                        case ConsoleKey.D2 when key.KeyChar == '\0' && complete is null && _line.Length == 0:
                            // The second is a Ctrl+D typed before the question: a terminal keeps it as a NUL.
                            view.End(Line);
                            return null;
                        case ConsoleKey.L when control:
                            view.Clear();
                            break;
                        case ConsoleKey.UpArrow:
                            Set(history.Step(-1, Line));
                            break;
                        case ConsoleKey.DownArrow:
                            Set(history.Step(1, Line));
                            break;
                        default:
                            Edit(key, control);
                            break;
                    }
                }

                // A paste comes key by key: draw once, at its end.
                if (!Console.KeyAvailable)
                {
                    view.Draw(Line, _cursor);
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            screen.LineIsFinished();
        }
    }

    private void Edit(ConsoleKeyInfo key, bool control)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow or ConsoleKey.B when control || key.Key == ConsoleKey.LeftArrow:
                _cursor = control && key.Key == ConsoleKey.LeftArrow ? WordStart() : Previous();
                break;
            case ConsoleKey.RightArrow or ConsoleKey.F when control || key.Key == ConsoleKey.RightArrow:
                _cursor = control && key.Key == ConsoleKey.RightArrow ? WordEnd() : Next();
                break;
            case ConsoleKey.Home or ConsoleKey.A when control || key.Key == ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.End or ConsoleKey.E when control || key.Key == ConsoleKey.End:
                _cursor = _line.Length;
                break;
            case ConsoleKey.Escape:
                Set("");
                break;
            case ConsoleKey.Backspace:
                Remove(control ? WordStart() : Previous(), _cursor);
                break;
            case ConsoleKey.W when control:
                Remove(WordStart(), _cursor);
                break;
            case ConsoleKey.Delete or ConsoleKey.D when control || key.Key == ConsoleKey.Delete:
                Remove(_cursor, Next());
                break;
            case ConsoleKey.U when control:
                Remove(0, _cursor);
                break;
            case ConsoleKey.K when control:
                Remove(_cursor, _line.Length);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _line.Insert(_cursor++, key.KeyChar);
                }

                break;
        }
    }

    private void Set(string line) => Set(line, line.Length);

    private void Set(string line, int cursor)
    {
        _line.Clear().Append(line);
        _cursor = cursor;
    }

    private void Remove(int from, int to)
    {
        _line.Remove(from, to - from);
        _cursor = from;
    }

    // Whole characters, as a reader sees them: an emoji is two or more units.
    private int Next() => _cursor == _line.Length ? _cursor : _cursor + StringInfo.GetNextTextElementLength(Line, _cursor);

    private int Previous()
    {
        int at = 0;
        while (at < _cursor)
        {
            int length = StringInfo.GetNextTextElementLength(Line, at);
            if (at + length >= _cursor)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    private int WordStart()
    {
        int at = _cursor;
        while (at > 0 && !char.IsLetterOrDigit(_line[at - 1]))
        {
            at--;
        }

        while (at > 0 && char.IsLetterOrDigit(_line[at - 1]))
        {
            at--;
        }

        return at;
    }

    private int WordEnd()
    {
        int at = _cursor;
        while (at < _line.Length && !char.IsLetterOrDigit(_line[at]))
        {
            at++;
        }

        while (at < _line.Length && char.IsLetterOrDigit(_line[at]))
        {
            at++;
        }

        return at;
    }
}
