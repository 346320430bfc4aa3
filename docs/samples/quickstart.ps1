<#
    The tour: a campaign batch is created with mistakes in it, checked, priced, mended, updated and sent, against a sandbox on this
    machine. Nothing leaves it and nothing is charged.

    With only the .NET SDK:   dotnet tool exec powershell build.ps1 tour
    With PowerShell:          ./build.ps1 tour
#>
$ErrorActionPreference = 'Stop'
if (-not (Get-Module RocketComs)) {
    Import-Module "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1"
}

$steps = @(
    {
        # A stand-in for RocketCOMS on loopback, and a connection to it.
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox -PassThru
    }
    {
        # The file of a colleague. The module would refuse to upload it ...
        $file = "$PSScriptRoot/spring-sale.csv"
        try { New-RcBatch $sandbox.CampaignId $file -Action Validate; throw 'not refused' }
        catch { if ($_.FullyQualifiedErrorId -notlike 'RcCsvInvalid,*') { throw }; "Refused: $_" }
    }
    {
        # ... so this is how it got there: somebody skipped the check. VALIDATE sends nothing to recipients.
        $batch = New-RcBatch $sandbox.CampaignId $file -ExternalId 'spring-1' -StartDate ([datetime]::UtcNow) -Action Validate -SkipValidation
        $batch
    }
    {
        # What the platform says.
        Get-RcBatchError $batch.Id
    }
    {
        # What the module says, offline: every mistake, with its line and what to do.
        Test-RcBatchCsv $file -PricePerSegment 0.0079
    }
    {
        # One curly quote forces 70 characters a segment. What the last text would cost, and what it costs with a plain one:
        $text = "It$([char]0x2019)s here: 20 % off everything in the shop until Sunday evening, come and see"
        $text | Measure-RcSmsSegment -PricePerSegment 0.0079
    }
    {
        $text | Measure-RcSmsSegment -PricePerSegment 0.0079 -Transliterate
    }
    {
        # The mended file has no errors.
        $mended = "$PSScriptRoot/spring-sale-mended.csv"
        Test-RcBatchCsv $mended -PricePerSegment 0.0079
    }
    {
        # The update: first only validated, by the platform too ...
        Update-RcBatch $batch.Id $mended -Action Validate
    }
    {
        # ... then priced, without sending anything ...
        Update-RcBatch $batch.Id $mended -PricePerSegment 0.0079 -WhatIf
    }
    {
        # ... then scheduled. It would ask first; -Force answers for an unattended run.
        Update-RcBatch $batch.Id $mended -Action Schedule -Force
    }
    {
        # Until it is out.
        Wait-RcBatch $batch.Id -Status COMPLETED -IntervalSec 1 -TimeoutSec 30
    }
    {
        # A batch that has gone out can no longer be changed.
        try { Update-RcBatch $batch.Id $mended -Force; throw 'not refused' }
        catch { if ($_.FullyQualifiedErrorId -notlike 'RcBatchNotUpdatable,*') { throw }; "Refused: $_" }
    }
    {
        # What went over the wire.
        $sandbox.Requests
    }
)

try {
    foreach ($step in $steps) {
        foreach ($line in $step.ToString().Trim() -split '\r?\n') {
            $code = $line -replace '^ {8}'
            $(if ($code -like '#*') { "`n$code" } else { "PS> $code" }) | Out-Host
        }

        . $step | Out-Host
    }
}
finally {
    Disconnect-RcAccount
    if ($sandbox) { Stop-RcSandbox $sandbox }
}
