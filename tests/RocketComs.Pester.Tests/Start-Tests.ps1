#Requires -Version 7.4
<#
.SYNOPSIS
    Runs or lists Pester tests for RocketComs.Pester.Tests, which reads a line of JSON for each.
.DESCRIPTION
    Each file is a run of its own, so that what is known so far is told file by file. The id of a test is its file, its path as it is
    written, and its number among the tests of that path: it is the same in a list and in a run.
.PARAMETER Pester
    The manifest of Pester.
.PARAMETER Folder
    Where the *.Tests.ps1 are.
.PARAMETER ParentId
    The process that reads. When it ends, this one ends too.
.PARAMETER Only
    A file with the ids of the tests to run, one a line; all where it is missing.
.PARAMETER List
    Runs nothing.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [int] $ParentId,
    [string] $Only,
    [switch] $List
)

$ErrorActionPreference = 'Stop'
$watch = [powershell]::Create().AddScript('param($Id) Wait-Process -Id $Id -ErrorAction Ignore; [Environment]::Exit(1)').AddArgument($ParentId)
$null = $watch.BeginInvoke()

# The watch would keep the process alive.
trap {
    [Console]::Error.WriteLine("$_`n$($_.ScriptStackTrace)")
    [Environment]::Exit(1)
}

# What tests write goes to the same stream, perhaps without a line break.
function Write-Report {
    param([hashtable] $Line)
    [Console]::Out.WriteLine("`n#pester#" + (ConvertTo-Json -InputObject $Line -Compress -EscapeHandling EscapeNonAscii))
}

function Invoke-File {
    param([string] $Path, [switch] $SkipRun, [string[]] $Line)
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $Path
    $configuration.Run.PassThru = $true
    $configuration.Run.SkipRun = [bool] $SkipRun
    $configuration.Output.Verbosity = if ($SkipRun) { 'None' } else { 'Detailed' }
    $configuration.Output.RenderMode = 'Plaintext'
    if ($Line) {
        $configuration.Filter.Line = $Line
    }

    Invoke-Pester -Configuration $configuration
}

# The tests of a run with their ids, in the order in which they stand.
function Get-Test {
    param($Run)
    $count = @{}
    foreach ($test in $Run.Tests) {
        $path = "$(Split-Path -Leaf $test.ScriptBlock.File)/$($test.Path -join '/')"
        $count[$path]++
        @{ Id = "$path#$($count[$path])"; Test = $test }
    }
}

# A name as it is read. Of what has not run, Pester has not filled in what comes from the data.
function Get-Name {
    param($Test)
    $names = for ($part = $Test; -not $part.IsRoot; $part = if ($part -eq $Test) { $Test.Block } else { $part.Parent }) {
        $data = $part.Data
        if ($part.ExpandedName -ne $part.Name) { $part.ExpandedName }
        else { [regex]::Replace($part.Name, '<(\w+)>', { param($match) if ($match.Groups[1].Value -eq '_') { $data } else { $data.($match.Groups[1].Value) } }) }
    }

    [array]::Reverse($names)
    $names -join '. ' -replace '\s+', ' '
}

function Get-ErrorText {
    param($ErrorRecord)
    ($ErrorRecord | ForEach-Object {
        if ($_.DisplayErrorMessage) { $_.DisplayErrorMessage; $_.DisplayStackTrace } else { "$_"; $_.ScriptStackTrace }
    }) -join "`n"
}

Import-Module $Pester
$wanted = if ($Only) { [System.Collections.Generic.HashSet[string]] (Get-Content -LiteralPath $Only) }
foreach ($file in Get-ChildItem -LiteralPath $Folder -Filter '*.Tests.ps1' | Sort-Object Name) {
    if ($wanted -and -not ($wanted | Where-Object { $_.StartsWith("$($file.Name)/") })) {
        continue
    }

    Write-Report @{ Kind = 'File'; File = $file.FullName }
    $lines = @()
    if ($wanted -or $List) {
        $run = Invoke-File $file.FullName -SkipRun
        $lines = @(Get-Test $run | Where-Object { $wanted -and $wanted.Contains($_.Id) } | ForEach-Object { "$($file.FullName):$($_.Test.StartLine)" } | Select-Object -Unique)
    }

    if (-not $List -and ($lines -or -not $wanted)) {
        $run = Invoke-File $file.FullName -Line $lines
    }

    foreach ($entry in Get-Test $run | Where-Object { -not $wanted -or $wanted.Contains($_.Id) }) {
        $test = $entry.Test
        Write-Report @{
            Kind = 'Test'; Id = $entry.Id; Name = Get-Name $test; File = $file.FullName; Line = $test.StartLine
            Result = if ($List) { 'Listed' } else { $test.Result }
            Start = if ($test.ExecutedAt) { $test.ExecutedAt.ToUniversalTime().ToString('o') }; Milliseconds = $test.Duration.TotalMilliseconds
            Text = if ($test.Result -eq 'Skipped') { "$($test.ErrorRecord.TargetObject.Message)" -replace '^is skipped, because ' } else { Get-ErrorText $test.ErrorRecord }
        }
    }

    foreach ($fault in @($run.FailedContainers) + @($run.FailedBlocks)) {
        Write-Report @{ Kind = 'Fault'; File = $file.FullName; Name = $fault.ExpandedPath; Text = Get-ErrorText $fault.ErrorRecord }
    }

    if (-not $run.Tests -and -not $run.FailedContainers) {
        Write-Report @{ Kind = 'Fault'; File = $file.FullName; Text = 'It has no tests.' }
    }
}

Write-Report @{ Kind = 'End' }
[Environment]::Exit(0)
