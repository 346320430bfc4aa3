<#
.SYNOPSIS
    Schedules a campaign from a template and lists, unless it costs more than allowed.
.DESCRIPTION
    The runbook checks that the template is ACTIVE, that the lists are not empty, and that the text contains nothing that recipients must
    not see (a placeholder, a public URL shortener, a control character, or any error of Test-RcBatchCsv). It then calculates what the batch
    will cost: segments of the text, times recipients, times price. If that is over the ceiling, nothing is created. A batch with the same
    ExternalId in the campaign stops the runbook too, so that you can run it again without sending twice.

    The cost is calculated just before the batch is created: recipients who join a list after that are not included. A list that is named
    twice counts once; a recipient on two lists counts twice, so the cost is never too low for that reason. A text of more than one segment
    (RC105, RC106) is included in the cost, and reported in TextIssues.

    Without -Live, the runbook is a rehearsal against a sandbox on this machine; it refuses to replace a connection to the platform. With
    -Live, it uses the connection of the session, or the environment variables ROCKETCOMS_BASE_URI, ROCKETCOMS_API_KEY and
    ROCKETCOMS_API_SECRET.

    Exit code 0: scheduled. 3: over the ceiling. 4: there is already a batch with this ExternalId. 5: created, but look at it: its status is
    not that of a scheduled batch, or New-RcBatch issued a warning; Outcome says which. 1: the runbook failed; nothing was sent, unless the
    error says otherwise. After RcOutcomeUnknown, RcServerError and RcUnexpectedResponse, the campaign is searched for the ExternalId once
    more, and Outcome says what was found. Two runs at the same time do not find each other's batch: run only one at a time.
.PARAMETER CampaignId
    The campaign.
.PARAMETER MessageTemplateId
    The template.
.PARAMETER RecipientListId
    The lists. A single string with commas, as pwsh -File passes it, works too.
.PARAMETER ExternalId
    Your own reference. It distinguishes this batch from others, so use a new one each time you send.
.PARAMETER StartDate
    The first day, as yyyy-MM-dd.
.PARAMETER PricePerSegment
    The price of one segment.
.PARAMETER CostCeiling
    The maximum cost of the batch.
.PARAMETER StartTime
    The time of day at which sending starts.
.PARAMETER EndTime
    The time of day at which sending stops. RocketCOMS does not document the time zone.
.PARAMETER Live
    Works on the platform instead of a sandbox.
.OUTPUTS
    One object: Mode (Live or Rehearsal), ExternalId, BatchId, Status, Recipients, Segments, Cost, CostCeiling, TextIssues, Outcome.
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
    # A string, so that a comma is rejected: PowerShell would read 10,50 as 1050.
    [ValidatePattern('\A(?=.*[1-9])\d{1,6}(\.\d{1,8})?\z')]
    [string] $PricePerSegment,

    [ValidatePattern('\A(?=.*[1-9])\d{1,9}(\.\d{1,8})?\z')]
    [string] $CostCeiling = '10',

    [timespan] $StartTime = '09:00',
    [timespan] $EndTime = '17:00',

    [Parameter(Mandatory, ParameterSetName = 'Live')]
    [switch] $Live
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    Import-Module $(if (Get-Module -ListAvailable RocketComs) { 'RocketComs' } else { "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1" })
}

function Find-Batch {
    Get-RcBatch -CampaignId $CampaignId | Where-Object { "$($_.ExternalId)".Trim() -eq $ExternalId }
}

# Returns what the rules find in the text, with a number that is valid. Text that recipients must not see stops the run.
function Get-TextIssue($Template) {
    $issues = @([pscustomobject]@{ Number = '2025550100'; Message = $Template.Message } | Test-RcBatchCsv -AsIssue)
    foreach ($issue in $issues) {
        if ($issue.Severity -eq 'Error' -or $issue.RuleId -in 'RC112', 'RC113') { throw "Template '$($Template.Name)': $($issue.RuleId): $($issue.Message) Nothing was sent." }
    }

    @($issues | ForEach-Object { "$($_.RuleId): $($_.Message)" }) -join ' '
}

# Returns what happened to the batch that was to be scheduled, and the exit code for it.
function Get-Verdict($Batch, $Warnings) {
    $words = if ($Batch.Status -in 'PENDING', 'IN_PROCESS', 'UPLOADING', 'COMPLETED') { 'Scheduled.' }
    elseif ($Batch.Status -in 'CREATED', 'ERROR') { 'Look at it.' }
    else { "Look at it: it is $(if ($Batch.Status) { $Batch.Status } else { 'without a status' }), and so not on its way." }
    $code = if ($words -like 'Scheduled*' -and -not $Warnings.Count) { 0 } else { 5 }
    @{ Code = $code; Outcome = "$words $Warnings".Trim() }
}

$stage = $null
$code = 0
try {
    if (-not $Live) {
        $stage = & "$PSScriptRoot/rehearsal.ps1"
        ($CampaignId, $MessageTemplateId, $RecipientListId) = ($stage.CampaignId, $stage.MessageTemplateId, $stage.RecipientListId)
        ($ExternalId, $PricePerSegment) = ('spring-3', '0.0079')
        $StartDate = $stage.Sandbox.Now.AddDays(1).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    }

    # An extra space would make it a different reference, and create another batch.
    $ExternalId = $ExternalId.Trim()
    if (-not $ExternalId) { throw 'ExternalId is blank.' }

    $ceiling = [decimal]::Parse($CostCeiling, [cultureinfo]::InvariantCulture)
    $template = Get-RcMessageTemplate $MessageTemplateId
    if ($template.Status -ne 'ACTIVE') { throw "Template '$($template.Name)' is $($template.Status)." }

    $textIssues = Get-TextIssue $template

    $lists = [ordered]@{}
    foreach ($id in $RecipientListId -split ',' | ForEach-Object { $_.Trim() } | Where-Object Length -GT 0) { $lists[$id] = $true }
    if ($lists.Count -eq 0) { throw 'No list is named.' }

    $recipients = 0
    foreach ($list in Get-RcRecipientList @($lists.Keys)) {
        if (-not $list.RecipientsAmount) { throw "List '$($list.Name)' is empty, or the platform does not say how many are on it." }
        $recipients += $list.RecipientsAmount
    }

    $text = Measure-RcSmsSegment $template.Message -PricePerSegment $PricePerSegment
    $result = [pscustomobject]@{
        Mode = if ($Live) { 'Live' } else { 'Rehearsal' }
        ExternalId = $ExternalId; BatchId = $null; Status = $null; Recipients = $recipients; Segments = $recipients * $text.SegmentCount
        Cost = $recipients * $text.EstimatedCost; CostCeiling = $ceiling; TextIssues = $textIssues; Outcome = ''
    }
    $same = @(Find-Batch)
    if ($same.Count) {
        ($result.BatchId, $result.Status, $result.Outcome) = ($same[0].Id, $same[0].Status, 'There is such a batch already. Nothing was sent.')
        $code = 4
    }
    elseif ($result.Cost -gt $ceiling) {
        $result.Outcome = 'Over the ceiling. Nothing was sent.'
        $code = 3
    }
    else {
        try {
            $warnings = @()
            $batch = New-RcBatch $CampaignId -MessageTemplateId $template -RecipientListId @($lists.Keys) -ExternalId $ExternalId -StartDate $StartDate -StartTime $StartTime -EndTime $EndTime -Action Schedule -Force -WarningVariable warnings
            $verdict = Get-Verdict $batch $warnings
            ($result.BatchId, $result.Status, $result.Outcome, $code) = ($batch.Id, $batch.Status, $verdict.Outcome, $verdict.Code)
        }
        catch {
            $failure = $_
            if ($failure.FullyQualifiedErrorId -notmatch '^Rc(OutcomeUnknown|ServerError|UnexpectedResponse),') { throw }

            try {
                $found = @(Find-Batch)
                $result.Outcome = if ($found.Count) { "The answer was lost or not understood. There is such a batch ($($found.Count)): look at it, and do not create it again." } else { 'The answer was lost or not understood. There is no such batch so far: look again before it is run again.' }
                if ($found.Count) { ($result.BatchId, $result.Status) = ($found[0].Id, $found[0].Status) }
            }
            catch { $result.Outcome = "The answer was lost or not understood, and so was the search for the batch: $_" }

            $result
            throw $failure
        }
    }

    $result
}
finally {
    if ($stage) { & "$PSScriptRoot/rehearsal.ps1" -End $stage }
}

exit $code
