# Publishes two versions of the module to a repository of this machine, then installs, imports, updates and removes it as a user does.
# One line a finding. Its home folder is to be an empty one: modules and repositories of the user must not be seen, nor changed.
[CmdletBinding()]
param(
    # The folder of the built module.
    [Parameter(Mandatory)] [string] $Module,
    # An empty folder for the repository.
    [Parameter(Mandatory)] [string] $Repository
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module -Name Microsoft.PowerShell.PSResourceGet
Register-PSResourceRepository -Name Local -Uri $Repository -Trusted
$copy = New-Item -ItemType Directory -Path "$Repository/made/RocketComs" -Force
Copy-Item -Path "$Module/*" -Destination $copy -Recurse
foreach ($version in '0.1.0', '0.1.1') {
    $manifest = Get-Content -LiteralPath "$copy/RocketComs.psd1" -Raw
    Set-Content -LiteralPath "$copy/RocketComs.psd1" -Value ($manifest -replace "(?<=ModuleVersion\s*=\s*')[^']+", $version)
    Publish-PSResource -Path $copy -Repository Local -SkipDependenciesCheck
}

Install-PSResource -Name RocketComs -Version 0.1.0 -Repository Local
"installed $((Get-InstalledPSResource -Name RocketComs).Version)"
Import-Module -Name RocketComs
"works $((Get-Module -Name RocketComs).Version) $((Measure-RcSmsSegment -Message Hi).SegmentCount)"

Update-PSResource -Name RocketComs -Repository Local
"updated $((Get-InstalledPSResource -Name RocketComs).Version -join ' ')"
foreach ($attempt in 'beside', 'after removal') {
    try {
        Import-Module -Name RocketComs -RequiredVersion 0.1.1
        "$attempt imported"
    }
    catch {
        "$attempt refused $($_.Exception.Message -like 'Another RocketComs was loaded in this process*Start a new session*')"
    }

    Remove-Module -Name RocketComs -ErrorAction Ignore
}

Import-Module -Name RocketComs -RequiredVersion 0.1.0
"works again $((Measure-RcSmsSegment -Message Hi).SegmentCount) $((Get-TypeData -TypeName RocketComs.RcBatch).TypeName)"
Uninstall-PSResource -Name RocketComs -Version *
"left $(@(Get-InstalledPSResource -Name RocketComs -ErrorAction Ignore).Count)"
