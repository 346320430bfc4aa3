#Requires -Version 5.1
<#
.SYNOPSIS
    Changes RocketComs.Core in small ways, one at a time, and counts how many of the changes its tests notice.
.DESCRIPTION
    One run of Stryker (tests/RocketComs.Core.Tests/stryker-config.json) a folder. What a run found is kept, and a folder with a result is
    not run again, so that a call that was ended goes on with the next one. Without -Folder all folders are run, those that move money first:
    these are run whole, of the others as many files as hold 900 lines, chosen by the seed; that is some 300 mutants. String literals and
    ConfigureAwait are left out. Tests by chance try a fiftieth of their inputs, and those of the sandbox and the benchmarks are left out.
.PARAMETER OutputPath
    Where the results are kept, a folder each: reports/mutation-report.json by Stryker, and survivors.txt.
.PARAMETER Folder
    The folders of src/RocketComs.Core to run.
.PARAMETER Seed
    Chooses the files of a folder that is not run whole.
.OUTPUTS
    Of each folder the mutants that count, those that were noticed, and their share in percent.
.EXAMPLE
    ./tests/Measure-Mutants.ps1 -OutputPath artifacts/mutants -Folder Json
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory)] [string] $OutputPath,
    [string[]] $Folder = @(),
    [int] $Seed = 20261129
)

$ErrorActionPreference = 'Stop'
$core = "$PSScriptRoot/../src/RocketComs.Core"
$money = 'Sending', 'Http', 'Json', 'Api'
$close = $money + 'Accounts', 'Errors', 'Journal', 'SendWindows'
$enoughLines = 900

# These are tried by their own tests and each other's; what is in another folder may be reached by any.
$near = ($close | ForEach-Object { "FullyQualifiedName~Core.Tests.$_." }) -join '|'

# A process of its own cannot be mutated, and with few inputs not every border is reached.
$any = ('Core.Tests.Sandbox.', 'Core.Tests.Benchmarks.', 'Processors_without_wide_registers', 'Generated_texts_reach_every_border' |
    ForEach-Object { "FullyQualifiedName!~$_" }) -join '&'

function Select-Pattern {
    param([string] $Name, [int] $Chance)
    if ($Name -in $money) {
        return "**/$Name/**/*.cs"
    }

    # By a hash of seed and name: another file in the folder changes no other's place.
    $hash = [System.Security.Cryptography.SHA256]::Create()
    $prefix = "$Chance "
    $files = Get-ChildItem -LiteralPath "$core/$Name" -Filter *.cs -Recurse |
        Sort-Object { [System.BitConverter]::ToString($hash.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($prefix + $_.Name))) }
    $lines = 0
    foreach ($file in $files) {
        "**/$($file.Name)"
        $lines += (Get-Content -LiteralPath $file.FullName).Count
        if ($lines -ge $enoughLines) {
            break
        }
    }
}

function Invoke-Stryker {
    param([string] $Name, [string[]] $Pattern, [string] $Destination)
    $options = @($Pattern | ForEach-Object { '--mutate', $_ })
    $command = @('dotnet', 'tool', 'run', 'dotnet-stryker', '--') + $options +
        '--output', $Destination, '--skip-version-check', '--test-case-filter', $(if ($Name -in $close) { $near } else { $any })
    if (Get-Command nice -CommandType Application -ErrorAction Ignore) {
        $command = @('nice', '-n', '19') + $command
    }

    Push-Location -LiteralPath "$PSScriptRoot/RocketComs.Core.Tests"
    $before = $env:RunAnalyzers

    # What was checked with the build need not be checked again.
    $env:RunAnalyzers = 'false'
    $env:ROCKETCOMS_FEWER = '50'
    try {
        & $command[0] $command[1..($command.Count - 1)] | Out-Host
        if ($LASTEXITCODE -ne 0) {
            throw "Stryker failed for $Name with exit code $LASTEXITCODE."
        }
    }
    finally {
        $env:RunAnalyzers = $before
        $env:ROCKETCOMS_FEWER = $null
        Pop-Location
    }
}

$null = New-Item -ItemType Directory -Path $OutputPath -Force
$root = (Resolve-Path -LiteralPath $OutputPath).Path
$all = (Get-ChildItem -LiteralPath $core -Directory).Name | Where-Object { $_ -notin 'bin', 'obj' }
$chosen = if ($Folder) { $Folder } else { $money + ($all | Where-Object { $_ -notin $money }) }
foreach ($name in $chosen) {
    if ($name -notin $all) {
        throw "There is no folder $name in src/RocketComs.Core: $($all -join ', ')."
    }

    $report = "$root/$name/reports/mutation-report.json"
    if (-not (Test-Path -LiteralPath $report)) {
        Invoke-Stryker -Name $name -Pattern (Select-Pattern -Name $name -Chance $Seed) -Destination "$root/$name"
    }

    $mutants = foreach ($file in (Get-Content -LiteralPath $report -Raw | ConvertFrom-Json).files.PSObject.Properties) {
        foreach ($mutant in $file.Value.mutants) {
            $text = "$($file.Name):$($mutant.location.start.line) $($mutant.mutatorName): $($mutant.replacement)"
            [pscustomobject]@{ Status = $mutant.status; Text = $text -replace '\s+', ' ' }
        }
    }

    $noticed = @($mutants | Where-Object Status -In 'Killed', 'Timeout')
    $missed = @($mutants | Where-Object Status -In 'Survived', 'NoCoverage')
    $missed | ForEach-Object { "$($_.Status) $($_.Text)" } | Set-Content -LiteralPath "$root/$name/survivors.txt" -Encoding UTF8
    $count = $noticed.Count + $missed.Count
    [pscustomobject]@{ Folder = $name; Mutants = $count; Noticed = $noticed.Count; Percent = if ($count) { [math]::Round(100 * $noticed.Count / $count, 1) } }
}
