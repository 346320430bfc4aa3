namespace RocketComs.Core.Recipients;

/// <summary>Adds up what the check of a file of recipients finds, row by row.</summary>
internal sealed class RecipientReportBuilder
{
    private readonly List<RcRecipientError> _errors = [];
    private readonly Dictionary<string, int> _lineOfNumber = new(StringComparer.Ordinal);
    private readonly NationalNumbers _national = new();
    private long _blankLines;
    private long _blankLinesSoFar;
    private int _firstBlank;
    private long _duplicates;
    private string? _firstDuplicate;
    private long _withoutPlus;
    private string? _firstWithoutPlus;

    public long RowCount { get; private set; }

    public long ErrorCount { get; private set; }

    public void Error(int line, string what)
    {
        ErrorCount++;
        if (_errors.Count < RecipientFileReport.MostErrors)
        {
            _errors.Add(new RcRecipientError { LineNumber = line, Description = what });
        }
    }

    /// <summary>Takes note of a line with nothing on it; those at the end of the file count for nothing.</summary>
    public void Blank(int line) => _firstBlank = _blankLinesSoFar++ == 0 ? line : _firstBlank;

    /// <summary>Takes note of a row.</summary>
    /// <param name="line">The line on which it begins.</param>
    /// <param name="number">Its number; <see langword="null"/> when it has not as many columns as the header.</param>
    /// <param name="expected">The columns of the header.</param>
    /// <param name="found">The columns of the row.</param>
    public void Row(int line, string? number, int expected, int found)
    {
        RowCount++;
        _blankLines = _blankLinesSoFar;
        if (number is null)
        {
            Error(line, FormattableString.Invariant($"The row has {found} {(found == 1 ? "column" : "columns")}, the header {expected}."));
        }
        else if (RecipientNumber.Fault(number) is { } fault)
        {
            Error(line, fault);
        }
        else
        {
            Number(line, number);
        }
    }

    public RecipientFileReport ToReport(string path) => new() { Path = path, RowCount = RowCount, ErrorCount = ErrorCount, Errors = _errors, Warnings = [.. Warnings()] };

    private void Number(int line, string number)
    {
        if (!RecipientNumber.HasPlus(number))
        {
            _withoutPlus++;
            _firstWithoutPlus ??= FormattableString.Invariant($"line {line}, '{number}'");
        }

        _national.Add(line, number);
        string digits = RecipientNumber.Digits(number);
        if (!_lineOfNumber.TryGetValue(digits, out int first))
        {
            _lineOfNumber.Add(digits, line);
            return;
        }

        _duplicates++;
        _firstDuplicate ??= FormattableString.Invariant($"line {line}, '{number}', as on line {first}");
    }

    private IEnumerable<string> Warnings()
    {
        if (_withoutPlus > 0)
        {
            yield return FormattableString.Invariant($"{_withoutPlus:N0} {(_withoutPlus == 1 ? "number has" : "numbers have")} no plus in front ({_firstWithoutPlus}). RocketCOMS documents E.164, with a plus and the country code.");
        }

        if (_duplicates > 0)
        {
            yield return FormattableString.Invariant($"{_duplicates:N0} {(_duplicates == 1 ? "number is" : "numbers are")} in the file twice ({_firstDuplicate}). Which row counts is not documented.");
        }

        if (_national.Warning is { } national)
        {
            yield return national;
        }

        if (_blankLines > 0)
        {
            yield return FormattableString.Invariant($"{_blankLines:N0} {(_blankLines == 1 ? "line is" : "lines are")} blank (line {_firstBlank}). What becomes of them is not documented.");
        }
    }
}
