<#
    A tour of the module: a campaign batch is created from a file with mistakes, then checked, priced, corrected, updated and sent, against
    a sandbox on this machine. Nothing leaves the machine and nothing is charged.

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
        # A file from a colleague. The module refuses to upload it ...
        $file = "$PSScriptRoot/spring-sale.csv"
        try { New-RcBatch $sandbox.CampaignId $file -Action Validate; throw 'not refused' }
        catch { if ($_.FullyQualifiedErrorId -notlike 'RcCsvInvalid,*') { throw }; "Refused: $_" }
    }
    {
        # ... unless somebody skips the check, as happened here. VALIDATE sends nothing to recipients.
        $batch = New-RcBatch $sandbox.CampaignId $file -ExternalId 'spring-1' -StartDate $sandbox.Now -Action Validate -SkipValidation
        $batch
    }
    {
        # What the platform finds:
        Get-RcBatchError $batch.Id
    }
    {
        # What the module finds, offline: every mistake, with its line and how to fix it.
        Test-RcBatchCsv $file -PricePerSegment 0.0079
    }
    {
        # A single curly quote limits each segment to 70 characters. The cost of the last text with it, and with a plain one:
        $text = "It$([char]0x2019)s here: 20 % off everything in the shop until Sunday evening, come and see"
        $text | Measure-RcSmsSegment -PricePerSegment 0.0079
    }
    {
        $text | Measure-RcSmsSegment -PricePerSegment 0.0079 -Transliterate
    }
    {
        # The corrected file has no errors.
        $repaired = "$PSScriptRoot/spring-sale-repaired.csv"
        Test-RcBatchCsv $repaired -PricePerSegment 0.0079
    }
    {
        # The update. First the platform only validates it ...
        Update-RcBatch $batch.Id $repaired -Action Validate
    }
    {
        # ... then it is priced, without sending anything ...
        Update-RcBatch $batch.Id $repaired -PricePerSegment 0.0079 -WhatIf
    }
    {
        # ... and then scheduled. The command would ask for confirmation; -Force skips the question.
        Update-RcBatch $batch.Id $repaired -Action Schedule -Force
    }
    {
        # Wait until it has been sent.
        Wait-RcBatch $batch.Id -Status COMPLETED -IntervalSec 1 -TimeoutSec 30
    }
    {
        # A batch that has been sent can no longer be changed.
        try { Update-RcBatch $batch.Id $repaired -Force; throw 'not refused' }
        catch { if ($_.FullyQualifiedErrorId -notlike 'RcBatchNotUpdatable,*') { throw }; "Refused: $_" }
    }
    {
        # The requests that were sent:
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
