# Times Update-RcBatch that uploads a file unchecked, and a bare HttpClient that streams the same file to the same listener, in turns;
# before that, the memory that the upload takes; at last small reads. Lines of tab-parted cells for the program that started it.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'Reads', Justification = 'Used in a script block.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [uri] $UploadUri,
    [Parameter(Mandatory)] [uri] $ReadUri,
    [Parameter(Mandatory)] [string] $SmallFile,
    [Parameter(Mandatory)] [string] $File,
    [Parameter(Mandatory)] [int] $Rounds,
    [Parameter(Mandatory)] [int] $Reads
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'Stop'
$invariant = [cultureinfo]::InvariantCulture
Import-Module $Module
$id = '32df8770-1b1f-4b0c-9d5c-3a3a6a0e0b11'
$token = [securestring]::new()
'a-token'.ToCharArray() | ForEach-Object { $token.AppendChar($_) }
$upload = Connect-RcAccount -BaseUri $UploadUri -AccessToken $token -PassThru
$read = Connect-RcAccount -BaseUri $ReadUri -AccessToken $token -PassThru
$client = [System.Net.Http.HttpClient]::new()
$client.Timeout = [System.Threading.Timeout]::InfiniteTimeSpan

function Send-Bare([string] $path) {
    # The same buffers as the command has; those of the defaults would be slower.
    $options = [System.IO.FileStreamOptions]@{ BufferSize = 0; Options = 'Asynchronous, SequentialScan' }
    $content = [System.Net.Http.StreamContent]::new([System.IO.File]::Open($path, $options), 256KB)
    try { $client.PatchAsync([uri]::new($UploadUri, 'v1/batches/bare'), $content).GetAwaiter().GetResult().Dispose() }
    finally { $content.Dispose() }
}

function Send-Command([string] $path) {
    $null = Update-RcBatch -Id $id -Path $path -SkipValidation -Action Validate -Connection $upload
}

function Measure-Once([scriptblock] $work) {
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    $processor = $process.TotalProcessorTime
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    & $work
    $clock.Stop()
    $process.Refresh()
    $clock.Elapsed.TotalMilliseconds.ToString('R', $invariant)
    ($process.TotalProcessorTime - $processor).TotalMilliseconds.ToString('R', $invariant)
}

function Get-Peak {
    $line = Get-Content /proc/self/status | Where-Object { $_ -like 'VmHWM:*' }
    1024 * [long]($line -replace '\D')
}

$watch = [System.Diagnostics.Stopwatch]::StartNew()
for ($round = 0; $round -lt 3 -or $watch.Elapsed.TotalSeconds -lt 3; $round++) {
    Send-Bare $SmallFile
    Send-Command $SmallFile
}

if (Test-Path /proc/self/clear_refs) {
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [System.IO.File]::WriteAllText('/proc/self/clear_refs', '5')
    $idle = [System.Environment]::WorkingSet
    Send-Command $File
    "memory`t$idle`t$(Get-Peak)"
}

$bare = @('bare')
$command = @('command')
for ($round = 0; $round -lt $Rounds; $round++) {
    $bare += Measure-Once { Send-Bare $File }
    $command += Measure-Once { Send-Command $File }
}

$bare -join "`t"
$command -join "`t"
$many = @('reads') + @(Measure-Once { for ($each = 0; $each -lt $Reads; $each++) { $null = Get-RcBatch -Id $id -Connection $read } })
$many -join "`t"
