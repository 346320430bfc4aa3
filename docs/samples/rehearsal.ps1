<#
.SYNOPSIS
    Sets up a stage for trying out a runbook: a sandbox with batches in it, a connection to it, and a folder with their files.
.DESCRIPTION
    The runbooks in this folder use it when they are run without -Live. Nothing leaves this machine.

    The stage needs the connection of the session for itself. In a session that is connected to the platform, the script stops before it
    does anything, so that nobody is disconnected without noticing: ROCKETCOMS_BASE_URI could then lead the next command to a different
    platform. A connection to this machine, such as to a sandbox, is replaced and has to be made again; a warning says so at the end.
    Another warning is shown if ROCKETCOMS_BASE_URI is set, because the next command of the session then works on that platform.
.PARAMETER End
    The stage to take down: its connection, its sandbox and its folder. If you omit this parameter, a stage is set up.
.OUTPUTS
    A hashtable: Sandbox, Connection, Folder, CampaignId, MessageTemplateId, RecipientListId, Replaced. Pass it to -End when you are done.
#>
[CmdletBinding()]
param(
    [hashtable] $End
)

$ErrorActionPreference = 'Stop'

function Clear-Stage([hashtable] $Stage) {
    if ($Stage.Connection) { Disconnect-RcAccount -Connection $Stage.Connection }
    if ($Stage.Sandbox) { Stop-RcSandbox $Stage.Sandbox }
    if ([System.IO.Directory]::Exists($Stage.Folder)) { [System.IO.Directory]::Delete($Stage.Folder, $true) }
}

# Returns the connection that would be lost. One that comes from the environment variables is restored automatically.
function Find-Connection {
    try { $connection = Get-RcConnection }
    catch { return }

    $address = [System.Environment]::GetEnvironmentVariable('ROCKETCOMS_BASE_URI') -as [uri]
    $key = "$([System.Environment]::GetEnvironmentVariable('ROCKETCOMS_API_KEY'))"
    $isOfEnvironment = $connection -and $address.IsAbsoluteUri -and $connection.BaseUri.Authority -eq $address.Authority -and
        (-not $connection.UserName -or $key.StartsWith($connection.UserName.TrimEnd([char] 0x2026)))
    if (-not $isOfEnvironment) { $connection }
}

if ($End) {
    Clear-Stage $End
    if ($End.Replaced) {
        $PSCmdlet.WriteWarning("The session was connected to $($End.Replaced), and is not any more: the rehearsal took its place. Connect it again.")
    }

    $address = [System.Environment]::GetEnvironmentVariable('ROCKETCOMS_BASE_URI')
    if ($address) {
        $PSCmdlet.WriteWarning("The rehearsal is over. ROCKETCOMS_BASE_URI is set: the next command of this session works on $address, not on a sandbox.")
    }

    return
}

$before = Find-Connection
if ($before -and -not $before.BaseUri.IsLoopback) {
    throw "A rehearsal would take the place of the connection to $before. Run Disconnect-RcAccount first, or open a new session; -Live works on the platform."
}

$stage = @{
    Folder   = [System.IO.Path]::GetTempPath() + 'rocketcoms-rehearsal-' + [guid]::NewGuid().ToString('N')
    Replaced = if ($before) { $before.BaseUri }
}
try {
    $null = [System.IO.Directory]::CreateDirectory($stage.Folder)
    $stage.Sandbox = $sandbox = Start-RcSandbox
    $stage.Connection = Connect-RcAccount -Sandbox $sandbox -PassThru

    $files = [ordered]@{
        # Mistakes that can be repaired, and some that cannot.
        'spring-1' = "(202) 555-0101,Doors open at nine`n2025550102,Sale, today only`n12345,Too short a number`n"

        # No mistakes.
        'spring-2' = "2025550103,Doors open at nine`n"

        # This one is sent. In the sandbox, messages to ...0198 fail.
        'spring-0' = "2025550101,See you tomorrow`n2025550102,See you tomorrow`n2025550198,See you tomorrow`n"
    }
    foreach ($reference in $files.Keys) {
        $file = "$($stage.Folder)/$reference.csv"
        [System.IO.File]::WriteAllText($file, $files[$reference])

        # Without the check, as somebody in a hurry might do it: otherwise a file with mistakes would not get there.
        $batch = New-RcBatch $sandbox.CampaignId $file -ExternalId $reference -StartDate $sandbox.Now.AddDays(1) -Action Validate -SkipValidation
        if ($reference -eq 'spring-0') {
            $null = Update-RcBatch $batch.Id $file -Action Schedule -Force
            $sandbox.Advance('2.00:00:00')
        }
    }

    $stage.CampaignId = $sandbox.CampaignId
    $stage.MessageTemplateId = Get-RcMessageTemplate | Where-Object Status -EQ 'ACTIVE' | ForEach-Object Id
    $stage.RecipientListId = @(Get-RcRecipientList | Where-Object RecipientsAmount -GT 0 | ForEach-Object Id)
    $stage
}
catch {
    Clear-Stage $stage
    throw
}
