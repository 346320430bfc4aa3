<#
.SYNOPSIS
    Reports how many messages of each batch were delivered and how many failed.
.DESCRIPTION
    For every batch of a campaign that has been scheduled, its counters as the platform returns them, and the numbers whose messages
    failed or were no valid input. RocketCOMS does not define how its counters belong together: FailedPercent takes the failed and the
    rejected of a hundred submitted. What a batch comes to stands in Outcome:

    within       No more failed than may.
    over         More failed than may.
    late         It is not COMPLETED, and its last day is over.
    error        The batch is in ERROR.
    unknown      It is over, or in a status that is not documented, and the counters are missing or none was submitted.
    under way    It is UPLOADING, PENDING or IN_PROCESS, and no more than may has failed so far.

    Without -Live it is a rehearsal against a sandbox on this machine; it refuses to take the place of a connection to the platform.
    With -Live it uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and
    ROCKETCOMS_API_SECRET.

    Exit code 0: every batch is within or under way, or it was a rehearsal. 2: one is over, late, in error or unknown. 1: it failed.
.PARAMETER CampaignId
    The campaign.
.PARAMETER StartDateFrom
    Batches that start on this day or later, as yyyy-MM-dd.
.PARAMETER StartDateTo
    Batches that start on this day or earlier, as yyyy-MM-dd.
.PARAMETER MaxFailedPercent
    How many of a hundred messages submitted may fail or be rejected.
.PARAMETER Live
    Work on the platform, not on a sandbox.
.OUTPUTS
    An object a batch: Mode (Live or Rehearsal), Id, ExternalId, StartDate, Status, Submitted, Delivered, Failed, Rejected, InProgress,
    FailedPercent, FailedNumbers, Outcome.
.EXAMPLE
    pwsh -File docs/samples/delivery-report.ps1
.EXAMPLE
    ./delivery-report.ps1 -CampaignId $c -StartDateFrom 2027-01-01 -Live | Export-Csv report.csv
#>
[CmdletBinding(DefaultParameterSetName = 'Rehearsal')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $CampaignId,

    [string] $StartDateFrom,
    [string] $StartDateTo,

    # Text, so that a comma is refused: PowerShell would read 7,5 as 75.
    [ValidatePattern('\A\d{1,3}(\.\d+)?\z')]
    [string] $MaxFailedPercent = '5',

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    Import-Module $(if (Get-Module -ListAvailable RocketComs) { 'RocketComs' } else { "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1" })
}

# A counter that the platform left out is not a zero.
function Get-FailedPercent($Counters) {
    if ($Counters.Submitted -gt 0 -and $null -ne $Counters.Failed -and $null -ne $Counters.Rejected) {
        100.0 * ($Counters.Failed + $Counters.Rejected) / $Counters.Submitted
    }
}

$stage = $null
$isAlarming = $false
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        $CampaignId = $stage.CampaignId
    }

    # One that is not there has no batches, and a typing error would be a quiet night.
    $null = Get-RcCampaign $CampaignId
    if ($StartDateFrom -and $StartDateTo -and [string]::CompareOrdinal($StartDateFrom, $StartDateTo) -gt 0) { throw "-StartDateTo $StartDateTo is before -StartDateFrom $StartDateFrom." }

    $most = [double]::Parse($MaxFailedPercent, [cultureinfo]::InvariantCulture)

    # A day before yesterday in UTC is over in every time zone, and that of the platform is not documented.
    $yesterday = [datetime]::UtcNow.Date.AddDays(-1)
    $filter = @{ CampaignId = $CampaignId }
    if ($StartDateFrom) { $filter.StartDateFrom = $StartDateFrom }
    if ($StartDateTo) { $filter.StartDateTo = $StartDateTo }
    foreach ($batch in Get-RcBatch @filter | Where-Object Status -NE 'CREATED') {
        $counters = Get-RcBatchInsight $batch.Id
        $percent = Get-FailedPercent $counters
        $outcome = if ($batch.Status -eq 'ERROR') { 'error' }
        elseif ($percent -gt $most) { 'over' }
        elseif ($batch.Status -ne 'COMPLETED' -and $batch.EndDate -and $batch.EndDate -lt $yesterday) { 'late' }
        elseif ($batch.Status -in 'UPLOADING', 'PENDING', 'IN_PROCESS') { 'under way' }
        elseif ($null -ne $percent) { 'within' }
        else { 'unknown' }
        $isAlarming = $isAlarming -or $outcome -notin 'within', 'under way'
        [pscustomobject]@{
            Mode          = if ($Live) { 'Live' } else { 'Rehearsal' }
            Id            = $batch.Id
            ExternalId    = $batch.ExternalId
            StartDate     = if ($batch.StartDate) { $batch.StartDate.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) } else { $null }
            Status        = $batch.Status
            Submitted     = $counters.Submitted
            Delivered     = $counters.Delivered
            Failed        = $counters.Failed
            Rejected      = $counters.Rejected
            InProgress    = $counters.InProgress
            FailedPercent = if ($null -ne $percent) { [math]::Round($percent, 1) } else { $null }
            FailedNumbers = @(Get-RcBatchMessage $batch.Id | Where-Object Status -In 'FAILED', 'INVALID-INPUT', 'LENGTH-ERROR' | ForEach-Object DestinationNumber) -join ' '
            Outcome       = $outcome
        }
    }
}
finally {
    if ($stage) { & "$PSScriptRoot/rehearsal.ps1" -End $stage }
}

exit $(if ($isAlarming -and $Live) { 2 } else { 0 })
