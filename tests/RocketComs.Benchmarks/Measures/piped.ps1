# Times the commands that take rows or texts from the pipeline, in turns. Writes two lines a command: its name, then clock and processor
# time of each repetition in milliseconds; and 'bytes', its name, then the bytes that each repetition allocated. Parted by tabs.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'Id', Justification = 'Used in a script block.')]
param(
    [string] $Module,
    [string] $File,
    [int] $Rounds,
    [uri] $Uri,
    [string] $Id
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Module
$secret = [securestring]::new()
'a-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
Connect-RcAccount -BaseUri $Uri -Credential ([pscredential]::new('an-api-key', $secret))
$rows = @(Import-Csv -LiteralPath $File -Header Number, Message)
$texts = $rows.Message

# What PowerShell itself takes: commands that are handed an object, list its columns as well, or hand on an object for a text, and do nothing else.
Add-Type -PassThru -TypeDefinition @'
using System.Management.Automation;

[Cmdlet("Receive", "Row")]
public sealed class ReceiveRowCommand : Cmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; }
}

[Cmdlet("Read", "Row")]
public sealed class ReadRowCommand : Cmdlet
{
    private int _columns;

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; }

    protected override void ProcessRecord()
    {
        foreach (PSPropertyInfo column in InputObject.Properties)
        {
            _columns++;
        }
    }
}

[Cmdlet("Format", "Text")]
public sealed class FormatTextCommand : Cmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public string Text { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(new string[] { Text }, enumerateCollection: false);
    }
}
'@ | Select-Object -First 1 | ForEach-Object Assembly | Import-Module

$works = [ordered]@{
    'a command that takes a row' = { $rows | Receive-Row }
    'a command that lists the columns of a row' = { $rows | Read-Row }
    'a command that gives an object for a text' = { $texts | Format-Text > $null }
    'Test-RcBatchCsv' = { $script:report = $rows | Test-RcBatchCsv }
    'Update-RcBatch' = { $script:batch = $rows | Update-RcBatch -Id $Id -Action Validate }
    'Measure-RcSmsSegment' = { $texts | Measure-RcSmsSegment > $null }
}

$times = @{}
$bytes = @{}
foreach ($name in $works.Keys) {
    $times[$name] = [System.Collections.Generic.List[double]]::new()
    $bytes[$name] = [System.Collections.Generic.List[long]]::new()

    # Long enough for the runtime to compile what is hot, which it does beside the work, in its own time.
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    for ($round = 0; $round -lt 3 -or $watch.Elapsed.TotalSeconds -lt 3; $round++) {
        & $works[$name]
    }
}

foreach ($round in 1..$Rounds) {
    foreach ($name in $works.Keys) {
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        $allocated = [GC]::GetTotalAllocatedBytes($true)
        $processor = [System.Environment]::CpuUsage.TotalTime
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $works[$name]
        $times[$name].Add($watch.Elapsed.TotalMilliseconds)
        $times[$name].Add(([System.Environment]::CpuUsage.TotalTime - $processor).TotalMilliseconds)
        $bytes[$name].Add([GC]::GetTotalAllocatedBytes($true) - $allocated)
    }
}

if (-not $report.IsValid -or $report.RowCount -ne $rows.Count) {
    throw "Test-RcBatchCsv reported $($report.RowCount) rows and $($report.ErrorCount) errors."
}

if ($batch.Id -ne $Id) {
    throw 'Update-RcBatch updated nothing.'
}

$measured = @($texts | Measure-RcSmsSegment).Count
if ($measured -ne $texts.Count) {
    throw "Measure-RcSmsSegment measured $measured texts."
}

foreach ($name in $works.Keys) {
    @($name) + @($times[$name] | ForEach-Object { $_.ToString('R', [cultureinfo]::InvariantCulture) }) -join "`t"
    @('bytes', $name) + $bytes[$name] -join "`t"
}
