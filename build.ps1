#Requires -Version 5.1
<#
.SYNOPSIS
    Shows, builds, tests, documents, packages and publishes the module.
.DESCRIPTION
    Runs on Windows PowerShell 5.1 and on PowerShell 7, and needs no build tool but the .NET 10 SDK. Without a PowerShell, the SDK
    brings one: dotnet tool exec powershell build.ps1 tour, from the root of the clone. What a task needs besides, it names when it
    is missing:

    Build    lays the importable module out in out/RocketComs.
    Tour     runs docs/samples/quickstart.ps1 against a sandbox on this machine; builds the module first where it is not built.
    Test     runs all tests, as dotnet test does.
    Sweep    runs every command that writes with faults by chance, -Count times, and prints what was said that is not true. The first
             -Seed is printed; each run has the next one, so a single run is repeated with its own and -Count 1.
    Soak     lets eight processes write 200 times each to one journal, and kills them by chance (not on Windows); then lets 10,000 batches
             live in eight runspaces while one request of twenty fails.
    Runtime  runs the tests of Core on .NET 8, the runtime of PowerShell 7.4, which NuGet brings.
    Mutate   changes RocketComs.Core in small ways and counts how many changes its tests notice, a folder after the other. What was found is
             kept in artifacts/mutants, and a call that was ended goes on where it was; -Folder names some folders.
    Coverage runs the tests of RocketComs.Core and tells which part of its lines and branches they reach.
    Docs     makes docs/en-US/RocketComs.PowerShell.dll-Help.xml of the pages beside it. Needs Microsoft.PowerShell.PlatyPS 1.0.
    Package  makes out/RocketComs.<version>.nupkg of a release build, for Install-PSResource and for a gallery.
    Publish  sends that package to a repository. Needs Microsoft.PowerShell.PSResourceGet 1.1, and the key of the repository in the
             environment variable PSGALLERY_API_KEY.
    Clean    removes what was built.
.PARAMETER Task
    What to do: Build, Tour, Test, Sweep, Soak, Runtime, Mutate, Coverage, Docs, Package, Publish, or Clean.
.PARAMETER Configuration
    Debug or Release, for Build, Tour, Test, Sweep and Soak. A package is always made of Release.
.PARAMETER Repository
    Where Publish sends the package: the name of a registered repository.
.PARAMETER Seed
    Where the chance of Sweep and Soak begins; 0 for anywhere.
.PARAMETER Count
    How many runs Sweep makes.
.PARAMETER Folder
    The folders of src/RocketComs.Core that Mutate runs; all of them where none is named.
.EXAMPLE
    ./build.ps1 Tour
.EXAMPLE
    ./build.ps1 Test
.EXAMPLE
    ./build.ps1 Publish -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', PositionalBinding = $false)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Tour', 'Test', 'Sweep', 'Soak', 'Runtime', 'Mutate', 'Coverage', 'Docs', 'Package', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [ValidateNotNullOrEmpty()]
    [string] $Repository = 'PSGallery',

    [ValidateRange(0, 1000000000)]
    [int] $Seed = 0,

    [ValidateRange(1, 1000000)]
    [int] $Count = 20000,

    [string[]] $Folder = @()
)

$ErrorActionPreference = 'Stop'
if ($WhatIfPreference -and $Task -notin 'Clean', 'Publish') {
    throw '-WhatIf is for the tasks that remove or publish: Clean and Publish.'
}

$manifest = Import-PowerShellDataFile -LiteralPath "$PSScriptRoot/RocketComs.psd1"
$package = "$PSScriptRoot/out/RocketComs.$($manifest.ModuleVersion).nupkg"

function Invoke-DotNet {
    if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
        throw 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download'
    }

    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE."
    }
}

function Import-Tool {
    param([string] $Name, [version] $Version)
    if (-not (Get-Module -ListAvailable -Name $Name | Where-Object Version -GE $Version)) {
        throw "The task $Task needs $Name $Version or later: Install-PSResource $Name"
    }

    Import-Module $Name -MinimumVersion $Version
}

Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'Clean' {
            Remove-Item -Path artifacts, out -Recurse -Force -ErrorAction Ignore
        }
        'Build' {
            Invoke-DotNet build RocketComs.PowerShell.sln --configuration $Configuration
        }
        'Tour' {
            if (-not (Test-Path -LiteralPath out/RocketComs/RocketComs.psd1)) {
                'Building the module. This takes about a minute, and only the first time.' | Out-Host
                Invoke-DotNet build src/RocketComs.PowerShell --configuration $Configuration --verbosity quiet
            }

            & "$PSScriptRoot/docs/samples/quickstart.ps1"
        }
        'Test' {
            Invoke-DotNet test --solution RocketComs.PowerShell.sln --configuration $Configuration
        }
        'Sweep' {
            Invoke-DotNet run --project tests/RocketComs.PowerShell.Tests --configuration $Configuration -- sweep $Seed $Count
        }
        'Soak' {
            if ($env:OS -ne 'Windows_NT') {
                Invoke-DotNet run --project tests/RocketComs.PowerShell.Tests --configuration $Configuration -- soak $Seed
            }

            Invoke-DotNet run --project tests/RocketComs.PowerShell.Tests --configuration $Configuration -- soak-batches $Seed 25
        }
        'Runtime' {
            Invoke-DotNet run --project tests/RocketComs.Core.Tests --configuration $Configuration --property:TestRuntime=net8.0
        }
        'Mutate' {
            Invoke-DotNet tool restore --verbosity quiet
            & "$PSScriptRoot/tests/Measure-Mutants.ps1" -OutputPath "$PSScriptRoot/artifacts/mutants" -Folder $Folder
        }
        'Coverage' {
            $report = "$PSScriptRoot/artifacts/coverage"
            Remove-Item -LiteralPath $report -Recurse -Force -ErrorAction Ignore

            # With an equals sign, or the pattern is taken for one of files here. The dashes are quoted, or PowerShell takes them for its own.
            Invoke-DotNet test --project tests/RocketComs.Core.Tests --configuration $Configuration --results-directory $report '--' `
                --coverlet --coverlet-output-format cobertura '--coverlet-include=[RocketComs.Core]*' | Out-Host
            $figures = ([xml] (Get-Content -Raw -Path "$report/*.cobertura*.xml")).coverage
            [pscustomobject]@{ Lines = [math]::Round(100 * $figures.'line-rate', 1); Branches = [math]::Round(100 * $figures.'branch-rate', 1) }
        }
        'Docs' {
            Import-Tool Microsoft.PowerShell.PlatyPS 1.0
            & "$PSScriptRoot/docs/Build-Help.ps1"
        }
        'Package' {
            # Only what ships: the tests and tools would lay nothing out. Machine code for several systems.
            Invoke-DotNet build src/RocketComs.PowerShell --configuration Release --property:ForManySystems=true

            # What is in it, without a word of when: one commit makes one package, byte for byte.
            Invoke-DotNet tool restore --verbosity quiet
            Invoke-DotNet tool run dotnet-CycloneDX -- src/RocketComs.PowerShell/RocketComs.PowerShell.csproj --disable-package-restore `
                --include-project-references --exclude-filter 'PowerShellStandard.Library,NETStandard.Library' --no-serial-number `
                --set-name RocketComs --set-version $manifest.ModuleVersion --set-type Library --output-format Json --output out/RocketComs --filename sbom.cdx.json
            $bom = "$PSScriptRoot/out/RocketComs/sbom.cdx.json"
            [System.IO.File]::WriteAllText($bom, ([System.IO.File]::ReadAllText($bom) -replace '\s*"timestamp": "[^"]*",'))
            $nuspec = & "$PSScriptRoot/src/New-Nuspec.ps1" -Manifest "$PSScriptRoot/out/RocketComs/RocketComs.psd1" -Destination "$PSScriptRoot/artifacts/package/RocketComs.nuspec"

            # NuGet would warn of each assembly that is not where a .NET project would look for it, and of the link to the licence, which galleries read.
            Invoke-DotNet pack src/RocketComs.PowerShell --no-build --configuration Release "-p:NuspecFile=$($nuspec.FullName)" '-p:NoWarn=NU5100%3BNU5125' --output out --verbosity quiet

            Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
            $archive = [System.IO.Compression.ZipFile]::Open($package, 'Update')
            $archive.Entries | ForEach-Object { $_.LastWriteTime = [datetimeoffset] '2000-01-01T00:00:00Z' }
            $archive.Dispose()
            Get-Item -LiteralPath $package
        }
        'Publish' {
            if (-not (Test-Path -LiteralPath $package -PathType Leaf)) {
                throw "There is no $package. Make it with ./build.ps1 Package."
            }

            if (-not $env:PSGALLERY_API_KEY) {
                throw "The task Publish needs the key of $Repository in the environment variable PSGALLERY_API_KEY."
            }

            Import-Tool Microsoft.PowerShell.PSResourceGet 1.1
            if ($PSCmdlet.ShouldProcess($Repository, "Publish $(Split-Path -Leaf $package), for everybody and for good")) {
                # A cmdlet, because the arguments of a program can be read by others on the machine.
                Publish-PSResource -NupkgPath $package -Repository $Repository -ApiKey $env:PSGALLERY_API_KEY -Confirm:$false
            }
        }
    }
}
finally {
    Pop-Location
}
