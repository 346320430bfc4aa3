#Requires -Version 5.1
<#
.SYNOPSIS
    Builds and tests the module.
.DESCRIPTION
    Needs the .NET 10 SDK and no PowerShell module. Build lays the importable module out in out/RocketComs; Test runs the xunit
    tests, then the Pester tests where Pester 5 is installed.
.PARAMETER Task
    What to do: Build, Test, or Clean.
.PARAMETER Configuration
    Debug or Release.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE."
    }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
        throw 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download'
    }

    switch ($Task) {
        'Clean' {
            Remove-Item -Path artifacts, out -Recurse -Force -ErrorAction Ignore
        }
        'Build' {
            Invoke-DotNet build RocketComs.PowerShell.sln --configuration $Configuration
        }
        'Test' {
            Invoke-DotNet test --solution RocketComs.PowerShell.sln --configuration $Configuration
            & "$PSScriptRoot/tests/Pester/Invoke-Tests.ps1"
            if ($LASTEXITCODE -ne 0) {
                throw 'Pester tests failed.'
            }
        }
    }
}
finally {
    Pop-Location
}
