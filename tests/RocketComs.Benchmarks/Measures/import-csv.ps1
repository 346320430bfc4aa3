# Times Import-Csv that merely reads a file, in its fastest forms, and Test-RcBatchCsv on the same file, in turns.
# Writes one line a form: its name, then clock and processor time of each repetition in milliseconds, parted by tabs.
param(
    [string] $Module,
    [string] $WarmUpFile,
    [string] $File,
    [long] $Rows,
    [int] $Rounds
)

$ErrorActionPreference = 'Stop'
Import-Module $Module

$works = [ordered]@{
    'Import-Csv | Out-Null' = { param($path) Import-Csv -LiteralPath $path -Header Number, Message | Out-Null }
    '$null = Import-Csv' = { param($path) $null = Import-Csv -LiteralPath $path -Header Number, Message }
    'Import-Csv > $null' = { param($path) Import-Csv -LiteralPath $path -Header Number, Message > $null }
    'Test-RcBatchCsv' = { param($path) $script:report = Test-RcBatchCsv -Path $path }
}

$times = @{}
foreach ($name in $works.Keys) {
    $times[$name] = [System.Collections.Generic.List[double]]::new()

    # Long enough for the runtime to compile what is hot, which it does beside the work, in its own time.
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    for ($round = 0; $round -lt 3 -or $watch.Elapsed.TotalSeconds -lt 3; $round++) {
        & $works[$name] $WarmUpFile
    }
}

foreach ($round in 1..$Rounds) {
    foreach ($name in $works.Keys) {
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        $before = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $works[$name] $File
        $times[$name].Add($watch.Elapsed.TotalMilliseconds)
        $times[$name].Add(([System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $before).TotalMilliseconds)
    }
}

if (-not $report.IsValid -or $report.RowCount -ne $Rows) {
    throw "Test-RcBatchCsv reported $($report.RowCount) rows and $($report.ErrorCount) errors."
}

foreach ($name in $works.Keys) {
    @($name) + @($times[$name] | ForEach-Object { $_.ToString('R', [cultureinfo]::InvariantCulture) }) -join "`t"
}

# Not a time: which PowerShell it was.
"pwsh $($PSVersionTable.PSVersion)"
