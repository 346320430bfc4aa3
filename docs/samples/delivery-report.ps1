<#
.SYNOPSIS
    Reports how many messages of each batch were delivered and how many failed.
.DESCRIPTION
    For every scheduled batch of a campaign, the report shows the counters as the platform returns them, and the numbers whose messages
    failed or were invalid. RocketCOMS does not define how its counters relate to each other: FailedPercent is the percentage of submitted
    messages that failed or were rejected. Outcome is the verdict on a batch:

    within       No more messages failed than allowed.
    over         More messages failed than allowed.
    late         The batch is not COMPLETED, and its last day is over.
    error        The batch is in ERROR.
    unknown      The batch is over, or in a status that is not documented, and counters are missing or no messages were submitted.
    under way    The batch is UPLOADING, PENDING or IN_PROCESS, and so far no more messages failed than allowed.

    Without -Live, the runbook is a rehearsal against a sandbox on this machine; it refuses to replace a connection to the platform. With
    -Live, it uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and
    ROCKETCOMS_API_SECRET.

    Exit code 0: every batch is within or under way, or it was a rehearsal. 2: a batch is over, late, in error or unknown. 1: the runbook
    failed.
.PARAMETER CampaignId
    The campaign.
.PARAMETER StartDateFrom
    Includes batches that start on or after this day, as yyyy-MM-dd.
.PARAMETER StartDateTo
    Includes batches that start on or before this day, as yyyy-MM-dd.
.PARAMETER MaxFailedPercent
    The percentage of submitted messages that may fail or be rejected.
.PARAMETER Live
    Works on the platform instead of a sandbox.
.OUTPUTS
    One object per batch: Mode (Live or Rehearsal), Id, ExternalId, StartDate, Status, Submitted, Delivered, Failed, Rejected, InProgress,
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

    # A string, so that a comma is rejected: PowerShell would read 7,5 as 75.
    [ValidatePattern('\A\d{1,3}(\.\d+)?\z')]
    [string] $MaxFailedPercent = '5',

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    Import-Module $(if (Get-Module -ListAvailable RocketComs) { 'RocketComs' } else { "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1" })
}

# A counter that the platform omits is not zero.
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

    # A campaign that does not exist has no batches, so a typing error would go unnoticed.
    $null = Get-RcCampaign $CampaignId
    if ($StartDateFrom -and $StartDateTo -and [string]::CompareOrdinal($StartDateFrom, $StartDateTo) -gt 0) { throw "-StartDateTo $StartDateTo is before -StartDateFrom $StartDateFrom." }

    $most = [double]::Parse($MaxFailedPercent, [cultureinfo]::InvariantCulture)

    # A day before yesterday (UTC) is over in every time zone; the time zone of the platform is not documented.
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
