<#
.SYNOPSIS
    Repairs the file of every batch that has errors and uploads it again. Nothing is scheduled.
.DESCRIPTION
    The runbook looks at the CREATED batches of the campaigns, and at the errors that the platform found in them. It expects the file of a
    batch in -Folder, as <ExternalId>.csv. Whatever can be repaired safely is repaired in a copy; other rows with errors are set aside for a
    person. The copy is uploaded with the action VALIDATE, so nobody gets a message.

    Both files are written to corrected/<day> in -Folder, as <ExternalId>.<id>.csv and <ExternalId>.<id>.rejected.csv, with -2, -3 ... after
    the id if the names are taken. They are never overwritten, and nothing is read from that folder. Rows are reported only on the night on
    which they are set aside: without them the batch has no errors, so the next night may end with 0 although they have not been sent. They
    are in the .rejected.csv of that day (RejectedFile).

    The following are left for a person: batches in ERROR (they cannot be updated), batches that were not created from a file, and batches
    whose ExternalId is shared with another batch of the campaigns, whatever its status. RocketCOMS does not enforce unique references, so
    it is not known to which of them a file belongs. Batches of other campaigns are not looked at: keep their files in a different folder.

    RocketCOMS does not document when its check of a file is complete. If there are no errors after the upload, the runbook looks again
    after -SettleSec. The Outcome is 'No errors (yet).' even then, and the next night looks again.

    Without -Live, the runbook is a rehearsal against a sandbox on this machine; it refuses to replace a connection to the platform. With
    -Live, it uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and
    ROCKETCOMS_API_SECRET.

    Exit code 0: nothing is left to do, or it was a rehearsal. 2: something is left for a person. 1: the runbook failed.
.PARAMETER CampaignId
    The campaigns. A single string with commas, as pwsh -File passes it, works too.
.PARAMETER Folder
    The folder with the files of the batches.
.PARAMETER SettleSec
    The number of seconds before the second look at a batch without errors.
.PARAMETER Live
    Works on the platform instead of a sandbox.
.OUTPUTS
    One object per batch with errors: Mode (Live or Rehearsal), Id, ExternalId, Errors, Repaired, SetAside, ErrorsLeft, RejectedFile, Outcome.
.EXAMPLE
    pwsh -File docs/samples/nightly-correction.ps1
.EXAMPLE
    pwsh -File nightly-correction.ps1 -CampaignId 05ee2300-51cd-4021-b28d-11597cf9a175 -Folder /srv/campaigns -Live
#>
[CmdletBinding(DefaultParameterSetName = 'Rehearsal')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string[]] $CampaignId,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $Folder,

    [Parameter(ParameterSetName = 'Live')]
    [ValidateRange(0, 3600)]
    [int] $SettleSec = 30,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    Import-Module $(if (Get-Module -ListAvailable RocketComs) { 'RocketComs' } else { "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1" })
}

$sound = 'No errors (yet).'

# Returns every batch once, even if a campaign is named twice or a list shifts while it is read.
function Get-BatchOnce([string[]] $Campaign) {
    $ids = @($Campaign -split ',' | ForEach-Object { $_.Trim() } | Where-Object Length -GT 0)
    if ($ids.Count -eq 0) { throw 'No campaign is named.' }

    $seen = @{}
    foreach ($id in $ids) {
        # A campaign that does not exist has no batches, so a typing error would go unnoticed.
        $null = Get-RcCampaign $id
        foreach ($batch in @(Get-RcBatch -CampaignId $id)) {
            if (-not $seen.ContainsKey($batch.Id)) {
                $seen[$batch.Id] = $true
                $batch
            }
        }
    }
}

# Returns two unused names: files of earlier runs are not overwritten.
function Get-CorrectedPath($Batch) {
    $day = "$Folder/corrected/" + [datetime]::Now.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    $null = [System.IO.Directory]::CreateDirectory($day)
    $stem = $first = "$day/$($Batch.ExternalId).$([guid] $Batch.Id)"
    for ($run = 2; [System.IO.File]::Exists("$stem.csv") -or [System.IO.File]::Exists("$stem.rejected.csv"); $run++) { $stem = "$first-$run" }
    @{ Destination = "$stem.csv"; RejectedPath = "$stem.rejected.csv" }
}

function Get-ErrorAfterUpload($Batch) {
    $found = @(Get-RcBatchError $Batch.Id)
    if ($found.Count -eq 0) {
        # In short sleeps, so that Ctrl+C works.
        for ($tick = 0; $tick -lt 5 * $SettleSec; $tick++) { [System.Threading.Thread]::Sleep(200) }
        $found = @(Get-RcBatchError $Batch.Id)
    }

    $found
}

function Repair-Batch($Batch, $Result) {
    $repaired = Get-CorrectedPath $Batch
    $repair = Repair-RcBatchCsv "$Folder/$($Batch.ExternalId).csv" @repaired
    foreach ($count in $repair.Changes.Values) { $Result.Repaired += $count }
    $Result.SetAside = $repair.RowsRejected
    if ($repair.RowsRejected) { $Result.RejectedFile = $repaired.RejectedPath }

    if (-not $Result.Repaired -and -not $Result.SetAside) {
        $Result.Outcome = 'The file has none of these errors: it was fixed by hand, or it is a different file. It was not uploaded.'
        return
    }

    $warnings = @()
    $uploaded = Update-RcBatch $Batch.Id $repair.Destination -Action Validate -CheckOptOut -WarningVariable warnings
    if ($uploaded.Status -in 'PENDING', 'IN_PROCESS', 'COMPLETED') {
        $Result.Outcome = "It is $($uploaded.Status). $warnings"
        return
    }

    $status = (Wait-RcBatch $Batch.Id -Status CREATED, ERROR -TimeoutSec 300).Status
    $Result.ErrorsLeft = @(Get-ErrorAfterUpload $Batch).Count
    $Result.Outcome = if ($status -eq 'ERROR') { 'It is in ERROR after the upload.' }
    elseif ($Result.ErrorsLeft) { 'Errors are left.' }
    elseif ($Result.SetAside) { 'No errors (yet); rows were set aside.' }
    else { $sound }
    if ($warnings.Count) { $Result.Outcome += " $warnings" }
}

function Invoke-Correction($Batch, [int] $Namesakes) {
    $result = [pscustomobject]@{
        Mode = if ($Live) { 'Live' } else { 'Rehearsal' }
        Id = $Batch.Id; ExternalId = $Batch.ExternalId; Errors = $null; Repaired = 0; SetAside = 0; ErrorsLeft = $null; RejectedFile = $null; Outcome = ''
    }
    try {
        $result.Errors = $result.ErrorsLeft = @(Get-RcBatchError $Batch.Id).Count
        if ($Batch.Status -eq 'ERROR') { $result.Outcome = 'It is in ERROR and cannot be updated.' }
        elseif ($result.Errors -eq 0) { return }
        elseif ($Batch.OperationType -notin $null, '', 'CSV_FILE') { $result.Outcome = "It was not made of a file, but of $($Batch.OperationType)." }
        elseif ($Namesakes -gt 1) { $result.Outcome = "$Namesakes batches have this ExternalId: whose file it is, is not known." }

        # The reference becomes part of a path, so it must be a plain name.
        elseif ($Batch.ExternalId -notmatch '\A[\w-][\w .-]*\z' -or -not [System.IO.File]::Exists("$Folder/$($Batch.ExternalId).csv")) { $result.Outcome = 'There is no file of that name.' }
        else { Repair-Batch $Batch $result }
    }
    catch {
        # A batch that cannot be repaired must not stop the others. Without a connection, none of them can be.
        if ($_.FullyQualifiedErrorId -match '^Rc(NotConnected|InsecureUri|Unauthorized|ConnectionFailed)\b') { throw }
        $result.Outcome = "$($_.FullyQualifiedErrorId -replace ',.*'): $_"
    }

    $result
}

$stage = $null
$left = 0
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        ($CampaignId, $Folder, $SettleSec) = ($stage.CampaignId, $stage.Folder, 0)
    }

    # .NET does not know the current location of the session.
    $Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
    if (-not [System.IO.Directory]::Exists($Folder)) { throw "There is no folder '$Folder'." }

    # Read the whole list first: it must not change while it is being read.
    $batches = @(Get-BatchOnce $CampaignId)
    $namesakes = @{}
    foreach ($batch in $batches) { $namesakes["$($batch.ExternalId)"] += 1 }

    foreach ($batch in $batches | Where-Object Status -In 'CREATED', 'ERROR') {
        foreach ($result in Invoke-Correction $batch $namesakes["$($batch.ExternalId)"]) {
            if ($result.Outcome -ne $sound) { $left++ }
            $result
        }
    }
}
finally {
    if ($stage) { & "$PSScriptRoot/rehearsal.ps1" -End $stage }
}

exit $(if ($left -and $Live) { 2 } else { 0 })
