#Requires -Version 5.1
<#
.SYNOPSIS
    Changes RocketComs.Core in small ways, one at a time, and counts how many of the changes its tests notice.
.DESCRIPTION
    Stryker makes the changes, all of them in one assembly, and tests/RocketComs.Mutants tries them, with two processes that have the tests
    loaded. What was found is kept under the hash of code and tests, so that a call that was ended goes on where it was. String literals and
    ConfigureAwait are left out (tests/RocketComs.Core.Tests/stryker-config.json). Tests by chance try a fiftieth of their inputs, and those
    of the sandbox and the benchmarks are left out.
.PARAMETER OutputPath
    Where the results are kept. What was not noticed is in a file a folder.
.PARAMETER Folder
    The folders of src/RocketComs.Core to try; all of them where none is named, those that move money first.
.PARAMETER Seconds
    With each change as many of the tests that reach it are tried as take that long together without it. With more than before, what was not
    noticed is tried again.
.OUTPUTS
    Of each folder the changes that count, those that were noticed, those of them after which a test did not end, and the share in percent.
.EXAMPLE
    ./tests/Measure-Mutants.ps1 -OutputPath artifacts/mutants -Folder Json
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory)] [string] $OutputPath,
    [string[]] $Folder = @(),
    [double] $Seconds = 3
)

$ErrorActionPreference = 'Stop'
$money = 'Sending', 'Http', 'Json', 'Api'
$all = (Get-ChildItem -LiteralPath "$PSScriptRoot/../src/RocketComs.Core" -Directory).Name | Where-Object { $_ -notin 'bin', 'obj' }
$chosen = if ($Folder) { $Folder } else { $money + ($all | Where-Object { $_ -notin $money }) }
$unknown = $chosen | Where-Object { $_ -notin $all }
if ($unknown) {
    throw "There is no folder $($unknown -join ', ') in src/RocketComs.Core: $($all -join ', ')."
}

$built = "$PSScriptRoot/../artifacts/bin"
# Without the name of the commit in it, code that is the same has the same hash.
& dotnet build "$PSScriptRoot/RocketComs.Mutants" --configuration Release --verbosity quiet --property:RunAnalyzers=false --property:IncludeSourceRevisionInInformationalVersion=false | Out-Host
if ($LASTEXITCODE -ne 0) {
    throw "The build failed with exit code $LASTEXITCODE."
}

# Of other code the changes have other numbers, and of other tests the results say nothing.
function Get-Place {
    param([string] $Path, [string] $File)
    $place = New-Item -ItemType Directory -Path $Path -Name (Get-FileHash -LiteralPath $File).Hash.Substring(0, 16) -Force
    $place.FullName
}

$changes = Get-Place $OutputPath "$built/RocketComs.Core/release_net8.0/RocketComs.Core.dll"
$place = Get-Place $changes "$built/RocketComs.Core.Tests/release/RocketComs.Core.Tests.dll"
if (-not (Test-Path -LiteralPath "$changes/mutation-report.json")) {
    Push-Location -LiteralPath "$PSScriptRoot/RocketComs.Core.Tests"
    $before = $env:RunAnalyzers
    $env:RunAnalyzers = 'false'
    try {
        # Stryker is to make the changes, not to try them, and cannot be asked for less than one test.
        & dotnet tool run dotnet-stryker '--' --output $changes --skip-version-check --test-case-filter 'FullyQualifiedName~Best_is_the_shortest' | ForEach-Object {
            Out-Host -InputObject $_
            if ($_ -match 'mutants will be tested') {
                # Only now the mutated assembly is there, and soon it is gone.
                Copy-Item -LiteralPath "$built/RocketComs.Core.Tests/release/RocketComs.Core.dll" -Destination $changes -Force
            }
        }

        if ($LASTEXITCODE -ne 0) {
            throw "Stryker failed with exit code $LASTEXITCODE."
        }
    }
    finally {
        $env:RunAnalyzers = $before
        Pop-Location
    }

    Move-Item -LiteralPath "$changes/reports/mutation-report.json" -Destination $changes
}

$time = $Seconds.ToString([cultureinfo]::InvariantCulture)
& dotnet run --project "$PSScriptRoot/RocketComs.Mutants" --configuration Release --no-build '--' $changes $place $time $chosen | ForEach-Object {
    $name, $mutants, $noticed, $timedOut = $_ -split ','
    [pscustomobject]@{ Folder = $name; Mutants = [int] $mutants; Noticed = [int] $noticed; TimedOut = [int] $timedOut; Percent = [math]::Round(100 * $noticed / $mutants, 1) }
}
