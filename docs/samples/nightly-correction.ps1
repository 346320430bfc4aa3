<#
.SYNOPSIS
    Nightly correction: the file of every batch that has errors is mended and uploaded again. Nothing is scheduled.
.DESCRIPTION
    Looks at every batch that is CREATED, and at the errors that the platform found in it. Its file is looked for in -Folder, as
    <ExternalId>.csv. What can be mended safely is mended in a copy, <ExternalId>.mended.csv; rows that cannot be are set aside in
    <ExternalId>.rejected.csv, for a person. The copy is uploaded with the action VALIDATE, so nobody gets a message.

    Without -Live it is a rehearsal against a sandbox on this machine, which takes the place of the session's connection. With -Live it
    uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and ROCKETCOMS_API_SECRET.

    Exit code 0: nothing is left to do, or it was a rehearsal. 2: something is left for a person. 1: it failed.
.PARAMETER Folder
    Where the files of the batches are.
.PARAMETER Live
    Work on the platform, not on a sandbox.
.OUTPUTS
    An object a batch with errors: Id, ExternalId, Errors, Mended, SetAside, ErrorsLeft, Outcome.
.EXAMPLE
    pwsh -File docs/samples/nightly-correction.ps1
.EXAMPLE
    pwsh -File nightly-correction.ps1 -Folder /srv/campaigns -Live
#>
[CmdletBinding(DefaultParameterSetName = 'Rehearsal')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $Folder,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    $built = "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1"
    Import-Module $(if ([System.IO.File]::Exists($built)) { $built } else { 'RocketComs' })
}

function Repair-Batch($Batch, [object[]] $BatchError) {
    $result = [pscustomobject]@{
        Id = $Batch.Id; ExternalId = $Batch.ExternalId; Errors = $BatchError.Count; Mended = 0; SetAside = 0; ErrorsLeft = $BatchError.Count; Outcome = ''
    }

    # The reference becomes a part of a path, so it must be a plain name.
    $file = "$Folder/$($Batch.ExternalId).csv"
    if ($Batch.ExternalId -notmatch '^[\w-][\w .-]*$' -or -not [System.IO.File]::Exists($file)) {
        $result.Outcome = 'There is no file of that name.'
        return $result
    }

    try {
        $repair = Repair-RcBatchCsv $file -Destination "$Folder/$($Batch.ExternalId).mended.csv" -RejectedPath "$Folder/$($Batch.ExternalId).rejected.csv" -Force
        foreach ($count in $repair.Changes.Values) { $result.Mended += $count }
        $result.SetAside = $repair.RowsRejected
        $null = Update-RcBatch $Batch.Id $repair.Destination -Action Validate -CheckOptOut
        $null = Wait-RcBatch $Batch.Id -Status CREATED -TimeoutSec 300
        $result.ErrorsLeft = @(Get-RcBatchError $Batch.Id).Count
        $result.Outcome = if ($result.ErrorsLeft) { 'Errors are left.' } elseif ($result.SetAside) { 'Mended; rows were set aside.' } else { 'Mended.' }
    }
    catch {
        # One batch that cannot be mended must not keep the others back. Without a connection nothing can.
        if ($_.FullyQualifiedErrorId -match '^Rc(NotConnected|Unauthorized|ConnectionFailed)') { throw }
        $result.Outcome = "$($_.FullyQualifiedErrorId -replace ',.*'): $_"
    }

    $result
}

$stage = $null
$left = 0
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        $Folder = $stage.Folder
    }

    # All of the list first: it must not change while it is read.
    foreach ($batch in @(Get-RcBatch -Status CREATED)) {
        $batchErrors = @(Get-RcBatchError $batch.Id)
        if ($batchErrors.Count -eq 0) { continue }

        $result = Repair-Batch $batch $batchErrors
        if ($result.ErrorsLeft -or $result.SetAside) { $left++ }
        $result
    }
}
finally {
    if ($stage) {
        Disconnect-RcAccount
        Stop-RcSandbox $stage.Sandbox
        [System.IO.Directory]::Delete($stage.Folder, $true)
    }
}

exit $(if ($left -and $Live) { 2 } else { 0 })
