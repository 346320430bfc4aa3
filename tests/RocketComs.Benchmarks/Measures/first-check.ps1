# Times the first check of a session: what the runtime compiles for it is part of it. Writes one line: a name, then clock and processor
# time in milliseconds, parted by tabs.
param(
    [string] $Module,
    [string] $File,
    [long] $Rows
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$processor = [System.Environment]::CpuUsage.TotalTime
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$report = Test-RcBatchCsv -Path $File
$time = $clock.Elapsed.TotalMilliseconds
$processor = ([System.Environment]::CpuUsage.TotalTime - $processor).TotalMilliseconds
if (-not $report.IsValid -or $report.RowCount -ne $Rows) {
    throw "Test-RcBatchCsv reported $($report.RowCount) rows and $($report.ErrorCount) errors."
}

@('first') + @($time, $processor | ForEach-Object { $_.ToString('R', [cultureinfo]::InvariantCulture) }) -join "`t"
