using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC002: a row has fewer than two columns.</summary>
internal sealed class TooFewColumnsRule() : RowRule(RuleTable.TooFewColumns, RowTraits.TooFewFields)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        string offer = issues.Keeps(Info) ? PasteLine.Split(row) : string.Empty;
        issues.Report(Info, row.Line, -1, row.Raw, _ => offer.Length > 0
            ? ("The row has one column: something other than a comma stands between number and text.", "Write a comma there" + offer)
            : ("The row has one column; it needs a number and a text.", "Write the number, a comma, and the text."));
    }
}

/// <summary>RC003: a row has more than two columns. Why, its own cells tell, and the other rows.</summary>
internal sealed class TooManyColumnsRule() : RowRule(RuleTable.TooManyColumns, RowTraits.TooManyFields)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        (string message, string suggestion) = issues.Keeps(Info) ? Explain(row) : default;
        issues.Report(Info, row.Line, -1, row.Raw, _ => (message, suggestion));
    }

    private static (string Message, string Suggestion) Explain(in CsvRow row)
    {
        string start = $"The row has {row.FieldCount} columns; ";
        string delimiter = row.Separator switch { (byte)';' => "semicolon", (byte)'\t' => "tab", (byte)'|' => "vertical bar", _ => "comma" };
        if (IsBlankFrom(row, 2))
        {
            return (start + "all after the second are empty.", $"Remove the {delimiter}s at its end" + PasteLine.Of(row, row.Field(0), row.Field(1)));
        }

        if (QuotedField.TryReadBetweenBlanks(Rest(row), out byte[] text))
        {
            return (start + "a blank stands before the quote, so that it quotes nothing.", "Remove the blank before the quote" + PasteLine.Of(row, row.Field(0), text));
        }

        if (row.FieldCount == 3 && row.Field(2).Length == 1 && row.Field(2)[0] is (byte)'0' or (byte)'1')
        {
            return (start + "a third one of 0 or 1 belongs to an older form of batch files.", "Remove the third column" + PasteLine.Of(row, row.Field(0), row.Field(1)));
        }

        bool isInText = (row.Faults & RecordFaults.StrayQuote) != 0 || HasBlankAfterDelimiter(row);
        if (row.FieldCount == row.Checker.Format.ExtraColumns && !isInText)
        {
            return (start + "so have the other rows.", "Remove every column that is neither number nor text.");
        }

        return HasQuotedCell(row)
            ? (start + $"a {delimiter} stands outside the quotes.", "Put the whole text into one pair of quotes, or remove what is neither number nor text.")
            : (start + $"a {delimiter} in the text cut it.", "Put the text in quotes, and double every quote inside it" + PasteLine.Of(row, row.Field(0), Utf8Text.TrimBlanks(Rest(row))));
    }

    private static bool IsBlankFrom(in CsvRow row, int from)
    {
        for (int i = from; i < row.FieldCount; i++)
        {
            if (!Utf8Text.TrimBlanks(row.Field(i)).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    // In a text a blank follows a comma; in a table it does nowhere, or everywhere.
    private static bool HasBlankAfterDelimiter(in CsvRow row)
    {
        for (int i = 2; i < row.FieldCount; i++)
        {
            if (row.RawField(i) is [(byte)' ', ..])
            {
                return row.RawField(1) is not [(byte)' ', ..];
            }
        }

        return false;
    }

    private static bool HasQuotedCell(in CsvRow row)
    {
        for (int i = 1; i < row.FieldCount; i++)
        {
            if (row.RawField(i) is [(byte)'"', ..])
            {
                return true;
            }
        }

        return false;
    }

    // The text as it stands, with what cut it.
    private static ReadOnlySpan<byte> Rest(in CsvRow row) => row.Raw.Slice(row.RawField(0).Length + 1);
}
