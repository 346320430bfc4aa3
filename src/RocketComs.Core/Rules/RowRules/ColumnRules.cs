using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC002: a row has fewer than two columns.</summary>
internal sealed class TooFewColumnsRule() : TraitRule(RuleTable.TooFewColumns, RowTraits.TooFewFields)
{
    protected override void Tell(in CsvRow row, RowIssues issues)
    {
        string offer = PasteLine.Split(row);
        issues.Report(Info, row.Line, -1, row.Raw, raw => offer.Length > 0
            ? ("The row has one column: something other than a comma stands between number and text.", "Write a comma there" + offer)
            : PhoneFaults.AreSeveral(raw)
            ? ("The row has one column, with several numbers in the place of one.", "Write one of them, a comma, and the text; each of the others is a recipient of its own.")
            : ("The row has one column; it needs a number and a text.", "Write the number, a comma, and the text."));
    }
}

/// <summary>RC003: a row has more than two columns. Why, its own cells tell, and the other rows.</summary>
internal sealed class TooManyColumnsRule() : TraitRule(RuleTable.TooManyColumns, RowTraits.TooManyFields)
{
    protected override void Tell(in CsvRow row, RowIssues issues)
    {
        (string message, string suggestion) = Explain(row);
        issues.Report(Info, row.Line, -1, row.Raw, _ => (message, suggestion));
    }

    // A column is not to be thrown away unread that may say who wants no messages.
    private const string Removal = "Remove every column that is neither number nor text. If one says who wants no messages, leave out the rows of those people first.";

    private static (string Message, string Suggestion) Explain(in CsvRow row)
    {
        string start = $"The row has {row.FieldCount} columns; ";
        string delimiter = DelimiterName.Of(row.Separator);
        if (PasteLine.FindDelimiterBehindNumber(row) is > 0 and int at)
        {
            return (start + $"a {DelimiterName.Of(row.Raw[at])} stands behind the number, where a comma belongs.", "Write a comma there" + PasteLine.SplitAt(row, at));
        }

        if (IsBlankFrom(row, 2))
        {
            return (start + "all after the second are empty.", $"Remove the {delimiter}s at its end" + PasteLine.Of(row, row.Field(0), row.Field(1)));
        }

        if (QuotedField.TryReadBetweenBlanks(Rest(row), out byte[] text))
        {
            return (start + "a blank stands before the quote, so that it quotes nothing.", "Remove the blank before the quote" + PasteLine.Of(row, row.Field(0), text));
        }

        SourceFormat format = row.Checker.Format;
        if (row.Field(row.FieldCount - 1) is [(byte)'0'] or [(byte)'1'] && (row.FieldCount == 3 ? format.ExtraColumns == 0 || format.HasOldColumn : format.HasOldColumn))
        {
            return row.FieldCount == 3
                ? (start + "a third one of 0 or 1 belongs to an older form of batch files.", "Remove the third column" + PasteLine.Of(row, row.Field(0), row.Field(1)))
                : (start + $"a {delimiter} in the text cut it, and a last one of 0 or 1 belongs to an older form of batch files.", "Remove the last column, and put the text in quotes" + OfText(row, 1));
        }

        if (format.ExtraColumns > 0)
        {
            return row.FieldCount == format.ExtraColumns ? (start + "so have the other rows.", Removal)
                : row.FieldCount < format.ExtraColumns ? (start + $"the others have {format.ExtraColumns}.", Removal)
                : (start + $"the others have {format.ExtraColumns}, so that a {delimiter} in the text cut it.", "Put the text in quotes, and double every quote inside it. " + Removal);
        }

        return HasQuotedCell(row)
            ? (start + $"a {delimiter} stands outside the quotes.", "Put the whole text into one pair of quotes, or remove what is neither number nor text.")
            : (start + $"a {delimiter} in the text cut it.", "Put the text in quotes, and double every quote inside it" + OfText(row, 0));
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

    // A row with all that stands behind the number as its text, but for some columns at the end.
    private static string OfText(in CsvRow row, int without)
    {
        ReadOnlySpan<byte> text = Rest(row);
        text = without == 0 ? text : text.Slice(0, text.Length - row.RawField(row.FieldCount - 1).Length - 1);
        return HasQuotedCell(row) ? "." : PasteLine.Of(row, row.Field(0), Utf8Text.TrimBlanks(text));
    }

    // The text as it stands, with what cut it.
    private static ReadOnlySpan<byte> Rest(in CsvRow row) => row.Raw.Slice(row.RawField(0).Length + 1);
}
