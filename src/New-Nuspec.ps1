#Requires -Version 5.1
<#
.SYNOPSIS
    Writes the description of the package that NuGet wants, out of the module's manifest, and gives its file.
.DESCRIPTION
    The elements and tags are those that Publish-PSResource would write, so that a package found in a gallery says what its manifest
    says: the tags PSModule, PSIncludes_Cmdlet, and one for each command.
.PARAMETER Manifest
    The manifest, RocketComs.psd1, of the built module. All files beside and below it go into the package.
.PARAMETER Destination
    The file to write. Its folder is made where there is none.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [Parameter(Mandatory)] [string] $Manifest,
    [Parameter(Mandatory)] [string] $Destination
)

$ErrorActionPreference = 'Stop'
$module = Import-PowerShellDataFile -LiteralPath $Manifest
$data = $module.PrivateData.PSData
$commands = $module.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }

$metadata = [ordered]@{
    id                       = [System.IO.Path]::GetFileNameWithoutExtension($Manifest)
    version                  = $module.ModuleVersion
    authors                  = $module.Author
    owners                   = $module.CompanyName
    requireLicenseAcceptance = 'false'
    licenseUrl               = $data.LicenseUri
    projectUrl               = $data.ProjectUri
    description              = $module.Description
    releaseNotes             = $data.ReleaseNotes
    copyright                = $module.Copyright
    tags                     = @($data.Tags) + 'PSModule' + 'PSIncludes_Cmdlet' + $commands -join ' '
}

$namespace = 'http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd'
$document = New-Object -TypeName System.Xml.XmlDocument
$package = $document.AppendChild($document.CreateElement('package', $namespace))
$section = $package.AppendChild($document.CreateElement('metadata', $namespace))
foreach ($name in $metadata.Keys) {
    $section.AppendChild($document.CreateElement($name, $namespace)).InnerText = $metadata[$name]
}

$files = $package.AppendChild($document.CreateElement('files', $namespace))
$file = $files.AppendChild($document.CreateElement('file', $namespace))
$file.SetAttribute('src', (Join-Path -Path (Split-Path -Parent $Manifest) -ChildPath '**'))
$file.SetAttribute('target', '')

$target = New-Item -ItemType File -Path $Destination -Force
$document.Save($target.FullName)
Get-Item -LiteralPath $target.FullName
