using System;
using System.Collections.Generic;
using System.Linq;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules;

/// <summary>Counts issues and keeps the first of them.</summary>
internal sealed class IssueSink
{
    private const int ShownBytes = 400;
    private const int ShownCharacters = 80;

    private readonly string? _path;
    private readonly CheckOptions _options;
    private readonly List<(long Order, RcBatchCsvIssue Issue)> _errors = [];
    private readonly List<(long Order, RcBatchCsvIssue Issue)> _others = [];
    private readonly SortedDictionary<string, long> _summary = new(StringComparer.Ordinal);
    private long _order;

    /// <summary>Initializes an empty sink.</summary>
    public IssueSink(string? path, CheckOptions options)
    {
        _path = path;
        _options = options;
    }

    /// <summary>Gets the number of errors.</summary>
    public long ErrorCount { get; private set; }

    /// <summary>Gets the number of warnings.</summary>
    public long WarningCount { get; private set; }

    /// <summary>Gets how often each rule fired.</summary>
    public IReadOnlyDictionary<string, long> Summary => _summary;

    /// <summary>Gets the issues that were kept, in the order of the file. Errors go before warnings when there is no room for all.</summary>
    public RcBatchCsvIssue[] Kept =>
    [
        .. _errors.Concat(_others.Take(_options.MaxIssue - _errors.Count)).OrderBy(kept => kept.Order).Select(kept => kept.Issue),
    ];

    /// <summary>Reports an issue.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="line">The physical line.</param>
    /// <param name="row">The record; 0 for the whole file.</param>
    /// <param name="column">The index of the field; -1 for the whole row.</param>
    /// <param name="value">What stands there, decoded only when the issue is kept.</param>
    /// <param name="describe">Makes message and suggestion, called only when the issue is kept.</param>
    public void Report(RuleInfo rule, long line, long row, int column, ReadOnlySpan<byte> value, Func<string, (string Message, string Suggestion)> describe)
    {
        Count(rule);
        List<(long Order, RcBatchCsvIssue Issue)> kept = rule.Severity == RcIssueSeverity.Error ? _errors : _others;
        bool isKept = kept.Count < _options.MaxIssue;
        if (!isKept && _options.OnIssue is null)
        {
            return;
        }

        string text = Shown(value);
        (string message, string suggestion) = describe(text);
        RcBatchCsvIssue issue = new()
        {
            RuleId = rule.Id,
            Severity = rule.Severity,
            Path = _path,
            Line = line,
            Row = row,
            Column = column < 0 ? string.Empty : CsvRow.ColumnName(column),
            Value = text,
            Message = message,
            Suggestion = suggestion,
        };
        if (isKept)
        {
            kept.Add((_order++, issue));
        }

        _options.OnIssue?.Invoke(issue);
    }

    private static string Shown(ReadOnlySpan<byte> value)
    {
        string text = Utf8Text.Decode(value.Length <= ShownBytes ? value : value.Slice(0, ShownBytes));
        if (text.Length <= ShownCharacters)
        {
            return text;
        }

        int cut = char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters;
        return text.Substring(0, cut) + "…";
    }

    private void Count(RuleInfo rule)
    {
        _summary.TryGetValue(rule.Id, out long count);
        _summary[rule.Id] = count + 1;
        ErrorCount += rule.Severity == RcIssueSeverity.Error ? 1 : 0;
        WarningCount += rule.Severity == RcIssueSeverity.Warning ? 1 : 0;
    }
}
