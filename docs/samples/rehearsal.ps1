<#
.SYNOPSIS
    A stage for trying a runbook out: a sandbox with batches in it, a connection to it, and a folder with their files.
.DESCRIPTION
    The runbooks beside this file use it when they are run without -Live. Nothing leaves this machine.
.OUTPUTS
    A hashtable: Sandbox, Folder, CampaignId, MessageTemplateId, RecipientListId. End it with Stop-RcSandbox, and remove the folder.
#>
[CmdletBinding()]
param()

$folder = [System.IO.Path]::GetTempPath() + 'rocketcoms-rehearsal-' + [guid]::NewGuid().ToString('N')
$null = [System.IO.Directory]::CreateDirectory($folder)
$sandbox = Start-RcSandbox
Connect-RcAccount -Sandbox $sandbox

$files = [ordered]@{
    # Mistakes that can be mended, and one that cannot.
    'spring-1' = "(202) 555-0101,Doors open at nine`n2025550102,Sale, today only`n12345,Too short a number`n"

    # Nothing wrong.
    'spring-2' = "2025550103,Doors open at nine`n"

    # Goes out: the sandbox lets messages to ...0198 fail.
    'spring-0' = "2025550101,See you tomorrow`n2025550102,See you tomorrow`n2025550198,See you tomorrow`n"
}
foreach ($reference in $files.Keys) {
    [System.IO.File]::WriteAllText("$folder/$reference.csv", $files[$reference])

    # Without the check, as somebody in a hurry did it: how else would a file with mistakes get there?
    $batch = New-RcBatch $sandbox.CampaignId "$folder/$reference.csv" -ExternalId $reference -StartDate ([datetime]::UtcNow) -Action Validate -SkipValidation
    if ($reference -eq 'spring-0') {
        $null = Update-RcBatch $batch.Id "$folder/$reference.csv" -Action Schedule -Force
        $sandbox.Advance([timespan]::FromHours(1))
    }
}

@{
    Sandbox           = $sandbox
    Folder            = $folder
    CampaignId        = $sandbox.CampaignId
    MessageTemplateId = (Get-RcMessageTemplate | Where-Object Status -EQ 'ACTIVE' | ForEach-Object Id)
    RecipientListId   = @(Get-RcRecipientList | Where-Object RecipientsAmount -GT 0 | ForEach-Object Id)
}
