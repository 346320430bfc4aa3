# What a scheduled job does in a shell of its own: import the module, check a file, connect, update a batch. Without -Module nothing of it but,
# where -Uri is given, that PowerShell itself reads the batch twice; without either the bare shell. Writes the processor time of the
# process in milliseconds; its clock is that of the program that started it.
param(
    [string] $Module,
    [string] $File,
    [uri] $Uri,
    [string] $Id
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if ($Module) {
    Import-Module $Module
    $report = Test-RcBatchCsv -Path $File
    if (-not $report.IsValid) {
        throw "Test-RcBatchCsv reported $($report.ErrorCount) errors."
    }

    $secret = [securestring]::new()
    'a-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    Connect-RcAccount -BaseUri $Uri -Credential ([pscredential]::new('an-api-key', $secret))
    $batch = Update-RcBatch -Id $Id -Path $File -Action Validate
    if ($batch.Id -ne $Id) {
        throw 'Update-RcBatch updated nothing.'
    }
}
elseif ($Uri) {
    foreach ($time in 1..2) {
        $batch = Invoke-RestMethod -Uri ([uri]::new($Uri, "v1/batches/$Id"))
        if ($batch.id -ne $Id) {
            throw 'Invoke-RestMethod read nothing.'
        }
    }
}

[System.Environment]::CpuUsage.TotalTime.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture)
