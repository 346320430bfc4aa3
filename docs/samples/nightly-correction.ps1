<#
.SYNOPSIS
    Nightly correction: the file of every batch that has errors is mended and uploaded again. Nothing is scheduled.
.DESCRIPTION
    Looks at the batches of the campaigns that are CREATED, and at the errors that the platform found in them. The file of a batch is
    looked for in -Folder, as <ExternalId>.csv. What can be mended safely is mended in a copy; rows that cannot be are set aside, for a
    person. The copy is uploaded with the action VALIDATE, so nobody gets a message.

    Both files are written into corrected/<day> in -Folder, as <ExternalId>.<id>.csv and <ExternalId>.<id>.rejected.csv, with -2, -3 ...
    behind the id when the names are taken. They are never overwritten, and nothing is read from there. Rows set aside are reported on
    the night on which they are set aside, and not again: the batch has no errors without them, so the next night may end with 0 while
    they are still unsent. They lie in the .rejected.csv of that day (RejectedFile).

    Left for a person are batches in ERROR (they cannot be updated), those that were not made of a file, and those whose ExternalId
    another batch of the campaigns has too, whatever its status: RocketCOMS does not make it unique, so which of them a file belongs to
    is not known. Batches of campaigns that are not named are not looked at: keep their files in another folder.

    RocketCOMS does not document when its check of a file has ended. Where no error shows after the upload, the runbook looks a second
    time after -SettleSec; the Outcome is 'No errors (yet).' all the same, and the next night looks again.

    Without -Live it is a rehearsal against a sandbox on this machine; it refuses to take the place of a connection to the platform.
    With -Live it uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and
    ROCKETCOMS_API_SECRET.

    Exit code 0: nothing is left to do, or it was a rehearsal. 2: something is left for a person. 1: it failed.
.PARAMETER CampaignId
    The campaigns, also as one text with commas, as pwsh -File gives it.
.PARAMETER Folder
    Where the files of the batches are.
.PARAMETER SettleSec
    The pause before the second look at a batch without errors, in seconds.
.PARAMETER Live
    Work on the platform, not on a sandbox.
.OUTPUTS
    An object a batch with errors: Mode (Live or Rehearsal), Id, ExternalId, Errors, Mended, SetAside, ErrorsLeft, RejectedFile, Outcome.
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

# Every batch once, also where a campaign is named twice or a list moves while it is read.
function Get-BatchOnce([string[]] $Campaign) {
    $ids = @($Campaign -split ',' | ForEach-Object { $_.Trim() } | Where-Object Length -GT 0)
    if ($ids.Count -eq 0) { throw 'No campaign is named.' }

    $seen = @{}
    foreach ($id in $ids) {
        # One that is not there has no batches, and a typing error would be a quiet night.
        $null = Get-RcCampaign $id
        foreach ($batch in @(Get-RcBatch -CampaignId $id)) {
            if (-not $seen.ContainsKey($batch.Id)) {
                $seen[$batch.Id] = $true
                $batch
            }
        }
    }
}

# Two names that are free: what an earlier run wrote is not overwritten.
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
        # In short sleeps, so that Ctrl+C is heard.
        for ($tick = 0; $tick -lt 5 * $SettleSec; $tick++) { [System.Threading.Thread]::Sleep(200) }
        $found = @(Get-RcBatchError $Batch.Id)
    }

    $found
}

function Repair-Batch($Batch, $Result) {
    $repaired = Get-CorrectedPath $Batch
    $repair = Repair-RcBatchCsv "$Folder/$($Batch.ExternalId).csv" @repaired
    foreach ($count in $repair.Changes.Values) { $Result.Mended += $count }
    $Result.SetAside = $repair.RowsRejected
    if ($repair.RowsRejected) { $Result.RejectedFile = $repaired.RejectedPath }

    if (-not $Result.Mended -and -not $Result.SetAside) {
        $Result.Outcome = 'The file has none of these errors: it was mended by hand, or it is another one. It was not uploaded.'
        return
    }

    $doubts = @()
    $uploaded = Update-RcBatch $Batch.Id $repair.Destination -Action Validate -CheckOptOut -WarningVariable doubts
    if ($uploaded.Status -in 'PENDING', 'IN_PROCESS', 'COMPLETED') {
        $Result.Outcome = "It is $($uploaded.Status). $doubts"
        return
    }

    $status = (Wait-RcBatch $Batch.Id -Status CREATED, ERROR -TimeoutSec 300).Status
    $Result.ErrorsLeft = @(Get-ErrorAfterUpload $Batch).Count
    $Result.Outcome = if ($status -eq 'ERROR') { 'It is in ERROR after the upload.' }
    elseif ($Result.ErrorsLeft) { 'Errors are left.' }
    elseif ($Result.SetAside) { 'No errors (yet); rows were set aside.' }
    else { $sound }
    if ($doubts.Count) { $Result.Outcome += " $doubts" }
}

function Invoke-Correction($Batch, [int] $Namesakes) {
    $result = [pscustomobject]@{
        Mode = if ($Live) { 'Live' } else { 'Rehearsal' }
        Id = $Batch.Id; ExternalId = $Batch.ExternalId; Errors = $null; Mended = 0; SetAside = 0; ErrorsLeft = $null; RejectedFile = $null; Outcome = ''
    }
    try {
        $result.Errors = $result.ErrorsLeft = @(Get-RcBatchError $Batch.Id).Count
        if ($Batch.Status -eq 'ERROR') { $result.Outcome = 'It is in ERROR and cannot be updated.' }
        elseif ($result.Errors -eq 0) { return }
        elseif ($Batch.OperationType -notin $null, '', 'CSV_FILE') { $result.Outcome = "It was not made of a file, but of $($Batch.OperationType)." }
        elseif ($Namesakes -gt 1) { $result.Outcome = "$Namesakes batches have this ExternalId: whose file it is, is not known." }

        # The reference becomes a part of a path, so it must be a plain name.
        elseif ($Batch.ExternalId -notmatch '\A[\w-][\w .-]*\z' -or -not [System.IO.File]::Exists("$Folder/$($Batch.ExternalId).csv")) { $result.Outcome = 'There is no file of that name.' }
        else { Repair-Batch $Batch $result }
    }
    catch {
        # One batch that cannot be mended must not keep the others back. Without a connection nothing can.
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

    # .NET does not know where the session stands.
    $Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
    if (-not [System.IO.Directory]::Exists($Folder)) { throw "There is no folder '$Folder'." }

    # All of the list first: it must not change while it is read.
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
