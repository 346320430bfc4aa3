#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the Pester tests against out/RocketComs, where Pester 5 is installed, and says how many passed and failed.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$pester = Get-Module -ListAvailable -Name Pester | Where-Object Version -GE ([version] '5.0') | Sort-Object Version -Descending | Select-Object -First 1
if (-not $pester) {
    Write-Warning 'Pester was not run: Pester 5 is not installed.'
    return
}

Import-Module $pester.Path
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $configuration

# A file that could not be read is a failure too, though no test in it has run.
$failed = $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
"Pester passed: $($result.PassedCount)"
"Pester failed: $failed"
exit [int]($failed -gt 0)
