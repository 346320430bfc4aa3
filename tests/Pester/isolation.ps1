# Another module's packages are loaded first; then this module does its work, is imported by force, removed and imported again.
# One line a finding.
[CmdletBinding()]
param(
    # The CsvHelper.dll of the other module.
    [Parameter(Mandatory)] [string] $CsvHelper,
    # Its System.Text.Json.dll.
    [Parameter(Mandatory)] [string] $Json,
    # The manifest of the built module.
    [Parameter(Mandatory)] [string] $Manifest
)

$ErrorActionPreference = 'Stop'
$other = [System.Reflection.Assembly]::LoadFrom($CsvHelper)
"other CsvHelper $($other.GetName().Version)"
$loaded = [System.Runtime.Loader.AssemblyLoadContext]::new('Other').LoadFromAssemblyPath($Json)
"other Json $($loaded.GetName().Version) $($loaded.GetType('System.Text.Json.JsonDocument').GetMethods().Length -gt 0)"

$file = "$([System.IO.Path]::GetTempPath())rocketcoms-isolation-$PID.csv"
[System.IO.File]::WriteAllText($file, "2025550123,Hello`nabc,Hello`n")
try {
    foreach ($round in 'first', 'force', 'again') {
        if ($round -eq 'again') {
            Remove-Module -Name RocketComs
        }

        Import-Module -Name $Manifest -Force:($round -ne 'again')
        $report = Test-RcBatchCsv -Path $file
        "$round check $($report.RowCount) $($report.ErrorCount) $($report.Issues[0].RuleId) line $($report.Issues[0].Line)"
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $batch = New-RcBatch -CampaignId $sandbox.CampaignId -Path $file -ExternalId "ext-$round" -StartDate $sandbox.Now.AddDays(1) -Action Validate -SkipValidation
        [System.IO.File]::WriteAllText($file, "2025550123,Hello`n")
        $null = Update-RcBatch -Id $batch.Id -Path $file -Action Validate -WarningAction Ignore
        "$round sent $(($sandbox.Requests | ForEach-Object Method) -join ' ')"
        Stop-RcSandbox -Sandbox $sandbox
        [System.IO.File]::WriteAllText($file, "2025550123,Hello`nabc,Hello`n")
    }
}
finally {
    [System.IO.File]::Delete($file)
}

# What was loaded where: the other one in the open, the module's own in its context, once.
[System.Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object {
    $context = $_
    $_.Assemblies | Where-Object { $_.GetName().Name -eq 'CsvHelper' } | ForEach-Object { "loaded $($context.Name) $($_.GetName().Version)" }
}
