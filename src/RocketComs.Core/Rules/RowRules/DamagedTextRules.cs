using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC008: U+FFFD stands where another program has met bytes that it could not read. What stood there is lost.</summary>
internal sealed class ReplacementCharacterRule() : FieldRule(RuleTable.CharactersLost, RowTraits.ReplacementCharacter)
{
    protected override bool IsBrokenBy(in CsvRow row, int field) => Utf8Text.IndexOfReplacement(row.RawField(field)) >= 0;

    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues)
    {
        ReadOnlySpan<byte> raw = row.RawField(field);
        int index = Utf8Text.IndexOfReplacement(raw);
        issues.Report(Info, line + Utf8Text.CountLineBreaks(raw.Slice(0, index)), field, row.Field(field), _ => (
            $"The {FieldName.Of(field)} contains U+FFFD, which stands for a character that another program could not read.",
            "Write the character that was there, or read the source again in the encoding that it has (in PowerShell: Import-Csv -Encoding)."));
    }
}

/// <summary>RC115: a text was written as UTF-8 and read as Windows-1252 or Latin-1, once or more.</summary>
internal sealed class DecodedTwiceRule() : RowRule(RuleTable.DecodedTwice, RowTraits.MayBeDecodedTwice)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        // What a comma cut, or is not even UTF-8, is to be repaired first.
        if (row.FieldCount != 2 || (row.Traits & RowTraits.BytesInvalid) != 0)
        {
            return;
        }

        string text = Utf8Text.Decode(row.Message);
        if (DecodedTwice.Find(text) is { } found)
        {
            long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(System.Text.Encoding.UTF8.GetBytes(text.Substring(0, found.Index)));
            issues.Report(Info, line, 1, row.Message, _ => (
                $"The text was decoded twice: {found.Word} was {found.Was}.",
                $"Read the source as UTF-8 where it was exported, or write the text as it was: {FileIssues.Shown(System.Text.Encoding.UTF8.GetBytes(found.Text))}"));
        }
    }
}
