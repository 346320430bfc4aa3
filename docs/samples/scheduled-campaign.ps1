<#
.SYNOPSIS
    Schedules a campaign from a template and lists, if it costs no more than it may.
.DESCRIPTION
    Checks that the template is ACTIVE and the lists are not empty, and counts what the batch will cost: segments of the text, times
    recipients, times price. Over the ceiling nothing is created. A batch with the same ExternalId in the campaign stops it too, so
    that it can be run again without sending twice. A recipient on two lists is counted twice: the figure is never too low for that.

    Without -Live it is a rehearsal against a sandbox on this machine, which takes the place of the session's connection. With -Live it
    uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and ROCKETCOMS_API_SECRET.

    Exit code 0: scheduled. 3: over the ceiling. 4: there is such a batch already. 1: it failed; nothing was sent, or the error says otherwise.
.PARAMETER CampaignId
    The campaign.
.PARAMETER MessageTemplateId
    The template.
.PARAMETER RecipientListId
    The lists.
.PARAMETER ExternalId
    Your own reference. It tells this batch from others, so it must be new for each sending.
.PARAMETER StartDate
    The first day, as yyyy-MM-dd.
.PARAMETER PricePerSegment
    What a segment costs.
.PARAMETER CostCeiling
    What the batch may cost at most.
.PARAMETER StartTime
    Messages go out from this time of day ...
.PARAMETER EndTime
    ... until this one. RocketCOMS does not document the time zone.
.PARAMETER Live
    Work on the platform, not on a sandbox.
.OUTPUTS
    An object: ExternalId, BatchId, Status, Recipients, Segments, Cost, CostCeiling, Outcome.
.EXAMPLE
    pwsh -File docs/samples/scheduled-campaign.ps1
#>
[CmdletBinding(DefaultParameterSetName = 'Rehearsal')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $CampaignId,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $MessageTemplateId,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string[]] $RecipientListId,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $ExternalId,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [string] $StartDate,

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [decimal] $PricePerSegment,

    [decimal] $CostCeiling = 10,
    [timespan] $StartTime = '09:00',
    [timespan] $EndTime = '17:00',

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    $built = "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1"
    Import-Module $(if ([System.IO.File]::Exists($built)) { $built } else { 'RocketComs' })
}

$stage = $null
$code = 0
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        ($CampaignId, $MessageTemplateId, $RecipientListId) = ($stage.CampaignId, $stage.MessageTemplateId, $stage.RecipientListId)
        ($ExternalId, $StartDate, $PricePerSegment) = ('spring-3', [datetime]::UtcNow.AddDays(2).ToString('yyyy-MM-dd'), 0.0079)
    }

    $template = Get-RcMessageTemplate $MessageTemplateId
    if ($template.Status -ne 'ACTIVE') { throw "Template '$($template.Name)' is $($template.Status)." }

    $recipients = 0
    foreach ($list in Get-RcRecipientList $RecipientListId) {
        if (-not $list.RecipientsAmount) { throw "List '$($list.Name)' is empty, or the platform does not say how many are on it." }
        $recipients += $list.RecipientsAmount
    }

    $text = Measure-RcSmsSegment $template.Message -PricePerSegment $PricePerSegment
    $result = [pscustomobject]@{
        ExternalId = $ExternalId; BatchId = $null; Status = $null; Recipients = $recipients; Segments = $recipients * $text.SegmentCount
        Cost = $recipients * $text.EstimatedCost; CostCeiling = $CostCeiling; Outcome = ''
    }
    $same = @(Get-RcBatch -CampaignId $CampaignId | Where-Object ExternalId -EQ $ExternalId)
    if ($same.Count) {
        ($result.BatchId, $result.Status, $result.Outcome) = ($same[0].Id, $same[0].Status, 'There is such a batch already. Nothing was sent.')
        $code = 4
    }
    elseif ($result.Cost -gt $CostCeiling) {
        $result.Outcome = 'Over the ceiling. Nothing was sent.'
        $code = 3
    }
    else {
        $batch = New-RcBatch $CampaignId -MessageTemplateId $template -RecipientListId $RecipientListId -ExternalId $ExternalId -StartDate $StartDate -StartTime $StartTime -EndTime $EndTime -Action Schedule -Force
        ($result.BatchId, $result.Status, $result.Outcome) = ($batch.Id, $batch.Status, 'Scheduled.')
    }

    $result
}
finally {
    if ($stage) {
        Disconnect-RcAccount
        Stop-RcSandbox $stage.Sandbox
        [System.IO.Directory]::Delete($stage.Folder, $true)
    }
}

exit $code
