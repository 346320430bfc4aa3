BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
}

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        (Test-ModuleManifest $manifest).ExportedCmdlets.Count | Should -Be (Get-Command -Module RocketComs).Count
    }

    It 'imports again, by force and after removal' {
        Import-Module $manifest -Force
        (Measure-RcSmsSegment 'Hi').SegmentCount | Should -Be 1
        Remove-Module RocketComs
        Import-Module $manifest
        (Measure-RcSmsSegment 'Hi').SegmentCount | Should -Be 1
    }

    It 'lets its types be named' {
        [RocketComs.RcBatchAction]::Schedule.ToString() | Should -Be 'Schedule'
        [RocketComs.RcBatchRow]@{ Number = '12025550123'; Message = 'Hi' } | Test-RcBatchCsv -Quiet | Should -BeTrue
    }

    It 'completes actions' {
        $line = 'Update-RcBatch -Action '
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be @('Schedule', 'Validate')
    }
}

Describe 'The samples' {
    It 'take down what rehearsal.ps1 sets up' {
        $script = (Resolve-Path "$PSScriptRoot/../../docs/samples/rehearsal.ps1").ProviderPath
        $run = "`$stage = & '$script'; 'held: ' + [System.IO.Directory]::Exists(`$stage.Folder); & '$script' -End `$stage; 'left: ' + [System.IO.Directory]::Exists(`$stage.Folder)"

        $shown = Invoke-Shell -Command "Import-Module '$manifest'; $run" 2>&1

        $LASTEXITCODE | Should -Be 0 -Because ($shown -join "`n")
        $shown | Should -Be 'held: True', 'left: False'
    }
}
