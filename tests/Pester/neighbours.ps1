# Imports this module beside others, before or behind them, and uses both. One line a module: its name, and what both made together.
[CmdletBinding()]
param(
    # The manifest of the built module.
    [Parameter(Mandatory)] [string] $Manifest,
    # Imports it before the others.
    [switch] $First,
    # The others: names, or paths of manifests.
    [Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $Neighbour
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$folder = [System.IO.Directory]::CreateTempSubdirectory('rocketcoms-neighbours-').FullName
$file = Join-Path $folder 'ok.csv'
[System.IO.File]::WriteAllText($file, "2025550123,Hello`n2025550124,Hello again`n")

$uses = @{
    'Microsoft.PowerShell.Archive' = { Compress-Archive $file "$folder/a.zip"; Expand-Archive "$folder/a.zip" "$folder/a"; (Test-RcBatchCsv "$folder/a/ok.csv").RowCount }
    'Microsoft.PowerShell.PSResourceGet' = { $null = Get-InstalledPSResource -ErrorAction Ignore; (Test-RcBatchCsv $file).RowCount }
    'Microsoft.PowerShell.PlatyPS' = { (New-CommandHelp (Get-Command Test-RcBatchCsv)).Title -eq 'Test-RcBatchCsv' ? 2 : 0 }
    'Microsoft.PowerShell.ThreadJob' = { (Start-ThreadJob { Import-Module $using:Manifest; Test-RcBatchCsv $using:file } | Receive-Job -Wait -AutoRemoveJob).RowCount }
    'PackageManagement' = { $null = Get-PackageProvider -ListAvailable; (Test-RcBatchCsv $file).RowCount }
    'Pester' = {
        $container = New-PesterContainer -ScriptBlock { Describe 'file' { It 'is valid' { (Test-RcBatchCsv $file).IsValid | Should -BeTrue }; It 'has rows' { (Import-RcBatchCsv $file).Count | Should -Be 2 } } }
        (Invoke-Pester -Container $container -Output None -PassThru).PassedCount
    }
    'PowerShellGet' = { $null = Get-Command -Module PowerShellGet; (Test-RcBatchCsv $file).RowCount }
    'PSReadLine' = { $null = Get-PSReadLineOption; (Test-RcBatchCsv $file).RowCount }
    'PSScriptAnalyzer' = { (@(Invoke-ScriptAnalyzer -ScriptDefinition 'gci | Test-RcBatchCsv').Count -gt 0) ? 2 : 0 }
    'PSFramework' = { (Import-RcBatchCsv $file | Select-PSFObject Number, Message | Test-RcBatchCsv).RowCount }
    'ImportExcel' = { Import-RcBatchCsv $file | Select-Object Number, Message | Export-Excel "$folder/a.xlsx"; (Import-Excel "$folder/a.xlsx" | Test-RcBatchCsv).RowCount }
    'posh-git' = { $null = Get-GitStatus; (Test-RcBatchCsv $file).RowCount }
    'powershell-yaml' = { ((ConvertFrom-Yaml "- {Number: '2025550123', Message: Hello}`n- {Number: '2025550124', Message: Hello again}") | ForEach-Object { [pscustomobject] $_ } | Test-RcBatchCsv).RowCount }
}

try {
    if ($First) { Import-Module -Name $Manifest }
    $imported = foreach ($name in $Neighbour) { Import-Module -Name $name -PassThru -WarningAction Ignore -DisableNameChecking }
    if (-not $First) { Import-Module -Name $Manifest }
    foreach ($module in $imported) {
        "$($module.Name) $(& $uses[$module.Name])"
    }

    $sandbox = Start-RcSandbox
    Connect-RcAccount -Sandbox $sandbox
    $batch = New-RcBatch $sandbox.CampaignId $file -ExternalId beside -StartDate $sandbox.Now.AddDays(1) -Force
    "RocketComs $($batch.Status)"
    Stop-RcSandbox -Sandbox $sandbox
}
finally {
    [System.IO.Directory]::Delete($folder, $true)
}
