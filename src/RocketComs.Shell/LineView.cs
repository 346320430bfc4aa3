using System.Globalization;
using System.Text;

namespace RocketComs.Shell;

/// <summary>Draws prompt and line over as many rows as they need, and puts the cursor where it belongs.</summary>
internal sealed class LineView(Screen screen, string prompt)
{
    private const string Continuation = ">> ";

    private int _cursorRow;

    public void Draw(string line, int cursor)
    {
        int width = Screen.TerminalWidth;
        (int row, int column) = Place(line, cursor, width);
        (int lastRow, int lastColumn) = Place(line, line.Length, width);
        StringBuilder text = new("\r");
        Up(text, _cursorRow);
        text.Append("\u001b[J").Append(prompt).Append(line.Replace("\n", "\r\n" + Continuation, System.StringComparison.Ordinal));
        if (lastColumn == 0 && lastRow > 0)
        {
            // A terminal wraps only at the next character: give it one.
            text.Append(" \r");
        }

        text.Append('\r');
        Up(text, lastRow - row);
        if (column > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\u001b[{column}C");
        }

        _cursorRow = row;
        Terminal.Write(text);
    }

    /// <summary>Leaves the line as it stands and goes to the next one.</summary>
    public void End(string line)
    {
        Draw(line, line.Length);
        Terminal.Write("\r\n");
    }

    public void Clear()
    {
        Terminal.Write("\u001b[2J\u001b[H");
        _cursorRow = 0;
    }

    private TextWriter Terminal => screen.Terminal!;

    private static void Up(StringBuilder text, int rows)
    {
        if (rows > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\u001b[{rows}A");
        }
    }

    private (int Row, int Column) Place(string line, int index, int width)
    {
        int promptCells = CellWidth.Of(prompt);
        int row = promptCells / width;
        int column = promptCells % width;
        foreach (Rune rune in line[..index].EnumerateRunes())
        {
            int cells = CellWidth.Of(rune);
            if (rune.Value == '\n')
            {
                row++;
                column = Continuation.Length;
            }
            else if (column + cells > width)
            {
                row++;
                column = cells;
            }
            else
            {
                column += cells;
            }
        }

        return column == width ? (row + 1, 0) : (row, column);
    }
}
