using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Errors;

/// <summary>A record of a batch file that cannot be read as a row.</summary>
internal sealed class BatchRowException : RocketComsException
{
    public BatchRowException(string path, long line, string fault)
        : base(
            FormattableString.Invariant($"'{path}', line {line}: this is no row, for {fault}. Nothing was read from the file."),
            "Run Test-RcBatchCsv to see what is wrong and how to mend it.")
    {
    }
}
