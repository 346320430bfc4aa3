#Requires -Version 5.1
<#
.SYNOPSIS
    Makes docs/en-US/RocketComs.PowerShell.dll-Help.xml, which Get-Help reads, of the command pages beside it, and gives its file.
.DESCRIPTION
    Needs Microsoft.PowerShell.PlatyPS 1.0. The file is committed, so that a build without PowerShell has help.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param()

$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0

$pages = @(Get-ChildItem -Path "$PSScriptRoot/en-US" -Filter '*.md' -ErrorAction Ignore | Where-Object Name -NotLike 'about_*')
if ($pages.Count -eq 0) {
    throw "There is no command page in $PSScriptRoot/en-US."
}

# PlatyPS makes folders and names of its own, so it writes somewhere else first.
$folder = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "rocketcoms-help-$PID"
try {
    $made = @(Import-MarkdownCommandHelp -Path $pages.FullName | Export-MamlCommandHelp -OutputFolder $folder -Force)
    if ($made.Count -ne 1) {
        throw "The pages must name one help file, not $($made.Count): look at 'external help file' at the top of each."
    }

    # The same bytes on every system.
    $text = (Get-Content -LiteralPath $made[0].FullName -Raw -Encoding UTF8) -replace "`r`n", "`n"
    $target = "$PSScriptRoot/en-US/RocketComs.PowerShell.dll-Help.xml"
    [System.IO.File]::WriteAllText($target, $text)
    Get-Item -LiteralPath $target
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}
