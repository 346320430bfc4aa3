namespace RocketComs.Shell;

/// <summary>The lines typed so far, walked with the arrow keys. Kept in memory only: lines can hold secrets.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }
    }

    public void Rewind()
    {
        _at = _lines.Count;
        _draft = "";
    }

    /// <summary>Gives the line before or after the one that is shown; past the last comes what the user was typing.</summary>
    public string Step(int by, string shown)
    {
        if (_at + by < 0 || _at + by > _lines.Count)
        {
            return shown;
        }

        if (_at == _lines.Count)
        {
            _draft = shown;
        }

        _at += by;
        return _at == _lines.Count ? _draft : _lines[_at];
    }
}
