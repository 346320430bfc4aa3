# Reads a list to its end, or pipes a file into an update, once. Writes one line: clock and processor time in milliseconds, and the working
# set before and at its peak, parted by tabs.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [uri] $Uri,
    [Parameter(Mandatory)] [string] $Id,
    [Parameter(Mandatory)] [string] $Work,
    [Parameter(Mandatory)] [long] $Count,
    [Parameter(Mandatory)] [string] $File
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Module
$secret = [securestring]::new()
'a-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
Connect-RcAccount -BaseUri $Uri -Credential ([pscredential]::new('an-api-key', $secret))
[GC]::Collect()
[GC]::WaitForPendingFinalizers()
$idle = [System.Environment]::WorkingSet
if (Test-Path /proc/self/clear_refs) { [System.IO.File]::WriteAllText('/proc/self/clear_refs', '5') }
$processor = [System.Environment]::CpuUsage.TotalTime
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$seen = switch -Wildcard ($Work) {
    '*/report' { (Get-RcBatchMessage $Id | Measure-Object).Count }
    'v1/batches' { (Get-RcBatch | Measure-Object).Count }
    'rows' { $null = Import-Csv -LiteralPath $File -Header Number, Message | Update-RcBatch -Id $Id -Action Validate; $Count }
}
$time = $watch.Elapsed.TotalMilliseconds
$used = ([System.Environment]::CpuUsage.TotalTime - $processor).TotalMilliseconds
if ($seen -ne $Count) {
    throw "$seen of $Count were seen."
}

$line = Get-Content /proc/self/status -ErrorAction Ignore | Where-Object { $_ -like 'VmHWM:*' }
$peak = if ($line) { 1024 * [long]($line -replace '\D') } else { [System.Environment]::WorkingSet }
@($time, $used, $idle, $peak | ForEach-Object { ([double]$_).ToString('R', [cultureinfo]::InvariantCulture) }) -join "`t"
