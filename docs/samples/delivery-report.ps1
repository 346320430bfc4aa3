<#
.SYNOPSIS
    Reports how many messages of each batch were delivered and how many failed.
.DESCRIPTION
    For every batch of a campaign that has been scheduled, its counters as the platform returns them, and the numbers whose messages
    failed or were no valid input. RocketCOMS does not define how its counters belong together: they are shown, not explained.

    Without -Live it is a rehearsal against a sandbox on this machine, which takes the place of the session's connection. With -Live it
    uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and ROCKETCOMS_API_SECRET.

    Exit code 0: no batch has more failures than it may. 2: one has. 1: it failed.
.PARAMETER CampaignId
    The campaign.
.PARAMETER StartDateFrom
    Batches that start on this day or later, as yyyy-MM-dd.
.PARAMETER StartDateTo
    Batches that start on this day or earlier, as yyyy-MM-dd.
.PARAMETER MaxFailedPercent
    How many of a hundred messages submitted may fail.
.PARAMETER Live
    Work on the platform, not on a sandbox.
.OUTPUTS
    An object a batch: Id, ExternalId, StartDate, Status, Submitted, Delivered, Failed, Rejected, InProgress, FailedPercent, FailedNumbers.
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

    [ValidateRange(0, 100)]
    [double] $MaxFailedPercent = 50,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    $built = "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1"
    Import-Module $(if ([System.IO.File]::Exists($built)) { $built } else { 'RocketComs' })
}

$stage = $null
$isOver = $false
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        $CampaignId = $stage.CampaignId
    }

    $filter = @{ CampaignId = $CampaignId }
    if ($StartDateFrom) { $filter.StartDateFrom = $StartDateFrom }
    if ($StartDateTo) { $filter.StartDateTo = $StartDateTo }
    foreach ($batch in Get-RcBatch @filter | Where-Object Status -NE 'CREATED') {
        $counters = Get-RcBatchInsight $batch.Id
        $percent = if ($counters.Submitted) { [math]::Round(100.0 * $counters.Failed / $counters.Submitted, 1) } else { 0.0 }
        $isOver = $isOver -or $percent -gt $MaxFailedPercent
        [pscustomobject]@{
            Id            = $batch.Id
            ExternalId    = $batch.ExternalId
            StartDate     = if ($batch.StartDate) { $batch.StartDate.ToString('yyyy-MM-dd') }
            Status        = $batch.Status
            Submitted     = $counters.Submitted
            Delivered     = $counters.Delivered
            Failed        = $counters.Failed
            Rejected      = $counters.Rejected
            InProgress    = $counters.InProgress
            FailedPercent = $percent
            FailedNumbers = @(Get-RcBatchMessage $batch.Id | Where-Object Status -In 'FAILED', 'INVALID-INPUT', 'LENGTH-ERROR' | ForEach-Object DestinationNumber) -join ' '
        }
    }
}
finally {
    if ($stage) {
        Disconnect-RcAccount
        Stop-RcSandbox $stage.Sandbox
        [System.IO.Directory]::Delete($stage.Folder, $true)
    }
}

exit $(if ($isOver) { 2 } else { 0 })
