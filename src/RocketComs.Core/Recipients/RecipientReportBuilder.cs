using RocketComs.Core.Numbers;

namespace RocketComs.Core.Recipients;

/// <summary>Adds up what the check of a file of recipients finds, row by row.</summary>
internal sealed class RecipientReportBuilder
{
    private readonly List<RcRecipientError> _errors = [];
    private readonly Dictionary<DigitRun, int> _lineOfNumber = [];
    private readonly Dictionary<ulong, (int Line, string Number)> _spellings = [];

    // Of the plan that the platform's samples are of: for another country a number without its code would not tell which.
    private readonly AssignableNumbers _numbers = new(NumberingPlan.DefaultRegion);
    private long _blankLines;
    private long _blankLinesSoFar;
    private int _firstBlank;
    private long _duplicates;
    private string? _firstDuplicate;
    private long _respelled;
    private string? _firstRespelled;
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
        else if (RecipientNumber.TryRead(number, out NumberText read))
        {
            Number(line, number, read);
        }
        else
        {
            Error(line, RecipientNumber.Fault(number));
        }
    }

    public RecipientFileReport ToReport(string path) => new() { Path = path, RowCount = RowCount, ErrorCount = ErrorCount, Errors = _errors, Warnings = [.. Warnings()] };

    private void Number(int line, string number, in NumberText read)
    {
        if (!read.HasPlus)
        {
            _withoutPlus++;
            _firstWithoutPlus ??= FormattableString.Invariant($"line {line}, '{number}'");
        }

        DigitRun digits = new(read.Value, read.Digits);
        if (_lineOfNumber.TryGetValue(digits, out int first))
        {
            _duplicates++;
            _firstDuplicate ??= FormattableString.Invariant($"line {line}, '{number}', as on line {first}");
            return;
        }

        _lineOfNumber.Add(digits, line);
        ulong key = _numbers.KeyOf(read);
        if (_spellings.TryGetValue(key, out (int Line, string Number) other))
        {
            _respelled++;
            _firstRespelled ??= FormattableString.Invariant($"line {line}, '{number}', and line {other.Line}, '{other.Number}'");
        }
        else
        {
            _spellings.Add(key, (line, number));
        }
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

        if (_respelled > 0)
        {
            yield return FormattableString.Invariant($"{_respelled:N0} {(_respelled == 1 ? "number is" : "numbers are")} in the file with and without the country code ({_firstRespelled}). They may be the same recipient; the platform may make two of one.");
        }

        if (_blankLines > 0)
        {
            yield return FormattableString.Invariant($"{_blankLines:N0} {(_blankLines == 1 ? "line is" : "lines are")} blank (line {_firstBlank}). What becomes of them is not documented.");
        }
    }
}
