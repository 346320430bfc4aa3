#Requires -Version 5.1
<#
.SYNOPSIS
    Builds the help that Get-Help shows from the pages in docs/en-US.
.DESCRIPTION
    Requires Microsoft.PowerShell.PlatyPS 1.0. PlatyPS converts the pages to MAML, and this script corrects what would read badly in a
    console: the code of an example is put where Get-Help expects code, without its Markdown fence; default values are shown; and related
    commands are named at the end of the description: where there are links, Get-Help offers -Online, and there are no pages online.
.PARAMETER OutputPath
    The file to write. The default is the file in the repository.
.EXAMPLE
    ./docs/Build-Help.ps1
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [string] $OutputPath = "$PSScriptRoot/en-US/RocketComs.PowerShell.dll-Help.xml"
)

$ErrorActionPreference = 'Stop'

# Adds an element with text, in the namespace of a prefix.
function Add-Element {
    param($Parent, [string] $Prefix, [string] $Name, [string] $Text)
    $element = $Parent.OwnerDocument.CreateElement($Prefix, $Name, $Parent.GetNamespaceOfPrefix($Prefix))
    $element.InnerText = $Text
    $null = $Parent.AppendChild($element)
}

# Rewrites the example in the MAML from the page: code first, then remarks.
function ConvertTo-ConsoleExample {
    param($Node, $Example, [string] $Page)
    if ($Example.Remarks.Trim() -notmatch '(?s)^```powershell\n(?<code>.*?)\n```\s*(?<remarks>.*)$') {
        throw "$Page, '$($Example.Title)': an example must begin with a block of PowerShell."
    }

    $Node.SelectSingleNode('*[local-name()="title"]').InnerText = "---- $($Example.Title) ----"
    $Node.SelectSingleNode('*[local-name()="introduction"]').RemoveAll()
    $Node.SelectSingleNode('*[local-name()="code"]').InnerText = $Matches.code
    $remarks = $Node.SelectSingleNode('*[local-name()="remarks"]')
    $remarks.RemoveAll()
    foreach ($paragraph in $Matches.remarks.Trim() -split '\n\s*\n') {
        Add-Element -Parent $remarks -Prefix maml -Name para -Text $paragraph
    }

    # A blank line before the next example.
    Add-Element -Parent $remarks -Prefix maml -Name para -Text ''
}

if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS | Where-Object Version -GE ([version] '1.0'))) {
    throw 'Microsoft.PowerShell.PlatyPS 1.0 is required: Install-PSResource Microsoft.PowerShell.PlatyPS'
}

Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0
$pages = @(Get-ChildItem -LiteralPath "$PSScriptRoot/en-US" -Filter '*-Rc*.md' | Sort-Object Name | ForEach-Object FullName)
if (-not $pages) {
    throw "There are no pages in $PSScriptRoot/en-US."
}

$commands = @(Import-MarkdownCommandHelp -Path $pages)
$folder = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath ([guid]::NewGuid())
try {
    $made = $commands | Export-MamlCommandHelp -OutputFolder $folder -Force
    $maml = New-Object System.Xml.XmlDocument -Property @{ PreserveWhitespace = $true }
    $maml.Load($made.FullName)
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}

foreach ($command in $commands) {
    $node = $maml.SelectSingleNode("//*[local-name()='command'][*[local-name()='details']/*[local-name()='name']='$($command.Title)']")
    $examples = @($node.SelectNodes('*[local-name()="examples"]/*'))
    for ($index = 0; $index -lt $examples.Count; $index++) {
        ConvertTo-ConsoleExample -Node $examples[$index] -Example $command.Examples[$index] -Page $command.Title
    }

    foreach ($parameter in $command.Parameters | Where-Object DefaultValue) {
        $place = $node.SelectSingleNode("*[local-name()='parameters']/*[*[local-name()='name']='$($parameter.Name)']")
        Add-Element -Parent $place -Prefix dev -Name defaultValue -Text $parameter.DefaultValue
    }

    $links = $node.SelectSingleNode('*[local-name()="relatedLinks"]')
    $null = $node.RemoveChild($links)
    $last = $node.SelectSingleNode('*[local-name()="description"]/*[local-name()="para"][last()]')
    $last.InnerText += "`n`nSee also: $($command.RelatedLinks.LinkText -join ', ')."
}

$settings = New-Object System.Xml.XmlWriterSettings -Property @{ Encoding = New-Object System.Text.UTF8Encoding $false; NewLineChars = "`n"; NewLineHandling = 'Replace' }
$writer = [System.Xml.XmlWriter]::Create($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath), $settings)
try {
    $maml.Save($writer)
}
finally {
    $writer.Dispose()
}

Get-Item -LiteralPath $OutputPath
